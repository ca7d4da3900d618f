//! The three official tables, as on the form.

use super::document::Document;
use super::grid::{Cell, Merge, Settings, cell, even, row, shared, table};
use super::page::WIDTH;
use super::style::sizes;
use crate::view::{CellKind, CellView, LineView, TableView};

/// The sizes of what a table says, in half points: figures, heads, and what stands in narrow columns.
const FIGURE: u32 = 21;
const LABEL: u32 = 19;
const SMALL: u32 = 18;

/// How wide a character of a size is, in twentieths of a point.
const fn width_of(size: u32) -> u32 {
    size * 10
}

pub(super) fn add(document: &mut Document, view: &TableView) {
    let form = Form { view, widths: widths(view) };
    let settings = Settings { widths: &form.widths, margins: margins(view.number), caption: view.caption };
    table(document, &settings, |document| form.rows(document));
    for note in &view.notes {
        document.in_paragraph("TableNote", |document| document.run(note, None));
    }
}

/// The room that cells keep, so that the tables are as high as in the PDF.
fn margins(number: u8) -> (u32, u32) {
    match number {
        2 => (80, 118),
        3 => (60, 36),
        _ => (40, 95),
    }
}

/// The columns of table 3 are those of the form: 三、本年度办理结果 reads downwards, （三）不予公开 stands beside it.
fn widths(view: &TableView) -> Vec<u32> {
    match (view.number, view.headings) {
        (3, 3) => {
            let digits = figures(view).map(|cell| cell.text.chars().count()).max().unwrap_or(1);
            let figure = u32::try_from(digits).unwrap_or(1) * width_of(FIGURE) / 2 + 120;
            let figure = figure.max(720);
            let (number, group) = (2 * width_of(SMALL) + 120, 4 * width_of(SMALL) + 120);
            let figures = vec![figure; view.shares.len()];
            let label = WIDTH.saturating_sub(number + group + figures.iter().sum::<u32>());
            [vec![number, group, label], figures].concat()
        }
        (2, _) => {
            let labels = view.blocks.iter().flatten().filter(|line| !line.head).filter_map(|line| line.cells.first());
            let longest = labels.map(|cell| cell.text.chars().count()).max().unwrap_or(1);
            let label = u32::try_from(longest).unwrap_or(1) * width_of(FIGURE) + 180;
            let label = label.max(WIDTH / 4);
            [vec![label], shared(&view.shares, WIDTH.saturating_sub(label))].concat()
        }
        _ => even(view.width),
    }
}

fn figures(view: &TableView) -> impl Iterator<Item = &CellView> {
    let cells = view.blocks.iter().flatten().flat_map(|line| &line.cells);
    cells.filter(|cell| matches!(cell.kind, CellKind::Figure | CellKind::Total))
}

struct Form<'a> {
    view: &'a TableView,
    widths: Vec<u32>,
}

/// A cell that reaches into the rows below: for how many more, and over how many columns.
#[derive(Clone, Copy, Default)]
struct Reach {
    rows: usize,
    columns: usize,
}

impl Form<'_> {
    fn rows(&self, document: &mut Document) {
        let lines: Vec<&LineView> = self.view.blocks.iter().flatten().collect();
        // A head in the middle of a table cannot be repeated.
        let heads = if self.view.blocks.len() == 1 { lines.iter().take_while(|line| line.head).count() } else { 0 };
        let mut reaching = vec![Reach::default(); self.view.width + 1];
        for (at, line) in lines.iter().enumerate() {
            let stays = at + 1 < lines.len() || !self.view.notes.is_empty();
            row(document, at < heads, |document| self.line(document, line, &mut reaching, stays));
        }
    }

    /// Every column has its cell: where one reaches down from above, an empty one.
    fn line(&self, document: &mut Document, line: &LineView, reaching: &mut [Reach], stays: bool) {
        let mut column = 1;
        while column <= self.view.width {
            let begins = line.cells.iter().find(|cell| cell.column == column);
            let columns = if let Some(cell) = begins {
                reaching[column] = Reach { rows: cell.rows - 1, columns: cell.columns };
                self.cell(document, line, cell, stays);
                cell.columns
            } else {
                let Reach { rows, columns } = reaching[column];
                let columns = columns.max(1);
                reaching[column] = Reach { rows: rows.saturating_sub(1), columns };
                let covered = Cell { merge: Merge::Covered, ..self.settings(column, columns, stays) };
                cell(document, &covered, |_| {});
                columns
            };
            column += columns;
        }
    }

    fn settings(&self, column: usize, columns: usize, stays: bool) -> Cell {
        Cell {
            width: self.widths.iter().skip(column - 1).take(columns).sum(),
            columns,
            merge: Merge::Alone,
            downwards: false,
            style: "TableText",
            align: "center",
            stays,
        }
    }

    fn cell(&self, document: &mut Document, line: &LineView, view: &CellView, stays: bool) {
        let is_heading = view.kind == CellKind::Heading;
        let in_narrow = self.view.number == 3 && is_heading && !line.head;
        let settings = Cell {
            merge: if view.rows > 1 { Merge::First } else { Merge::Alone },
            downwards: in_narrow && view.column == 1 && view.rows > 1,
            style: if is_heading && (line.head || in_narrow && view.column == 1) {
                "TableHeading"
            } else {
                "TableText"
            },
            align: if in_narrow && view.rows == 1 { "left" } else { "center" },
            ..self.settings(view.column, view.columns, stays)
        };
        cell(document, &settings, |document| match view.kind {
            CellKind::Figure | CellKind::Total => figure(document, view),
            _ => self.label(document, view, in_narrow, line.head),
        });
    }

    fn label(&self, document: &mut Document, view: &CellView, in_narrow: bool, head: bool) {
        let size = match (self.view.number, head) {
            (3, false) => SMALL,
            (3 | 4, true) => LABEL,
            _ => FIGURE,
        };
        let parts = match (self.view.number, head) {
            (3, true) => halves(&view.text),
            _ if in_narrow && view.column == 2 && view.rows > 1 => numbered(&view.text),
            _ => (view.text.as_str(), ""),
        };
        sized(document, parts.0, size);
        if !parts.1.is_empty() {
            document.line_break();
            sized(document, parts.1, size);
        }
    }
}

fn figure(document: &mut Document, view: &CellView) {
    sized(document, &view.text, FIGURE);
    if let Some(mark) = &view.mark {
        sized(document, mark, SMALL);
    } else if let Some(remark) = &view.remark {
        sized(document, &format!("（{remark}）"), SMALL);
    }
}

fn sized(document: &mut Document, text: &str, size: u32) {
    document.run_with(text, |xml| {
        xml.empty("w:rFonts", &[("w:hint", &"eastAsia")]);
        sizes(xml, size);
    });
}

/// A short heading over a narrow column stands in lines of equal length: 商业 over 企业.
fn halves(text: &str) -> (&str, &str) {
    match text.char_indices().nth(2) {
        Some((middle, _)) if text.chars().count() == 4 => text.split_at(middle),
        _ => (text, ""),
    }
}

/// （三）不予公开 in a narrow column: its number on a line of its own.
fn numbered(text: &str) -> (&str, &str) {
    let end = text.find('）').map_or(0, |at| at + '）'.len_utf8());
    if end == 0 { (text, "") } else { text.split_at(end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_narrow_columns_break_by_meaning() {
        assert_eq!(halves("商业企业"), ("商业", "企业"));
        assert_eq!(halves("自然人"), ("自然人", ""));
        assert_eq!(numbered("（三）不予公开"), ("（三）", "不予公开"));
        assert_eq!(numbered("总计"), ("总计", ""));
    }
}
