//! From the pages to the document: everything in reading order.

use super::flow::{Margins, Row, paragraphs, runs};
use super::glyph::{Misgiving, is_digit};
use super::lines::Line;
use super::sheet::Sheet;
use super::stitch::join;
use super::table::{Cell, Table};
use crate::document::{Certainty, Grid, GridCell, Paragraph, Part, Place};

/// Something on a page.
enum Item {
    Row(Row),
    Table(Table, u32),
    Plate(u32),
}

/// What `sheets` show in reading order.
pub(super) fn parts(sheets: Vec<Sheet>) -> Vec<Part> {
    let size = usual_size(&sheets);
    let mut parts = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for item in stitched(sheets) {
        if let Item::Row(row) = item {
            rows.push(row);
            continue;
        }
        parts.extend(paragraphs(std::mem::take(&mut rows), size).into_iter().map(Part::Paragraph));
        parts.extend(match item {
            Item::Table(table, page) => Some(Part::Grid(grid(&table, page))),
            Item::Plate(page) => {
                Some(Part::Picture { name: String::new(), alt: String::new(), place: Place::Page(page) })
            }
            Item::Row(_) => None,
        });
    }
    parts.extend(paragraphs(rows, size).into_iter().map(Part::Paragraph));
    parts
}

/// All that stands on `sheets`, tables that page breaks cut in one piece.
fn stitched(sheets: Vec<Sheet>) -> Vec<Item> {
    let mut all: Vec<Item> = Vec::new();
    for sheet in sheets {
        for (number, item) in items(sheet).into_iter().enumerate() {
            let item = match (item, all.last_mut()) {
                (Item::Table(table, page), Some(Item::Table(above, _))) if number == 0 => {
                    join(above, table).map(|table| Item::Table(table, page))
                }
                (item, _) => Some(item),
            };
            all.extend(item);
        }
    }
    all
}

/// The size of most letters outside tables.
fn usual_size(sheets: &[Sheet]) -> f64 {
    let letters = sheets.iter().flat_map(|sheet| &sheet.lines).flat_map(|line| &line.letters);
    let mut sizes: Vec<f64> = letters.map(|letter| letter.glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(10.0)
}

/// What stands on a page, from its top.
fn items(sheet: Sheet) -> Vec<Item> {
    let page = sheet.page;
    let margins = Margins::of(&sheet.lines).unwrap_or_default();
    let mut items: Vec<(f64, Item)> = Vec::new();
    items.extend(sheet.lines.into_iter().map(|line| (line.top(), Item::Row(Row { line, margins, page }))));
    items.extend(sheet.tables.into_iter().map(|table| (table.area().y0, Item::Table(table, page))));
    items.extend(sheet.plates.into_iter().map(|plate| (plate.area.y0, Item::Plate(page))));
    items.sort_by(|a, b| a.0.total_cmp(&b.0));
    items.into_iter().map(|(_, item)| item).collect()
}

/// The grid that `table` is.
fn grid(table: &Table, page: u32) -> Grid {
    Grid { cells: table.cells.iter().map(cell).collect(), aligned: true, place: Place::Page(page) }
}

fn cell(cell: &Cell) -> GridCell {
    let mut parts: Vec<Part> = Vec::new();
    let lines: Vec<&Line> = cell.lines.iter().collect();
    let numbers = lines.len() > 1 && lines.iter().all(|line| line.text().chars().all(is_digit));
    let misgiving = cell.misgiving.or_else(|| lines.iter().filter_map(|line| line.misgiving()).min());
    let place = Place::Page(cell.page);
    if numbers {
        parts.extend(lines.iter().map(|line| {
            Part::Paragraph(Paragraph { runs: runs(&[line]), place: place.clone(), ..Paragraph::default() })
        }));
    } else if !lines.is_empty() {
        parts.push(Part::Paragraph(Paragraph {
            runs: runs(&lines),
            uncertain: misgiving.is_some(),
            place: place.clone(),
            ..Paragraph::default()
        }));
    }
    parts.extend(cell.tables.iter().map(|table| Part::Grid(grid(table, cell.page))));
    let certainty = match misgiving {
        _ if numbers => Certainty::Doubtful("数字分成了几行，可能是一个数，也可能是几个数".to_owned()),
        Some(misgiving) => Certainty::Doubtful(Misgiving::reason(misgiving).to_owned()),
        None => Certainty::Certain,
    };
    let field = cell.field;
    GridCell { row: field.row, column: field.column, rows: field.rows, columns: field.columns, parts, certainty, place }
}
