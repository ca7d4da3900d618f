//! The same PDF in fewer bytes. Typst writes every object by itself and in plain text, hundreds of them for the tags of
//! the tables alone; here they are packed together and compressed, as PDF allows since 1.5 and PDF/A since 2.
//! Objects keep their numbers, and streams what they hold, but for the hints of fonts.

use std::io::Write;

use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Dictionary, Document, Object, ObjectId, ObjectStream, Stream, Writer, dictionary};

use super::hints::without_hints;

/// How many objects are packed together: whoever reads one unpacks all of them.
const PACK: usize = 1000;

/// Of libdeflate's twelve, the first that looks for the shortest way to say something: 1.7 % shorter than zlib's best. The
/// two above take twice as long for another 0.1 %.
const LEVEL: i32 = 10;

/// A PDF as Typst writes it, packed.
pub(super) fn compact(pdf: &[u8]) -> lopdf::Result<Vec<u8>> {
    let document = Document::load_mem(pdf)?;
    let mut file = File::begin(&document.version)?;
    let is_stream = |(_, object): &(ObjectId, Object)| matches!(object, Object::Stream(_));
    let (streams, plain): (Vec<_>, Vec<_>) = document.objects.into_iter().partition(is_stream);
    for (id, stream) in streams {
        file.write(id.0, &recompressed(stream))?;
    }
    for (number, objects) in (document.max_id + 1..).zip(plain.chunks(PACK)) {
        file.write_packed(number, objects)?;
    }
    file.end(document.trailer)
}

/// A stream compressed again, if that saves something. What undoes more than a compression stays as it is: the pictures.
fn recompressed(object: Object) -> Object {
    let Object::Stream(mut stream) = object else { return object };
    let only_deflated = stream.filters().is_ok_and(|filters| filters == [b"FlateDecode"]);
    if only_deflated
        && !stream.dict.has(b"DecodeParms")
        && let Ok(content) = stream.get_plain_content()
    {
        let is_font = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"CIDFontType0C");
        let lighter = is_font.then(|| without_hints(&content)).flatten().unwrap_or(content);
        if let Some(smaller) = deflated(&lighter).filter(|smaller| smaller.len() < stream.content.len()) {
            stream.set_content(smaller);
        }
    }
    Object::Stream(stream)
}

fn deflated(content: &[u8]) -> Option<Vec<u8>> {
    let mut compressor = Compressor::new(CompressionLvl::new(LEVEL).unwrap_or_default());
    let mut bytes = vec![0; compressor.zlib_compress_bound(content.len())];
    let length = compressor.zlib_compress(content, &mut bytes).ok()?;
    bytes.truncate(length);
    Some(bytes)
}

/// A stream with this content, compressed.
fn stream(mut dictionary: Dictionary, content: Vec<u8>) -> Object {
    let content = match deflated(&content) {
        Some(smaller) => {
            dictionary.set("Filter", "FlateDecode");
            smaller
        }
        None => content,
    };
    Object::Stream(Stream::new(dictionary, content))
}

/// A file that is being written.
struct File {
    bytes: Vec<u8>,
    /// The cross-reference entry of each object, by its number.
    entries: Vec<XrefEntry>,
}

/// Where an object is to be found: an entry of the cross-reference stream.
#[derive(Clone, Copy)]
enum XrefEntry {
    /// The number is not used.
    Free,
    /// At this byte of the file.
    InFile(usize),
    /// In the object stream with this number, as its so many-th object.
    InStream(u32, usize),
}

impl File {
    /// A header with bytes that show that the file is not text.
    fn begin(version: &str) -> lopdf::Result<Self> {
        let mut bytes = Vec::new();
        writeln!(bytes, "%PDF-{version}")?;
        bytes.extend(b"%\xE2\xE3\xCF\xD3\n");
        Ok(Self { bytes, entries: Vec::new() })
    }

    fn write(&mut self, number: u32, object: &Object) -> lopdf::Result<()> {
        self.put(number, XrefEntry::InFile(self.bytes.len()));
        writeln!(self.bytes, "{number} 0 obj")?;
        Writer::write_object(&mut self.bytes, object)?;
        self.bytes.extend(b"\nendobj\n");
        Ok(())
    }

