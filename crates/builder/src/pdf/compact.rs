//! The same PDF in fewer bytes. Typst writes every object by itself and in plain text, hundreds of them for the tags of
//! the tables alone; here they are packed together and compressed, as PDF allows since 1.5 and PDF/A since 2.
//! Objects keep their numbers and what they say, and streams what they hold, but for the hints of fonts.

use std::io::Write;

use super::hints::without_hints;
use super::loose::{LooseObject, LoosePdf};
use super::zlib::Zlib;

/// How many objects are packed together: whoever reads one unpacks all of them.
const PACK: usize = 1000;

/// What is said of bytes that are compressed.
const COMPRESSED: &[u8] = b"/Filter/FlateDecode";

/// A PDF as Typst writes it, packed; nothing where it is written otherwise.
pub(super) fn compact(pdf: &[u8]) -> Option<Vec<u8>> {
    let loose = LoosePdf::read(pdf)?;
    let last = loose.objects.last().map_or(0, |(number, _)| *number);
    let mut file = PackedPdf::begin(loose.version, usize::try_from(last).ok()?);
    let mut plain = Vec::new();
    for (number, object) in &loose.objects {
        match object {
            LooseObject::Plain(text) => plain.push((*number, *text)),
            LooseObject::Stream { entries, content } => file.write_lighter(*number, entries, content)?,
        }
    }
    for objects in plain.chunks(PACK) {
        file.write_packed(objects)?;
    }
    file.end(loose.trailer)
}

fn says(entries: &[u8], words: &[u8]) -> bool {
    entries.windows(words.len()).any(|some| some == words)
}

/// A file that is being written.
struct PackedPdf {
    bytes: Vec<u8>,
    /// The cross-reference entry of each object, by its number.
    entries: Vec<XrefEntry>,
    zlib: Zlib,
}

/// Where an object is to be found: an entry of the cross-reference stream.
#[derive(Clone, Copy)]
enum XrefEntry {
    /// The number is not used.
    Free,
    /// At this byte of the file.
    InFile(usize),
    /// In the object stream with this number, as its so many-th object.
    InStream(usize, usize),
}

impl PackedPdf {
    /// A header with bytes that show that the file is not text. Numbers up to `last` belong to the objects.
    fn begin(version: &[u8], last: usize) -> Self {
        let bytes = [b"%PDF-", version, b"\n%\xE2\xE3\xCF\xD3\n"].concat();
        Self { bytes, entries: vec![XrefEntry::Free; last + 1], zlib: Zlib::new() }
    }

    /// A stream compressed again, if that saves something. What undoes more than a compression stays as it is: the pictures.
    fn write_lighter(&mut self, number: u32, entries: &[u8], content: &[u8]) -> Option<()> {
        let number = usize::try_from(number).ok()?;
        let only_compressed = says(entries, COMPRESSED) && !says(entries, b"/DecodeParms");
        let Some(plain) = only_compressed.then(|| self.zlib.unpack(content)).flatten() else {
            return self.write_stream(number, entries, content);
        };
        let lighter = says(entries, b"/Subtype/CIDFontType0C").then(|| without_hints(&plain)).flatten();
        match self.zlib.pack(lighter.as_deref().unwrap_or(&plain)) {
            Some(packed) if packed.len() < content.len() => {
                let packed = packed.to_vec();
                self.write_stream(number, entries, &packed)
            }
            _ => self.write_stream(number, entries, content),
        }
    }

    /// Objects in the text of one, an object stream: their numbers and where they begin, then they themselves.
    fn write_packed(&mut self, objects: &[(u32, &[u8])]) -> Option<()> {
        let pack = self.entries.len();
        let (mut head, mut body) = (Vec::new(), Vec::new());
        for (at, (number, text)) in objects.iter().enumerate() {
            write!(head, "{number} {} ", body.len()).ok()?;
            body.extend([*text, b"\n"].concat());
            self.put(usize::try_from(*number).ok()?, XrefEntry::InStream(pack, at));
        }
        let entries = format!("/Type/ObjStm/N {}/First {}", objects.len(), head.len());
        head.extend(body);
        self.write_compressed(pack, entries.as_bytes(), &head)
    }

    fn write_compressed(&mut self, number: usize, entries: &[u8], content: &[u8]) -> Option<()> {
        let packed = self.zlib.pack(content)?.to_vec();
        self.write_stream(number, &[entries, COMPRESSED].concat(), &packed)
    }

    fn write_stream(&mut self, number: usize, entries: &[u8], content: &[u8]) -> Option<()> {
        self.put(number, XrefEntry::InFile(self.bytes.len()));
        write!(self.bytes, "{number} 0 obj\n<</Length {}", content.len()).ok()?;
        for part in [entries, b">>\nstream\n", content, b"\nendstream\nendobj\n"] {
            self.bytes.extend(part);
        }
        Some(())
    }

    fn put(&mut self, number: usize, entry: XrefEntry) {
        if self.entries.len() <= number {
            self.entries.resize(number + 1, XrefEntry::Free);
        }
        self.entries[number] = entry;
    }

    /// The cross-reference stream, which is an object itself, and where that begins.
    fn end(mut self, trailer: &[u8]) -> Option<Vec<u8>> {
        let (number, start) = (self.entries.len(), self.bytes.len());
        self.put(number, XrefEntry::InFile(start));
        let places = self.entries.iter().map(|entry| entry.bytes()).collect::<Option<Vec<_>>>()?;
        let entries = format!("/Type/XRef/Size {}/W[1 4 2]", self.entries.len());
        self.write_compressed(number, &[entries.as_bytes(), trailer].concat(), &places.concat())?;
        write!(self.bytes, "startxref\n{start}\n%%EOF\n").ok()?;
        Some(self.bytes)
    }
}

impl XrefEntry {
    fn bytes(self) -> Option<[u8; 7]> {
        let (kind, place, at) = match self {
            Self::Free => (0, 0, 0xFFFF),
            Self::InFile(byte) => (1, byte, 0),
            Self::InStream(pack, at) => (2, pack, at),
        };
        let mut bytes = [kind, 0, 0, 0, 0, 0, 0];
        bytes[1..5].copy_from_slice(&u32::try_from(place).ok()?.to_be_bytes());
        bytes[5..].copy_from_slice(&u16::try_from(at).ok()?.to_be_bytes());
        Some(bytes)
    }
}
