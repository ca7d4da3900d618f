//! The head of a document: what stands before its text, and where the title is in it.

use std::ops::Range;

use nianbao_model::SectionKind;

use super::block;
use super::title::{Title, is_agency};
use crate::Document;
use crate::document::{Paragraph, Part, Style};
use crate::recognise::section_heading::{Strength, opened};
use crate::recognise::words::{STOPS, dense};
use crate::recognise::{chrome, sole};

/// A title is looked for in no more parts: longer heads than these are no heads.
const FURTHEST: usize = 400;

/// A title in front of text is no longer, in characters.
const LONGEST: usize = 80;

/// A title stands in no more lines.
const LINES: usize = 4;

/// The title that a document shows.
#[derive(Debug, Clone)]
pub(super) struct ShownTitle {
    pub(super) title: Title,
    /// The parts that it is made of.
    pub(super) parts: Range<usize>,
    /// How many bytes of its part it takes, where text follows in the same paragraph.
    pub(super) prefix: Option<usize>,
}

/// A line of the head.
struct HeadLine {
    part: usize,
    text: String,
    /// Whether the source shows it as a title or in the middle.
    raised: bool,
}

/// All titles in the head of a document, in order.
pub(super) fn titles(document: &Document) -> Vec<ShownTitle> {
    if sole::has_lines(document.format) {
        return within(document, document.parts.len());
    }
    let first_section = first_section(document);
    let limit = first_prose(document, 0).min(first_section);
    let found = within(document, limit);
    if found.is_empty() { within(document, first_section) } else { found }
}

/// The part with which the text begins, counted from `from`: a section or a paragraph of prose.
pub(super) fn body(document: &Document, from: usize) -> usize {
    first_prose(document, from).min(first_section(document).max(from))
}

fn within(document: &Document, limit: usize) -> Vec<ShownTitle> {
    let lines = lines(document, limit);
    let mut found: Vec<ShownTitle> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match best(lines.get(at..).unwrap_or_default()) {
            Some((title, count)) => {
                let of = |at: usize| lines.get(at).map_or(0, |line| line.part);
                found.push(ShownTitle { title, parts: of(at)..of(at + count - 1) + 1, prefix: None });
                at += count;
            }
            None => at += 1,
        }
    }
    found.extend(glued(document, limit));
    found
}

/// The title that these lines begin with and how many of them it takes: the one that says most.
fn best(lines: &[HeadLine]) -> Option<(Title, usize)> {
    let mut words = String::new();
    let mut best: Option<(Title, usize)> = None;
    for (at, line) in lines.iter().take(LINES).enumerate() {
        if at > 0 && !may_go_on(lines, at) {
            break;
        }
        words.push_str(&line.text);
        let Some(title) = Title::of(&words) else { continue };
        if best.as_ref().is_none_or(|(best, _)| title.weight() > best.weight()) {
            best = Some((title, at + 1));
        }
    }
    best
}

/// Whether a title may go on with the line `at`.
fn may_go_on(lines: &[HeadLine], at: usize) -> bool {
    let (Some(first), Some(before), Some(line)) = (lines.first(), lines.get(at - 1), lines.get(at)) else {
        return false;
    };
    let near = line.part <= before.part + 1;
    let alike = first.raised == line.raised || is_agency(&first.text) || Title::of(&first.text).is_some();
    near && alike && !chrome::is_chrome(&first.text) && !line.text.contains(STOPS)
}

/// A title in front of the text of a long paragraph.
fn glued(document: &Document, limit: usize) -> Option<ShownTitle> {
    let parts = document.parts.iter().enumerate().take(limit.saturating_add(1));
    parts.into_iter().find_map(|(at, part)| match part {
        Part::Paragraph(paragraph) => {
            prefix(&paragraph.text()).map(|(title, end)| ShownTitle { title, parts: at..at + 1, prefix: Some(end) })
        }
        _ => None,
    })
}

/// The title that a long text begins with, and where it ends.
fn prefix(text: &str) -> Option<(Title, usize)> {
    let start = text.len() - text.trim_start().len();
    let places: Vec<(usize, char)> = text.char_indices().skip_while(|(at, _)| *at <= start).take(LONGEST).collect();
    if places.len() < LONGEST {
        return None;
    }
    let ends = places.into_iter().filter(|(_, c)| c.is_whitespace());
    ends.rev().find_map(|(end, _)| Some((Title::of(text.get(start..end)?)?, end)))
}

/// The lines of the paragraphs before `limit`.
fn lines(document: &Document, limit: usize) -> Vec<HeadLine> {
    let mut lines = Vec::new();
    for (part, content) in document.parts.iter().enumerate().take(limit.min(FURTHEST)) {
        if let Part::Grid(grid) = content
            && sole::has_lines(document.format)
        {
            let cells = sole::cells(grid).into_iter().map(|cell| dense(&cell.text()));
            lines.extend(cells.map(|text| HeadLine { part, text, raised: true }));
        }
        let Part::Paragraph(paragraph) = content else { continue };
        let raised = paragraph.centred || matches!(paragraph.style, Style::Title | Style::Heading(_));
        let texts = paragraph.text();
        let texts = texts.split('\n').map(dense).filter(|text| !text.is_empty());
        lines.extend(texts.map(|text| HeadLine { part, text, raised }));
    }
    lines
}

/// The first part that opens section 一 or another beyond doubt.
fn first_section(document: &Document) -> usize {
    let opens = |paragraph: &Paragraph| {
        let styled = matches!(paragraph.style, Style::Heading(_));
        opened(&paragraph.text(), styled).is_some_and(|(kind, strength)| {
            strength == Strength::Sure && (kind == SectionKind::Overview || dense(&paragraph.text()).contains('、'))
        })
    };
    document
        .parts
        .iter()
        .position(|part| matches!(part, Part::Paragraph(paragraph) if opens(paragraph)))
        .unwrap_or(document.parts.len())
}

/// The first part from `from` on that is prose or a table that is no record.
fn first_prose(document: &Document, from: usize) -> usize {
    let is_prose = |part: &Part| match part {
        Part::Paragraph(paragraph) => is_prose(&paragraph.text()),
        Part::Grid(grid) => block::entries(grid).is_empty(),
        Part::Picture { .. } => false,
    };
    let parts = document.parts.iter().enumerate().skip(from);
    parts.into_iter().find(|(_, part)| is_prose(part)).map_or(document.parts.len(), |(at, _)| at)
}

/// Whether a line is running text.
pub(super) fn is_prose(text: &str) -> bool {
    let dense = dense(text);
    let length = dense.chars().count();
    let is_sentence = dense.contains(['。', '；']) && length >= 15 || dense.contains('，') && length >= 20;
    is_sentence && super::field::entries(text).is_empty() && !chrome::is_chrome(text)
}
