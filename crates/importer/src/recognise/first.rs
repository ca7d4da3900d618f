//! The first report in a document that goes on with other tables or with the same report again: an appendix with last
//! year's figures, or a page that holds one version for desks and one for telephones.

use std::collections::BTreeSet;

use nianbao_model::SectionKind;

use super::day::years;
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
    let from = end(document, year)?;
    let parts = document.parts.get(from..)?;
    let dropped: Vec<Dropped> = parts.iter().filter_map(left_out).collect();
    let first = dropped.first()?.text.chars().take(LONGEST).collect::<String>();
    let message = format!("原文在这份报告之后还有别的报告或以前年度的数据（从“{first}”开始），没有导入；请核对");
    let doubt = Doubt { subject: Subject::Document, message, hint: None, spot: Some(Spot::part(from)) };
    Some(Rest { from, doubt, dropped })
}

/// Where the first report ends, if anything of the kind follows.
fn end(document: &Document, year: Option<i16>) -> Option<usize> {
    let mut seen = BTreeSet::new();
    let mut tables = SeenTables::default();
    for (at, part) in document.parts.iter().enumerate() {
        match part {
            Part::Grid(grid) => tables.count(grid),
            Part::Picture { .. } => {}
            Part::Paragraph(paragraph) => {
                let text = paragraph.text();
                if tables.are_whole() && is_appendix(&text, year) && follows_table(document, at) {
                    return Some(at);
                }
                let styled = matches!(paragraph.style, Style::Heading(_));
                let Some((kind, Strength::Sure)) = opened(&text, styled) else { continue };
                let again = seen.contains(&kind) && seen.contains(&SectionKind::Problems);
                if again && kind <= SectionKind::Proceedings && tables.are_whole() && follows_table(document, at) {
                    return Some(head(document, at));
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
fn follows_table(document: &Document, from: usize) -> bool {
    let parts = document.parts.get(from..).unwrap_or_default();
    parts.iter().any(|part| matches!(part, Part::Grid(grid) if grid.width() >= WIDE))
}

/// Where the report begins whose first heading is part `at`: with what the first report begins with, too.
fn head(document: &Document, at: usize) -> usize {
    let text = |part: &Part| match part {
        Part::Paragraph(paragraph) => Some(dense(&paragraph.text())).filter(|text| !text.is_empty()),
        Part::Grid(_) | Part::Picture { .. } => None,
    };
    let is_heading = |part: &Part| match part {
        Part::Paragraph(paragraph) => opened(&paragraph.text(), false).is_some(),
        Part::Grid(_) | Part::Picture { .. } => false,
    };
    let before: BTreeSet<String> =
        document.parts.iter().take_while(|part| !is_heading(part)).filter_map(text).collect();
    let above = document.parts.get(..at).unwrap_or_default();
    let own = above.iter().rev().take_while(|part| text(part).is_some_and(|text| before.contains(&text))).count();
    at - own
}

fn left_out(part: &Part) -> Option<Dropped> {
    let (text, place) = match part {
        Part::Paragraph(paragraph) => (paragraph.text(), &paragraph.place),
        Part::Grid(grid) => (grid.cells.iter().map(GridCell::text).collect::<Vec<_>>().join(" "), &grid.place),
        Part::Picture { alt, place, .. } => (alt.clone(), place),
    };
    let place: &Place = place;
    let kind = "这份报告之后的内容".to_owned();
    (!text.trim().is_empty()).then(|| Dropped { kind, text, place: place.clone() })
}

#[cfg(test)]
mod tests {
    use super::rest;
    use crate::Document;
    use crate::document::{Grid, GridCell, Paragraph, Part, Place};

    fn line(text: &str) -> Part {
        Part::Paragraph(Paragraph::plain(text, Place::Unknown))
    }

    fn table() -> Part {
        let cell = |column| GridCell { column, rows: 1, columns: 1, parts: vec![line("1")], ..GridCell::default() };
        Part::Grid(Grid { cells: (0..10).map(cell).collect(), aligned: true, place: Place::Unknown })
    }

    fn report() -> Vec<Part> {
        let mut parts = vec![line("某局2024年政府信息公开工作年度报告"), line("一、总体情况"), line("做了许多工作。")];
        for heading in
            ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"]
        {
            parts.extend([line(heading), table()]);
        }
        parts.extend([
            line("五、存在的主要问题及改进情况"),
            line("没有。"),
            line("六、其他需要报告的事项"),
            line("无。"),
        ]);
        parts
    }

    fn from(parts: Vec<Part>) -> Option<usize> {
        rest(&Document { parts, ..Document::default() }, Some(2024)).map(|rest| rest.from)
    }

    #[test]
    fn one_report_is_left_whole() {
        assert_eq!(from(report()), None);
        let mut with_attachment = report();
        with_attachment.push(line("附：2023年工作数据见网站"));
        assert_eq!(from(with_attachment), None);
    }

    #[test]
    fn tables_of_another_year_end_it() {
        let mut parts = report();
        let length = parts.len();
        parts.extend([line("附：2023年数据"), line("主动公开政府信息情况"), table()]);
        assert_eq!(from(parts), Some(length));
    }

    #[test]
    fn the_same_report_again_ends_it() {
        let length = report().len();
        let twice = [report(), report()].concat();
        assert_eq!(from(twice.clone()), Some(length));
        let rest = rest(&Document { parts: twice, ..Document::default() }, Some(2024)).expect("a rest");
        assert_eq!(rest.dropped.len(), length);
    }

    #[test]
    fn a_table_of_contents_is_no_report() {
        let contents = ["一、总体情况", "二、主动公开政府信息情况", "五、存在的主要问题及改进情况"];
        assert_eq!(from([contents.map(line).to_vec(), report()].concat()), None);
    }
}
