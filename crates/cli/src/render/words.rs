//! Which words of a text changed.

use nianbao_builder::html::{ChangedSegment, SegmentKind};
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// Texts of more words on either side are held against each other from their ends alone: the time for
/// finding each word grows with the square.
const MOST: usize = 2000;

/// A text that became another, stretch by stretch.
pub(crate) fn segments(before: &str, after: &str) -> Vec<ChangedSegment> {
    let (old, new) = (words(before), words(after));
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(old, new)| old == new).count();
    let middle =
        |words: &[&str]| words[head..words.len() - tail].iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    let mut told = Segments::default();
    told.push(SegmentKind::Same, &old[..head].concat());
    told.middle(&middle(&old), &middle(&new));
    told.push(SegmentKind::Same, &old[old.len() - tail..].concat());
    told.0
}

#[derive(Default)]
struct Segments(Vec<ChangedSegment>);

impl Segments {
    fn push(&mut self, kind: SegmentKind, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.kind == kind => last.text.push_str(text),
            _ => self.0.push(ChangedSegment { kind, text: text.to_owned() }),
        }
    }

    fn replace(&mut self, old: &str, new: &str) {
        self.push(SegmentKind::Removed, old);
        self.push(SegmentKind::Added, new);
    }

    fn middle(&mut self, old: &[String], new: &[String]) {
        if old.len().max(new.len()) > MOST {
            return self.replace(&old.concat(), &new.concat());
        }
        // What is gone and new since the last stretch that stayed.
        let (mut gone, mut came) = (String::new(), String::new());
        for operation in capture_diff_slices(Algorithm::Myers, old, new) {
            let (tag, olds, news) = operation.as_tag_tuple();
            let [was, is] = [old.get(olds), new.get(news)].map(Option::unwrap_or_default);
            // A lone word that stayed between two changes makes them harder to read.
            let lone = was.len() == 1 && !(gone.is_empty() && came.is_empty());
            if tag == DiffTag::Equal && !lone {
                self.replace(&std::mem::take(&mut gone), &std::mem::take(&mut came));
                self.push(SegmentKind::Same, &was.concat());
            } else {
                gone += &was.concat();
                came += &is.concat();
            }
        }
        // The same word at both ends stayed after all; a digit is a piece of one.
        let end = gone.chars().next_back().filter(|last| !is_latin(*last) && came.ends_with(*last));
        let kept = end.map_or(0, char::len_utf8);
        let (gone, stayed) = gone.split_at(gone.len() - kept);
        let (came, _) = came.split_at(came.len() - kept);
        self.replace(gone, came);
        self.push(SegmentKind::Same, stayed);
    }
}

/// Numbers and Latin words in one piece, every other character for itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let joined = is_latin(before) && is_latin(character) || is_point(text, at, before);
        if at > start && !joined {
            words.extend(text.get(start..at));
            start = at;
        }
        before = character;
    }
    words.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    words
}

fn is_latin(character: char) -> bool {
    character.is_ascii_alphanumeric()
}

/// Whether the point or comma of a number, or the digit behind it, stands at `at`.
fn is_point(text: &str, at: usize, before: char) -> bool {
    let mut behind = text.get(at..).unwrap_or_default().chars();
    let digit = |character: Option<char>| character.is_some_and(|one| one.is_ascii_digit());
    match behind.next() {
        Some('.' | ',') => before.is_ascii_digit() && digit(behind.next()),
        here => {
            let mut ahead = text.get(..at).unwrap_or_default().chars().rev();
            digit(here) && matches!(ahead.next(), Some('.' | ',')) && digit(ahead.next())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> String {
        let sign = |segment: ChangedSegment| match segment.kind {
            SegmentKind::Same => segment.text,
            SegmentKind::Removed => format!("[-{}]", segment.text),
            SegmentKind::Added => format!("[+{}]", segment.text),
        };
        segments(before, after).into_iter().map(sign).collect()
    }

    #[test]
    fn the_words_that_changed_are_marked() {
        assert_eq!(told("全年受理3件。", "全年受理15件。"), "全年受理[-3][+15]件。");
        assert_eq!(told("共1,234.5万元", "共1,235.5万元"), "共[-1,234.5][+1,235.5]万元");
        assert_eq!(told("解读形式单一。", "解读形式单一，频次不高。"), "解读形式单一[+，频次不高]。");
        assert_eq!(told("相同", "相同"), "相同");
        assert_eq!(told("", "新"), "[+新]");
        assert_eq!(told("旧", ""), "[-旧]");
        assert_eq!(told("加强业务培训和考核", "开展业务培训、考核"), "[-加强][+开展]业务培训[-和][+、]考核");
    }

    #[test]
    fn nothing_is_lost_however_long_it_is() {
        let (before, after) = ("甲乙丙".repeat(2000), "甲丙丁".repeat(2000));
        let of = |kind| {
            let kept = segments(&before, &after).into_iter().filter(move |one| one.kind != kind);
            kept.map(|segment| segment.text).collect::<String>()
        };
        assert_eq!((of(SegmentKind::Added), of(SegmentKind::Removed)), (before.clone(), after.clone()));
    }
}
