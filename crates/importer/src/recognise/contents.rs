//! Tables of contents: the headings of the sections one below the other, with or without the numbers of their pages.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::SectionKind;
use nianbao_model::width::half_width;

use super::section_heading::opened;
use super::words::{dense, is_blank};
use crate::Document;
use crate::document::{Dropped, Paragraph, Part};

/// A table of contents names so many sections.
const FEWEST: usize = 3;

/// No entry is longer, in characters.
const LONGEST: usize = 60;

/// Takes tables of contents out of `document`; its parts keep their numbers.
pub(super) fn resolve(document: &mut Document) {
    let lines: Vec<ContentsLine> = document.parts.iter().map(ContentsLine::of).collect();
    let last: BTreeMap<SectionKind, usize> =
        lines.iter().enumerate().flat_map(|(at, line)| line.opens.iter().map(move |kind| (*kind, at))).collect();
    let mut at = 0;
    while at < lines.len() {
        let length = length(&lines, at, &last);
        for part in document.parts.iter_mut().skip(at).take(length) {
            let Part::Paragraph(paragraph) = part else { continue };
            let text = paragraph.text().trim().to_owned();
            if !text.is_empty() {
                let place = paragraph.place.clone();
                document.dropped.push(Dropped { kind: "目录".to_owned(), text, place: place.clone() });
                *paragraph = Paragraph { place, ..Paragraph::default() };
            }
        }
        at += length.max(1);
    }
}

/// What a part says.
#[derive(Debug, Default, PartialEq)]
enum Says {
    /// The heading of the table: 目录.
    Heading,
    Nothing,
    #[default]
    Words,
}

/// What a part may be in a table of contents.
#[derive(Debug, Default)]
struct ContentsLine {
    says: Says,
    /// Whether all its lines end with the number of a page.
    is_paged: bool,
    /// Whether dots or a gap lead to that number.
    is_led: bool,
    /// The sections that its lines name; empty where one of them is no entry.
    opens: Vec<SectionKind>,
}

impl ContentsLine {
    fn of(part: &Part) -> Self {
        let Part::Paragraph(paragraph) = part else { return Self::default() };
        let text = paragraph.text();
        let lines: Vec<&str> = text.split('\n').filter(|line| !dense(line).is_empty()).collect();
        if lines.iter().any(|line| line.chars().count() > LONGEST) {
            return Self::default();
        }
        let entries: Vec<(&str, bool)> = lines.iter().map(|line| entry(line)).collect();
        let says = match dense(&text).as_str() {
            "目录" | "目次" => Says::Heading,
            _ if lines.is_empty() => Says::Nothing,
            _ => Says::Words,
        };
        let kinds = entries.iter().map(|(name, _)| opened(name, false).map(|(kind, _)| kind));
        Self {
            says,
            is_paged: !lines.is_empty() && entries.iter().all(|(_, is_paged)| *is_paged),
            is_led: ["……", "...", "···", "⋯", "\t"].iter().any(|leader| text.contains(leader)),
            opens: kinds.collect::<Option<Vec<_>>>().unwrap_or_default(),
        }
    }
}

/// How many parts from `at` on are a table of contents; 0 if none begins there. `last` is where each section is named last.
fn length(lines: &[ContentsLine], at: usize, last: &BTreeMap<SectionKind, usize>) -> usize {
    let Some(first) = lines.get(at).filter(|line| line.says == Says::Heading || !line.opens.is_empty()) else {
        return 0;
    };
    let mut named = BTreeSet::new();
    let (mut end, mut paged) = (at, 0);
    for (number, line) in lines.iter().enumerate().skip(at) {
        // What opens a section for the second time is the section.
        let is_new = !line.opens.is_empty() && line.opens.iter().all(|kind| named.insert(*kind));
        let is_other = line.is_paged && line.opens.is_empty();
        if is_new || is_other {
            // A line that only ends with a number may be text, unless more entries follow.
            end = if is_new || line.is_led { number + 1 } else { end };
            paged += usize::from(line.is_paged);
        } else if number == at && first.says == Says::Heading {
            end = number + 1;
        } else if line.says != Says::Nothing {
            break;
        }
    }
    let comes_again = named.iter().filter(|kind| last.get(kind).is_some_and(|last| *last >= end)).count();
    let is_contents = named.len() >= FEWEST && (paged >= FEWEST || comes_again >= FEWEST);
    if is_contents { end - at } else { 0 }
}

/// The entry that a line is, and whether it ends with the number of a page: `一、总体情况……1`, `一、总体情况（1）`.
fn entry(line: &str) -> (&str, bool) {
    let closing = |c: char| is_blank(c) || matches!(c, ')' | '）' | '-' | '—');
    let leading = |c: char| is_blank(c) || matches!(c, '…' | '.' | '．' | '·' | '⋯' | '-' | '—' | '_' | '(' | '（');
    let line = line.trim_matches(is_blank);
    let whole = line.trim_end_matches(closing);
    let head = whole.trim_end_matches(|c: char| half_width(c).is_ascii_digit());
    let digits = whole.chars().count() - head.chars().count();
    let name = head.trim_end_matches(leading);
    if (1..=3).contains(&digits) && !name.is_empty() { (name, true) } else { (line, false) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Place;
    use crate::recognise;

    fn document(lines: &[&str]) -> Document {
        let parts = lines.iter().map(|line| Part::Paragraph(Paragraph::plain(*line, Place::Unknown)));
        Document { parts: parts.collect(), ..Document::default() }
    }

    const REPORT: [&str; 7] = [
        "某市某局2024年政府信息公开工作年度报告",
        "一、总体情况",
        "公开信息10条。",
        "五、存在的主要问题及改进情况",
        "解读形式单一，将增加图解。",
        "六、其他需要报告的事项",
        "没有收取费用。",
    ];

    fn contents(behind: impl Fn(usize) -> String) -> Vec<String> {
        let headings = SectionKind::ALL.iter().enumerate();
        headings.map(|(at, kind)| format!("{}、{}{}", kind.numeral(), kind.heading(), behind(at + 1))).collect()
    }

    #[test]
    fn a_table_of_contents_is_left_out_whatever_its_shape() {
        let behind: [&dyn Fn(usize) -> String; 5] = [
            &|page| format!("……{page}"),
            &|page| format!("\t{page}"),
            &|page| format!("　{page}"),
            &|page| format!("（{page}）"),
            &|_| String::new(),
        ];
        for behind in behind {
            for heading in [&["目 录"][..], &[]] {
                let contents = contents(behind);
                let lines: Vec<&str> =
                    heading.iter().copied().chain(contents.iter().map(String::as_str)).chain(REPORT).collect();
                let imported = recognise(&document(&lines), None);
                assert_eq!((imported.agency.as_deref(), imported.year), (Some("某市某局"), Some(2024)), "{lines:?}");
                let plain = recognise(&document(&REPORT), None);
                assert_eq!(imported.report.narrative, plain.report.narrative, "{lines:?}");
                assert_eq!(imported.dropped.iter().filter(|dropped| dropped.kind == "目录").count(), lines.len() - 7);
            }
        }
    }

    #[test]
    fn what_is_no_table_of_contents_stays() {
        let mut plain = document(&REPORT);
        resolve(&mut plain);
        assert_eq!(plain, document(&REPORT));
        let rows = ["一、本年新收政府信息公开申请数量 12", "二、上年结转政府信息公开申请数量 3", "（一）予以公开 4"];
        let mut table = document(&rows);
        resolve(&mut table);
        assert_eq!(table, document(&rows));
    }
}
