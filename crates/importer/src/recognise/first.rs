//! The first report in a document that goes on with other tables or with the same report again: an appendix with last
//! year's figures, or a page that holds one version for desks and one for telephones.

use std::collections::BTreeSet;

use nianbao_model::SectionKind;

use super::day::years;
use super::record::title_weight;
use super::section_heading::{Strength, opened};
use super::words::dense;
use crate::document::{Dropped, Grid, GridCell, Part, Place, Spot, Style};
use crate::{Document, Doubt, Subject};

/// No heading of an appendix is longer, in characters.
const LONGEST: usize = 40;

/// A table of the form has so many columns.
const WIDE: usize = 7;

/// So many tables are those of a report, however narrow.
const TABLES: usize = 3;

/// What follows the first report in a document.
#[derive(Debug, Clone)]
pub(super) struct Rest {
    /// The first part that belongs to it.
    pub(super) from: usize,
    /// That it was left out.
    pub(super) doubt: Doubt,
    /// All of it.
    pub(super) dropped: Vec<Dropped>,
}

/// What follows the first whole report of `document`, which is one of `year` where that is known.
pub(super) fn rest(document: &Document, year: Option<i16>) -> Option<Rest> {
    let from = end(&document.parts, year)?;
    let parts = document.parts.get(from..)?;
    let dropped: Vec<Dropped> = parts.iter().filter_map(|part| left_out("这份报告之后的内容", part)).collect();
    let first = dropped.first()?.text.chars().take(LONGEST).collect::<String>();
    let message = format!("原文在这份报告之后还有别的报告或以前年度的数据（从“{first}”开始），没有导入；请核对");
    let doubt = Doubt { subject: Subject::Document, message, hint: None, spot: Some(Spot::part(from)) };
    Some(Rest { from, doubt, dropped })
}

/// Where the first report in `parts` ends, if anything of the kind follows.
pub(super) fn end(parts: &[Part], year: Option<i16>) -> Option<usize> {
    let mut seen = BTreeSet::new();
    let mut tables = SeenTables::default();
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Grid(grid) => tables.count(grid),
            Part::Picture { .. } => {}
            Part::Paragraph(paragraph) => {
                let text = paragraph.text();
                if tables.are_whole() && is_appendix(&text, year) && follows_table(parts, at) {
                    return Some(at);
                }
                let styled = matches!(paragraph.style, Style::Heading(_));
                let Some((kind, Strength::Sure)) = opened(&text, styled) else { continue };
                let again = seen.contains(&kind) && seen.contains(&SectionKind::Problems);
                if again && kind <= SectionKind::Proceedings && tables.are_whole() && follows_table(parts, at) {
                    return Some(head(parts, at));
                }
                seen.insert(kind);
            }
        }
    }
    None
}

/// Tables that were seen so far.
#[derive(Debug, Default)]
struct SeenTables {
    count: usize,
    wide: usize,
}

impl SeenTables {
    fn count(&mut self, grid: &Grid) {
        self.count += 1;
        self.wide += usize::from(grid.width() >= WIDE);
    }

    /// Whether they may be all tables of a report.
    fn are_whole(&self) -> bool {
        self.wide >= 2 || self.wide == 1 && self.count >= TABLES
    }
}

/// Whether a line heads an appendix with figures of another year.
fn is_appendix(text: &str, year: Option<i16>) -> bool {
    let text = dense(text);
    if text.chars().count() > LONGEST || text.contains('。') {
        return false;
    }
    let attached = ["附", "（附", "(附"].iter().any(|word| text.starts_with(word));
    let of_figures = ["数据", "统计", "报表", "表格", "情况", "报告"].iter().any(|word| text.contains(word));
    let mentioned = years(&text);
    let of_before = ["上年度数据", "上一年度数据", "上年数据", "去年数据"].iter().any(|word| text.contains(word));
    let of_other = year.is_some_and(|year| mentioned.iter().any(|other| *other != year) && !mentioned.contains(&year));
    let is_bare = mentioned.len() == 1 && text.chars().count() <= 12 && text.contains("数据");
    of_before || of_other && of_figures && (attached || is_bare)
}

/// Whether a wide table follows: without one, what stands there is text.
fn follows_table(parts: &[Part], from: usize) -> bool {
    parts.get(from..).unwrap_or_default().iter().any(|part| matches!(part, Part::Grid(grid) if grid.width() >= WIDE))
}

/// Where the report begins whose first heading is part `at`: with what the first report begins with, too, or its title.
fn head(parts: &[Part], at: usize) -> usize {
    let is_heading = |part: &Part| match part {
        Part::Paragraph(paragraph) => opened(&paragraph.text(), false).is_some(),
        Part::Grid(_) | Part::Picture { .. } => false,
    };
    let before: BTreeSet<String> = parts.iter().take_while(|part| !is_heading(part)).filter_map(line).collect();
    let above = parts.get(..at).unwrap_or_default();
    let own = above.iter().rev().take_while(|part| line(part).is_some_and(|text| before.contains(&text))).count();
    at - own.max(titled(above))
}

/// How many of the last parts are a title and what stands below it.
fn titled(parts: &[Part]) -> usize {
    /// So far above the first heading a title may stand.
    const FURTHEST: usize = 12;
    let is_grid = |part: &&Part| matches!(part, Part::Grid(_));
    let near: Vec<String> = parts
        .iter()
        .rev()
        .take(FURTHEST)
        .take_while(|part| !is_grid(part))
        .map(|part| line(part).unwrap_or_default())
        .collect();
    let found = near.iter().enumerate().find_map(|(at, line)| Some((at, line, title_weight(line)?)));
    let Some((at, title, weight)) = found else { return 0 };
    // The agency may stand on a line of its own above the rest.
    let whole = near.get(at + 1).and_then(|above| title_weight(&format!("{above}{title}")));
    at + 1 + usize::from(whole.is_some_and(|whole| whole > weight))
}

/// What a paragraph says, if anything.
fn line(part: &Part) -> Option<String> {
    match part {
        Part::Paragraph(paragraph) => Some(dense(&paragraph.text())).filter(|text| !text.is_empty()),
        Part::Grid(_) | Part::Picture { .. } => None,
    }
}

/// Whether `parts` may be a whole report rather than an appendix.
pub(super) fn is_whole(parts: &[Part]) -> bool {
    let mut tables = SeenTables::default();
    let mut has_problems = false;
    for part in parts {
        match part {
            Part::Grid(grid) => tables.count(grid),
            Part::Paragraph(paragraph) => {
                has_problems |= opened(&paragraph.text(), false).is_some_and(|(kind, _)| kind == SectionKind::Problems);
            }
            Part::Picture { .. } => {}
        }
    }
    has_problems && tables.are_whole()
}

/// A part that is left out, as `kind`.
pub(super) fn left_out(kind: &str, part: &Part) -> Option<Dropped> {
    let (text, place) = match part {
        Part::Paragraph(paragraph) => (paragraph.text(), &paragraph.place),
        Part::Grid(grid) => (grid.cells.iter().map(GridCell::text).collect::<Vec<_>>().join(" "), &grid.place),
        Part::Picture { alt, place, .. } => (alt.clone(), place),
    };
    let place: &Place = place;
    (!text.trim().is_empty()).then(|| Dropped { kind: kind.to_owned(), text, place: place.clone() })
}

#[cfg(test)]
mod tests;
