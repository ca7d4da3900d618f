//! A PDF as Typst writes it, object by object in plain text: where they stand, without reading what most of them say.
//! Written otherwise, it is not understood, and nothing is guessed.

/// The objects of a file.
pub(super) struct LoosePdf<'a> {
    /// Which PDF it is: 1.7.
    pub(super) version: &'a [u8],
    /// The objects with their numbers, in the order of these.
    pub(super) objects: Vec<(u32, LooseObject<'a>)>,
    /// What the trailer says but for the number of objects.
    pub(super) trailer: &'a [u8],
}

/// An object without its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LooseObject<'a> {
    /// Whatever it is, as it is written.
    Plain(&'a [u8]),
    /// Bytes.
    Stream {
        /// What is said of the bytes, but for how many they are.
        entries: &'a [u8],
        /// The bytes.
        content: &'a [u8],
    },
}

/// How long a line of the table of objects is.
const PLACE: usize = 20;

impl<'a> LoosePdf<'a> {
    /// Finds the objects of a file.
    pub(super) fn read(pdf: &'a [u8]) -> Option<Self> {
        let version = pdf.strip_prefix(b"%PDF-")?.split(|byte| *byte == b'\n').next()?;
        let (before, table) = digits_at_end(pdf.strip_suffix(b"\n%%EOF")?)?;
        let before = before.strip_suffix(b"\nstartxref\n")?;
        let (count, places) = digits(before.get(table..)?.strip_prefix(b"xref\n0 ")?)?;
        let (places, trailer) = places.strip_prefix(b"\n")?.split_at_checked(count.checked_mul(PLACE)?)?;
        let (_, trailer) = digits(trailer.strip_prefix(b"trailer\n<</Size ")?)?;
        let objects = objects(pdf, &starts(places)?, table)?;
        Some(Self { version, objects, trailer: trailer.strip_suffix(b">>")? })
    }
}

/// The objects that are used, with where they begin.
fn starts(places: &[u8]) -> Option<Vec<(u32, usize)>> {
    let mut starts = Vec::new();
    for (number, place) in (0..).zip(places.chunks(PLACE)) {
        if place.get(17) == Some(&b'n') {
            starts.push((number, digits(place)?.0));
        }
    }
    Some(starts)
}

/// The objects that begin there; one goes on to the next in the file, and the last to `end`.
fn objects<'a>(pdf: &'a [u8], starts: &[(u32, usize)], end: usize) -> Option<Vec<(u32, LooseObject<'a>)>> {
    let mut in_file = starts.to_vec();
    in_file.sort_unstable_by_key(|(_, start)| *start);
    let ends = in_file.iter().skip(1).map(|(_, start)| *start).chain([end]);
    let objects = in_file.iter().zip(ends).map(|((number, start), end)| {
        let (said, object) = digits(pdf.get(*start..end)?)?;
        let object = object.strip_prefix(b" 0 obj\n")?.strip_suffix(b"\nendobj\n")?;
        (said == usize::try_from(*number).ok()?).then_some((*number, LooseObject::read(object)?))
    });
    let mut objects = objects.collect::<Option<Vec<_>>>()?;
    objects.sort_unstable_by_key(|(number, _)| *number);
    Some(objects)
}

impl<'a> LooseObject<'a> {
    fn read(object: &'a [u8]) -> Option<Self> {
        let Some(stream) = object.strip_suffix(b"\nendstream") else { return Some(Self::Plain(object)) };
        let (length, stream) = digits(stream.strip_prefix(b"<</Length ")?)?;
        let (entries, content) = stream.split_at_checked(stream.len().checked_sub(length)?)?;
        Some(Self::Stream { entries: entries.strip_suffix(b">>\nstream\n")?, content })
    }
}

/// The number that stands first, and what stands behind it.
fn digits(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let length = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, rest) = bytes.split_at(length);
    Some((str::from_utf8(number).ok()?.parse().ok()?, rest))
}

/// What stands before the number that stands last, and the number.
fn digits_at_end(bytes: &[u8]) -> Option<(&[u8], usize)> {
    let length = bytes.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let (before, number) = bytes.split_at(bytes.len() - length);
    Some((before, digits(number)?.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three objects, of which the second stands first; the number 2 is not used.
    fn sample() -> Vec<u8> {
        let mut pdf = b"%PDF-1.7\n%\x80\x80\x80\x80\n".to_vec();
        let third = pdf.len();
        pdf.extend(b"3 0 obj\n<</Length 7/Filter/None>>\nstream\nendobj\n\nendstream\nendobj\n");
        let first = pdf.len();
        pdf.extend(b"1 0 obj\n<</Kids[3 0 R]>>\nendobj\n");
        let table = pdf.len();
        pdf.extend(format!("xref\n0 4\n0000000002 65535 f\r\n{first:010} 00000 n\r\n").bytes());
        pdf.extend(format!("0000000000 00000 f\r\n{third:010} 00000 n\r\n").bytes());
        pdf.extend(format!("trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{table}\n%%EOF").bytes());
        pdf
    }

    #[test]
    fn objects_are_found_and_not_read() {
        let pdf = sample();
        let loose = LoosePdf::read(&pdf).expect("as Typst writes it");
        assert_eq!((loose.version, loose.trailer), (&b"1.7"[..], &b"/Root 1 0 R"[..]));
        let stream = LooseObject::Stream { entries: b"/Filter/None", content: b"endobj\n" };
        assert_eq!(loose.objects, [(1, LooseObject::Plain(b"<</Kids[3 0 R]>>")), (3, stream)]);
    }

    #[test]
    fn what_is_written_otherwise_is_not_understood() {
        let pdf = sample();
        for length in 0..pdf.len() {
            assert!(LoosePdf::read(&pdf[..length]).is_none(), "{length}");
        }
        for (from, to) in [("/Length 7", "/Length 8"), ("3 0 obj", "4 0 obj"), ("xref\n0 4", "xref\n0 5")] {
            let other = String::from_utf8_lossy(&pdf).replacen(from, to, 1);
            assert!(LoosePdf::read(other.as_bytes()).is_none(), "{to}");
        }
    }
}
