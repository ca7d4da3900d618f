//! Fonts without hints, which tell coarse screens how to bend an outline. Those of FandolFang bend them out of shape, where
//! a viewer heeds them at all, and the other free fonts have hardly any; without them a report is 11 KB smaller.
//!
//! A font in a PDF (CFF, Adobe's technical notes 5176 and 5177) ends with its glyphs, as Typst's subsetter writes it, so
//! all that stands before them stays as it is. What is put together in another way stays as it is as a whole.

mod glyph;

use self::glyph::keep_without_hints;

/// The operator of a font's description that tells where the glyphs are.
const CHAR_STRINGS: u8 = 17;

/// The font without hints; nothing where it is not understood.
pub(super) fn without_hints(font: &[u8]) -> Option<Vec<u8>> {
    let header = usize::from(*font.get(2)?);
    let (_, names_end) = index(font, header)?;
    let (descriptions, _) = index(font, names_end)?;
    let start = char_strings(descriptions.first()?)?;
    let (glyphs, end) = index(font, start)?;
    let mut list = ElementList::default();
    for glyph in glyphs {
        keep_without_hints(glyph, &mut list.elements)?;
        list.ends.push(list.elements.len());
    }
    let mut lighter = font.get(..start)?.to_vec();
    list.write(&mut lighter)?;
    (end == font.len()).then_some(lighter)
}

/// The elements of a list (INDEX) that begins at `start`, and where it ends.
fn index(font: &[u8], start: usize) -> Option<(Vec<&[u8]>, usize)> {
    let count = number(font.get(start..start + 2)?);
    if count == 0 {
        return Some((Vec::new(), start + 2));
    }
    let size = usize::from(*font.get(start + 2)?);
    let places = font.get(start + 3..start + 3 + (count + 1) * size)?;
    // Offsets count from the byte before the elements.
    let data = start + 2 + places.len();
    let ends: Vec<usize> = places.chunks(size).map(|place| data + number(place)).collect();
    let elements = ends.windows(2).map(|pair| font.get(pair[0]..pair[1]));
    Some((elements.collect::<Option<_>>()?, *ends.last()?))
}

fn number(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// A list (INDEX) that is being put together.
#[derive(Default)]
struct ElementList {
    /// Its elements, one behind the other.
    elements: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
}

impl ElementList {
    fn write(&self, bytes: &mut Vec<u8>) -> Option<()> {
        // Places count from the byte before the elements.
        let last = u32::try_from(self.elements.len() + 1).ok()?;
        let size = (1..=4).find(|size| *size == 4 || last < 1 << (8 * size))?;
        bytes.extend(u16::try_from(self.ends.len()).ok()?.to_be_bytes());
        bytes.push(u8::try_from(size).ok()?);
        for end in [0].iter().chain(&self.ends) {
            bytes.extend(&u32::try_from(end + 1).ok()?.to_be_bytes()[4 - size..]);
        }
        bytes.extend(&self.elements);
        Some(())
    }
}

/// Where the glyphs are, as a font's description says: numbers, then what they mean.
fn char_strings(description: &[u8]) -> Option<usize> {
    let (mut rest, mut last) = (description, None);
    while let Some((&first, after)) = rest.split_first() {
        let length = match first {
            CHAR_STRINGS => return last,
            12 | 247..=254 => 1,
            28 => 2,
            29 => 4,
            30 => 1 + after.iter().position(|byte| byte & 0x0F == 0x0F)?, // the digits of a fraction
            _ => 0,
        };
        // The place of something is always written with four bytes here.
        last = (first == 29).then(|| after.get(..length).map(number)).flatten();
        rest = after.get(length..)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(elements: &[Vec<u8>]) -> Option<Vec<u8>> {
        let ends = (1..=elements.len()).map(|count| elements[..count].concat().len()).collect();
        let mut bytes = Vec::new();
        ElementList { elements: elements.concat(), ends }.write(&mut bytes)?;
        Some(bytes)
    }

    /// A font of these glyphs: a name, a description, nothing else.
    fn font(glyphs: &[Vec<u8>]) -> Vec<u8> {
        let mut font = vec![1, 0, 4, 4];
        font.extend(written(&[b"Name".to_vec()]).expect("short"));
        let description =
            |start: u32| [&[30, 0x1A, 0x2F, 139, 12, 7, 29][..], &start.to_be_bytes(), &[CHAR_STRINGS]].concat();
        let start = font.len() + written(&[description(0)]).expect("short").len();
        font.extend(written(&[description(u32::try_from(start).expect("short"))]).expect("short"));
        font.extend(written(glyphs).expect("few"));
        font
    }

    #[test]
    fn glyphs_lose_their_hints_and_all_else_stays() {
        let (hinted, plain) = (vec![139, 140, 1, 139, 140, 21, 14], vec![139, 140, 21, 14]);
        let many = vec![plain; 200];
        assert_eq!(without_hints(&font(&vec![hinted; 200])), Some(font(&many)));
        assert_eq!(without_hints(&font(&many)), Some(font(&many)));
    }

    #[test]
    fn what_is_put_together_otherwise_stays_as_it_is() {
        let sound = font(&[vec![14]]);
        assert_eq!(without_hints(&[&sound[..], &[0]].concat()), None);
        for length in 0..sound.len() {
            assert_eq!(without_hints(&sound[..length]), None);
        }
    }
}