    fn write_packed(&mut self, number: u32, objects: &[(ObjectId, Object)]) -> lopdf::Result<()> {
        let mut pack = ObjectStream::builder().max_objects(objects.len()).compression_level(0).build();
        for (at, (id, object)) in objects.iter().enumerate() {
            pack.add_object(*id, object.clone())?;
            self.put(id.0, XrefEntry::InStream(number, at));
        }
        let Stream { dict, content, .. } = pack.to_stream_object()?;
        self.write(number, &stream(dict, content))
    }

    fn put(&mut self, number: u32, entry: XrefEntry) {
        let at = number as usize;
        if self.entries.len() <= at {
            self.entries.resize(at + 1, XrefEntry::Free);
        }
        self.entries[at] = entry;
    }

    /// The cross-reference stream, which is an object itself, and where that begins.
    fn end(mut self, trailer: Dictionary) -> lopdf::Result<Vec<u8>> {
        let (number, start) = (self.entries.len(), self.bytes.len());
        self.entries.push(XrefEntry::InFile(start));
        let mut dictionary = dictionary! {
            "Type" => "XRef",
            "Size" => i64::try_from(self.entries.len())?,
            "W" => vec![1.into(), 4.into(), 2.into()],
        };
        for (key, value) in trailer.into_iter().filter(|(key, _)| KEPT.contains(&key.as_slice())) {
            dictionary.set(key, value);
        }
        let entries = self.entries.iter().map(|entry| entry.bytes()).collect::<lopdf::Result<Vec<_>>>()?;
        let list = stream(dictionary, entries.concat());
        self.write(u32::try_from(number)?, &list)?;
        write!(self.bytes, "startxref\n{start}\n%%EOF\n")?;
        Ok(self.bytes)
    }
}

/// What a trailer says besides where objects are.
const KEPT: [&[u8]; 3] = [b"Root", b"Info", b"ID"];

impl XrefEntry {
    fn bytes(self) -> lopdf::Result<Vec<u8>> {
        let (kind, place, at) = match self {
            Self::Free => (0, 0, 0xFFFF),
            Self::InFile(byte) => (1, u32::try_from(byte)?, 0),
            Self::InStream(pack, at) => (2, pack, u16::try_from(at)?),
        };
        Ok([&[kind][..], &place.to_be_bytes(), &at.to_be_bytes()].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page with a stream, and so many objects that they do not fit in one pack.
    fn sample() -> Document {
        let mut document = Document::with_version("1.7");
        let pages = document.new_object_id();
        let content = document.add_object(Stream::new(Dictionary::new(), b"0 0 m 1 1 l S ".repeat(100)));
        let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content });
        document.set_object(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 });
        let more: Vec<Object> =
            (0..PACK).map(|_| document.add_object(Object::string_literal("again")).into()).collect();
        let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages, "More" => more });
        document.trailer.set("Root", root);
        document
    }

    fn written(mut document: Document) -> Vec<u8> {
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).expect("memory");
        bytes
    }

    #[test]
    fn holds_the_same_objects_in_fewer_bytes() {
        let long = written(sample());
        let short = compact(&long).expect("a sound file");
        assert!(short.len() < long.len() / 2, "{} of {}", short.len(), long.len());
        let (before, after) = (Document::load_mem(&long).expect("sound"), Document::load_mem(&short).expect("sound"));
        for (id, object) in &before.objects {
            assert_eq!(after.get_object(*id).ok(), Some(object));
        }
        assert_eq!(after.catalog().ok(), before.catalog().ok());
    }

    #[test]
    fn a_compressed_stream_is_compressed_better_and_holds_the_same() {
        let mut document = sample();
        document.compress();
        let before = document.clone();
        let after = Document::load_mem(&compact(&written(document)).expect("sound")).expect("sound");
        let content = |document: &Document| document.get_page_content(document.page_iter().next().expect("a page"));
        assert_eq!(content(&after), content(&before));
    }

    #[test]
    fn what_is_no_pdf_is_refused() {
        assert!(compact(b"no PDF").is_err());
    }
}
