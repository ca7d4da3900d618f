//! Paragraphs that were indented by hand. CommonMark takes four spaces for program code; an editor means a paragraph.
//! The spaces are taken out before the text is read, and places are counted as if they were still there.

use std::ops::Range;

use nianbao_model::Diagnostic;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use crate::codes::markdown;
use crate::open_file::OpenFile;

/// How often to look again: what is dedented may hold what is indented still.
const ROUNDS: usize = 4;

/// The dialect that narratives are written in: CommonMark with tables and footnotes. Task lists are recognised in order
/// to be refused.
pub(super) fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS)
}

/// A text without hand-made indentation.
pub(super) struct Dedented {
    pub(super) text: String,
    /// Where the text was cut, counted in the new text, and how much was taken out up to there.
    cuts: Vec<(usize, usize)>,
    /// The indentation taken out, in the old text.
    taken: Vec<Range<usize>>,
}

pub(super) fn dedent(text: &str) -> Dedented {
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut dedented = Dedented { text: text.to_owned(), cuts: Vec::new(), taken: Vec::new() };
    for _ in 0..ROUNDS {
        let more = indentation(&dedented.text);
        if more.is_empty() {
            break;
        }
        taken.extend(more.into_iter().map(|range| dedented.start(range.start)..dedented.end(range.end)));
        taken.sort_by_key(|range| range.start);
        dedented = without(text, &taken);
    }
    dedented
}

/// The white space before each line that would be taken for program code.
fn indentation(text: &str) -> Vec<Range<usize>> {
    let blocks = parser(text)
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))));
    let mut found: Vec<Range<usize>> = Vec::new();
    for (_, block) in blocks {
        let mut start = text.get(..block.start).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        while start < block.end {
            let line = text.get(start..).and_then(|rest| rest.split_inclusive('\n').next()).unwrap_or("");
            let body = line.trim_start_matches([' ', '\t']);
            let indent = line.len() - body.len();
            if indent > 0 && !body.trim().is_empty() {
                found.push(start..start + indent);
            }
            start += line.len().max(1);
        }
    }
    found.dedup();
    found
}

fn without(text: &str, taken: &[Range<usize>]) -> Dedented {
    let mut kept = String::with_capacity(text.len());
    let mut cuts = Vec::new();
    let (mut at, mut total) = (0, 0);
    for range in taken {
        kept.push_str(text.get(at..range.start).unwrap_or(""));
        total += range.len();
        cuts.push((kept.len(), total));
        at = range.end;
    }
    kept.push_str(text.get(at..).unwrap_or(""));
    Dedented { text: kept, cuts, taken: taken.to_vec() }
}

impl Dedented {
    /// The place in the old text of something that starts at `at`.
    fn start(&self, at: usize) -> usize {
        at + self.taken_before(self.cuts.partition_point(|(cut, _)| *cut <= at))
    }

    /// The place in the old text of something that ends at `at`.
    fn end(&self, at: usize) -> usize {
        at + self.taken_before(self.cuts.partition_point(|(cut, _)| *cut < at))
    }

    /// How much the first cuts took out together.
    fn taken_before(&self, cuts: usize) -> usize {
        cuts.checked_sub(1).and_then(|last| self.cuts.get(last)).map_or(0, |(_, total)| *total)
    }

    pub(super) fn range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.start(range.start);
        start..self.end(range.end).max(start)
    }

    pub(super) fn hints(&self, file: &OpenFile) -> Vec<Diagnostic> {
        self.taken
            .iter()
            .map(|range| {
                let span = file.span(range.clone());
                Diagnostic::new(&markdown::INDENTED, "段首不必用空格缩进，已按普通段落读取")
                    .at(span, "")
                    .help("删去行首的空格，段落之间空一行。")
                    .suggest(span, "")
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indented_paragraphs_become_paragraphs_and_keep_their_places() {
        let text = "# 一\n\n    甲乙\n\n\t丙\n    丁\n\n- 戊\n  己\n";
        let dedented = dedent(text);
        assert_eq!(dedented.text, "# 一\n\n甲乙\n\n丙\n丁\n\n- 戊\n  己\n");
        for word in ["甲乙", "丙", "丁", "戊", "己"] {
            let (new, old) = (dedented.text.find(word).expect("kept"), text.find(word).expect("there"));
            assert_eq!(dedented.range(new..new + word.len()), old..old + word.len(), "{word}");
        }
        assert_eq!(dedented.taken.len(), 3);
    }

    #[test]
    fn continuations_of_lists_are_left_alone() {
        let text = "1. 甲\n\n    甲的第二段\n\n2. 乙\n";
        assert_eq!(dedent(text).text, text);
    }
}
