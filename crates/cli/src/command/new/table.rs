//! A list from a workbook, a CSV file or a Word table as rows of text, where each cell keeps its column.

use std::collections::BTreeMap;

use nianbao_importer::Document;
use nianbao_importer::document::{Grid, Part, Place};
use nianbao_workspace::new::Line;

/// Cells further right are no cells of a list.
const COLUMNS: usize = 100;

/// Merged cells reach no further down.
const REACH: usize = 200;

/// The rows of a sheet by number, each with its cells by column.
type Sheet = BTreeMap<usize, BTreeMap<usize, String>>;

/// The rows by sheet or table.
#[derive(Default)]
struct Rows {
    /// In the order of the document.
    sheets: Vec<(String, Sheet)>,
    /// The number of each by its name.
    numbers: BTreeMap<String, usize>,
}

/// The rows of each sheet or table of a document.
pub(super) fn tables(document: &Document) -> Vec<Vec<Line>> {
    let mut rows = Rows::default();
    for part in &document.parts {
        match part {
            Part::Paragraph(paragraph) => rows.put(&paragraph.place, 0, 1, &paragraph.text()),
            Part::Grid(grid) => rows.grid(grid),
            Part::Picture { .. } => {}
        }
    }
    rows.into_lines()
}

impl Rows {
    fn grid(&mut self, grid: &Grid) {
        for cell in &grid.cells {
            self.put(&cell.place, cell.column, cell.rows, &cell.text());
        }
    }

    /// Puts a text that stands in a `column`, unless its place tells it better, and goes down over `height` rows.
    fn put(&mut self, place: &Place, column: usize, height: usize, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let (table, row, column) = match place {
            Place::Sheet(sheet, cell) => {
                let (column, row) = named(cell).unwrap_or((column, 0));
                (sheet.clone(), row, column)
            }
            Place::Table(table, row, column) => {
                (format!("第 {table} 个表格"), index(*row), index(*column).saturating_sub(1))
            }
            Place::Line(line) | Place::Paragraph(line) | Place::Page(line) => (String::new(), index(*line), column),
            Place::Unknown => (String::new(), 0, column),
        };
        if column >= COLUMNS {
            return;
        }
        let Some(sheet) = self.sheet(table) else { return };
        for below in 0..height.clamp(1, REACH) {
            sheet.entry(row.saturating_add(below)).or_default().entry(column).or_insert_with(|| text.to_owned());
        }
    }

    fn sheet(&mut self, name: String) -> Option<&mut Sheet> {
        let next = self.sheets.len();
        let number = *self.numbers.entry(name.clone()).or_insert(next);
        if number == next {
            self.sheets.push((name, Sheet::new()));
        }
        self.sheets.get_mut(number).map(|(_, sheet)| sheet)
    }

    fn into_lines(self) -> Vec<Vec<Line>> {
        let several = self.sheets.len() > 1;
        let line = |table: &str, (row, cells): (usize, BTreeMap<usize, String>)| {
            let mut texts = Vec::new();
            for (column, text) in cells {
                texts.resize(texts.len().max(column), String::new());
                texts.push(text);
            }
            let sheet = if several && !table.is_empty() { format!("“{table}”") } else { String::new() };
            Line { place: format!("{sheet}第 {row} 行"), cells: texts }
        };
        let tables = self.sheets.into_iter();
        tables.map(|(table, rows)| rows.into_iter().map(|row| line(&table, row)).collect()).collect()
    }
}

/// The column, from 0, and the row, from 1, of a cell called `C5`.
fn named(cell: &str) -> Option<(usize, usize)> {
    let letters = cell.bytes().take_while(u8::is_ascii_uppercase).count();
    let (column, row) = cell.split_at_checked(letters)?;
    let number = column.bytes().try_fold(0_usize, |number, letter| {
        number.checked_mul(26)?.checked_add(usize::from(letter.checked_sub(b'A')?) + 1)
    });
    Some((number?.checked_sub(1)?, row.parse().ok()?))
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn names_of_cells_are_columns_and_rows() {
        assert_eq!(named("A1"), Some((0, 1)));
        assert_eq!(named("AB12"), Some((27, 12)));
        for other in ["", "A", "1", "a1", "ZZZZZZZZZZZZZZZZZZZZZZ1"] {
            assert_eq!(named(other), None, "{other}");
        }
    }
}
