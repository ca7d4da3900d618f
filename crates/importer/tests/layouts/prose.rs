//! The narrative against the beginnings of its paragraphs written by hand.

use nianbao_importer::Imported;
use nianbao_model::{Block, Inline, SectionKind};

use crate::comparison::Comparison;
use crate::expected::Expected;

/// A piece of a section.
struct Piece {
    /// The level, if it is a sub-heading.
    level: Option<u8>,
    /// Its characters without number.
    text: String,
}

/// Compares the sections whose text is written down.
pub(crate) fn compare(imported: &Imported, expected: &Expected, comparison: &mut Comparison) {
    let narrative = &imported.report.narrative;
    for (name, beginnings) in &expected.sections {
        let kind = kind(name);
        let mut pieces = Vec::new();
        match kind {
            None => collect(&narrative.introduction, &mut pieces),
            Some(kind) => {
                let sections = narrative.sections.iter().filter(|section| section.kind == kind);
                sections.for_each(|section| collect(&section.blocks, &mut pieces));
            }
        }
        compare_section(name, &pieces, beginnings, comparison);
    }
    let mut all = Vec::new();
    collect(&narrative.introduction, &mut all);
    narrative.sections.iter().for_each(|section| collect(&section.blocks, &mut all));
    for absent in &expected.absent {
        if let Some(piece) = all.iter().find(|piece| piece.text.contains(&bare(absent))) {
            comparison.fault(format!("“{absent}” is part of the narrative: {}", beginning(&piece.text)));
        }
    }
}

fn kind(name: &str) -> Option<SectionKind> {
    match name {
        "overview" => Some(SectionKind::Overview),
        "problems" => Some(SectionKind::Problems),
        "other" => Some(SectionKind::Other),
        "introduction" => None,
        _ => panic!("there is no section called {name}"),
    }
}

fn compare_section(name: &str, pieces: &[Piece], beginnings: &[String], comparison: &mut Comparison) {
    let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let (mut rest, mut anywhere) = (whole.as_str(), false);
    for written in beginnings {
        let heading = written.strip_prefix("## ");
        let text = heading.unwrap_or(written);
        let is_open = text.ends_with('…');
        let text = unnumbered(&bare(text.trim_end_matches('…')));
        let at = if anywhere { rest.find(&text) } else { rest.starts_with(&text).then_some(0) };
        let Some(at) = at else {
            comparison.fault(format!("{name}: “{}” for “{}”", beginning(rest), beginning(&text)));
            return;
        };
        rest = rest.get(at + text.len()..).unwrap_or_default();
        anywhere = is_open;
        let opens = |piece: &Piece| piece.level.is_some() && text.starts_with(&piece.text);
        let begins = |piece: &Piece| piece.text.starts_with(&text) || opens(piece);
        if !pieces.iter().any(begins) {
            comparison.fault(format!("{name}: no paragraph begins with “{}”", beginning(&text)));
        }
        if heading.is_some() && !pieces.iter().any(|piece| piece.level == Some(2) && piece.text == text) {
            comparison.fault(format!("{name}: “{}” is no heading", beginning(&text)));
        }
    }
    if !anywhere && !rest.is_empty() {
        comparison.fault(format!("{name}: “{}” is too much", beginning(rest)));
    }
}

fn collect(blocks: &[Block], pieces: &mut Vec<Piece>) {
    for block in blocks {
        match block {
            Block::Heading { level, content, .. } => pieces.push(piece(Some(*level), content)),
            Block::Paragraph { content, .. } => pieces.push(piece(None, content)),
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, pieces)),
            Block::Table { head, rows, .. } => {
                pieces.extend(head.iter().chain(rows.iter().flatten()).map(|cell| piece(None, cell)));
            }
            Block::Image { .. } => {}
        }
    }
}

fn piece(level: Option<u8>, content: &[Inline]) -> Piece {
    Piece { level, text: unnumbered(&bare(&text(content))) }
}

fn text(content: &[Inline]) -> String {
    let of = |inline: &Inline| match inline {
        Inline::Text { text, .. } => text.clone(),
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => text(content),
        Inline::Figure { .. } | Inline::Footnote { .. } | Inline::Break => String::new(),
    };
    content.iter().map(of).collect()
}

/// Without white space, and without the marks with which a heading ends that stands in its paragraph.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '。').collect()
}

/// `主动公开` of `（一）主动公开` and of `1.主动公开`.
fn unnumbered(text: &str) -> String {
    const NUMERALS: &str = "一二三四五六七八九十0123456789";
    let opened = text.trim_start_matches(['（', '(']);
    let behind = opened.trim_start_matches(|letter| NUMERALS.contains(letter));
    let is_numbered = behind.len() < opened.len();
    let marks: &[char] = if opened.len() < text.len() { &['）', ')'] } else { &['、', '.', '．'] };
    match behind.strip_prefix(marks) {
        Some(rest) if is_numbered => rest.to_owned(),
        _ => text.to_owned(),
    }
}

fn beginning(text: &str) -> String {
    text.chars().take(30).collect()
}
