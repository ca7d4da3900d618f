//! Pages as saved from a browser, or their source.

mod archive;
mod base;
mod chrome;
mod divs;
mod flow;
mod labels;
mod marks;
mod notes;
mod page;
mod picture;
mod source;
mod style;
mod survey;
mod table;
mod tree;

use std::ops::Range;

use super::ReadError;
use super::encoding::decode;
use crate::Document;
use crate::document::{Dropped, Format, GridCell, Paragraph, Part, Place, Style};
use base::Base;
use flow::Made;
use notes::Notes;
use page::{Page, brief};
use survey::Survey;
use tree::Tree;

/// A signature has at most so many lines,
const SIGNATURE_LINES: usize = 4;

/// of at most so many characters each.
const SIGNATURE: usize = 40;

pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let page = archive::page(bytes);
    let decoded = decode(page.as_deref().unwrap_or(bytes))?;
    let mut tree = Tree::parse(&decoded.text)?;
    if let Some(source) = source::shown(&tree) {
        tree = Tree::parse(&source)?;
    }
    let base = Base::of(&tree, &decoded.text);
    Ok(Document { warnings: decoded.warnings(), ..document(&tree, &base) })
}

fn document(tree: &Tree, base: &Base) -> Document {
    let survey = Survey::of(tree);
    let notes = Notes::of(tree);
    let mut page = Page::new(tree, &survey, &notes, base);
    let made = page.parts(0);
    let footnotes = notes.bodies().iter().map(|&body| note(&mut page, body)).collect();
    let report = if survey.root == 0 { 0..made.len() } else { with_signature(page.report.clone(), &made) };
    let mut dropped = std::mem::take(&mut page.dropped);
    let (mut entries, mut parts) = (Vec::new(), Vec::new());
    for (at, made) in made.into_iter().enumerate() {
        match place(&made, at, &report) {
            Some(kind) => dropped.extend(left_out(kind, &made.part)),
            None if report.contains(&at) => parts.push(made.part),
            None => entries.push(entry(made.part)),
        }
    }
    // Some pages have their record block below.
    parts.splice(0..0, entries);
    number(&mut parts);
    let pictures = std::mem::take(&mut page.pictures);
    let labels = labels::read(tree);
    Document { format: Format::Html, labels, parts, footnotes, pictures, dropped, warnings: Vec::new() }
}

/// Why a part is left out, nothing where it is kept: all of the report, and around it what a record block says.
fn place(made: &Made, at: usize, report: &Range<usize>) -> Option<&'static str> {
    let text = match &made.part {
        Part::Paragraph(paragraph) => paragraph.text(),
        Part::Grid(grid) if report.contains(&at) || grid.cells.iter().any(|cell| chrome::is_entry(&cell.text())) => {
            return None;
        }
        Part::Picture { .. } if report.contains(&at) => return None,
        Part::Grid(_) | Part::Picture { .. } => return Some("报告以外的内容"),
    };
    let count = text.chars().filter(|c| !c.is_whitespace()).count();
    if report.contains(&at) {
        return chrome::paragraph_kind(&text, made);
    }
    let title = at < report.start && chrome::is_title(&text) && made.linked * 2 <= count;
    let kept = title || chrome::is_entry(&text);
    (!kept).then_some("报告以外的内容")
}

/// Agency and day below the report may stand outside its element.
fn with_signature(report: Range<usize>, made: &[Made]) -> Range<usize> {
    let after =
        made.get(report.end..).unwrap_or_default().iter().take(SIGNATURE_LINES).map_while(|made| match &made.part {
            Part::Paragraph(paragraph) if made.linked == 0 => Some(paragraph.text()),
            _ => None,
        });
    let lines: Vec<String> =
        after.take_while(|line| line.chars().count() <= SIGNATURE && !line.contains(['：', ':'])).collect();
    let is_day = |line: &String| line.contains('年') && line.contains('月') && line.trim_end().ends_with('日');
    let more = lines.iter().rposition(is_day).map_or(0, |last| last + 1);
    report.start..report.end + more
}

/// Beside the report items of lists are entries of its record block.
fn entry(part: Part) -> Part {
    match part {
        Part::Paragraph(paragraph) if matches!(paragraph.style, Style::Item { .. }) => {
            Part::Paragraph(Paragraph { style: Style::Body, ..paragraph })
        }
        part => part,
    }
}

fn left_out(kind: &str, part: &Part) -> Option<Dropped> {
    let text = match part {
        Part::Paragraph(paragraph) => paragraph.text(),
        Part::Grid(grid) => grid.cells.iter().map(GridCell::text).collect::<Vec<_>>().join(" "),
        Part::Picture { alt, .. } => alt.clone(),
    };
    let text = brief(&text);
    (!text.is_empty()).then(|| Dropped { kind: kind.to_owned(), text, place: Place::Unknown })
}

/// The paragraphs of a footnote.
fn note(page: &mut Page<'_>, body: tree::NodeId) -> Vec<Paragraph> {
    let parts = page.parts(body).into_iter();
    parts.filter_map(|made| if let Part::Paragraph(paragraph) = made.part { Some(paragraph) } else { None }).collect()
}

/// Says of each paragraph how many stand before it.
fn number(parts: &mut [Part]) {
    let mut next = 1;
    for part in parts {
        if let Part::Paragraph(Paragraph { place, .. }) | Part::Picture { place, .. } = part {
            *place = Place::Paragraph(next);
            next += 1;
        }
    }
}

#[cfg(test)]
mod tests;
