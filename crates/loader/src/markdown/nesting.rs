//! Lines that open with more marks of quotes and lists than anybody writes: each opens a block within the last, and the
//! parser keeps them all.

use std::ops::Range;

/// No line of a report opens with more of them.
const MOST: usize = 100;

/// The first line that opens with too many marks.
pub(super) fn too_deep(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').find_map(|line| {
        let place = start..start + line.trim_end().len();
        start += line.len();
        (marks(line) > MOST).then_some(place)
    })
}

/// How many marks of quotes and lists open a line.
fn marks(line: &str) -> usize {
    let opening = line.bytes().take_while(|byte| b"> \t-+*.)0123456789".contains(byte));
    let spaced = |byte: u8, next: Option<u8>| b"-+*.)".contains(&byte) && matches!(next, Some(b' ' | b'\t'));
    let behind = line.bytes().skip(1).map(Some).chain([None]);
    opening.zip(behind).filter(|(byte, next)| *byte == b'>' || spaced(*byte, *next)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_very_many_marks_are_found() {
        let depths =
            |mark: &str| [too_deep(&mark.repeat(MOST)), too_deep(&format!("甲\n{}乙\n", mark.repeat(MOST + 1)))];
        for mark in [">", "> ", "- ", "1. ", "2) ", ">+ "] {
            let [few, many] = depths(mark);
            assert!(few.is_none() || mark.len() > 2, "{mark}");
            assert_eq!(many.map(|place| place.start), Some("甲\n".len()), "{mark}");
        }
        for line in ["-".repeat(500), "*".repeat(500), "2024.".repeat(500), " ".repeat(500)] {
            assert_eq!(too_deep(&line), None, "{line}");
        }
    }
}
