//! From the pages to the document: everything in reading order.

use super::canvas::Plate;
use super::flow::{FlowRow, paragraphs};
use super::grids::{grid, unaligned};
use super::lines::PdfLine;
use super::margins::{Margins, Measure};
use super::pictures::Album;
use super::sheet::PdfSheet;
use super::stitch::join;
use super::table::Table;
use super::unruled::Unruled;
use crate::document::{Part, Picture, Place, Style};

/// How much smaller than running text what is said of pictures is at least.
const SMALLER: f64 = 0.8;

/// Something on a page.
enum Item {
    Row(FlowRow),
    Table(Table, u32),
    Unruled(Unruled, u32),
    /// With what is said below it.
    Plate(Plate, String, u32),
}

/// What `sheets` show in reading order.
pub(super) fn parts(sheets: Vec<PdfSheet>) -> (Vec<Part>, Vec<Picture>) {
    let measure = Measure::of(sheets.iter().map(|sheet| sheet.lines.as_slice()));
    let mut album = Album::default();
    let mut parts = Vec::new();
    let mut rows: Vec<FlowRow> = Vec::new();
    for item in stitched(sheets, measure) {
        if let Item::Row(row) = item {
            rows.push(row);
            continue;
        }
        parts.extend(paragraphs(std::mem::take(&mut rows), measure).into_iter().map(Part::Paragraph));
        parts.extend(match item {
            Item::Table(table, page) => Some(Part::Grid(grid(&table, page))),
            Item::Unruled(table, page) => Some(Part::Grid(unaligned(table, page))),
            Item::Plate(plate, caption, page) => Some(album.part(plate, caption, page)),
            Item::Row(_) => None,
        });
    }
    parts.extend(paragraphs(rows, measure).into_iter().map(Part::Paragraph));
    entitle(&mut parts);
    (parts, album.pictures)
}

/// Calls the first heading of the first page the title, if nothing but short lines stands before it.
fn entitle(parts: &mut [Part]) {
    for part in parts {
        match part {
            Part::Paragraph(paragraph) if paragraph.place != Place::Page(1) => return,
            Part::Paragraph(paragraph) if paragraph.style == Style::Heading(1) => {
                paragraph.style = Style::Title;
                return;
            }
            Part::Paragraph(paragraph) if paragraph.text().chars().count() > 30 => return,
            Part::Paragraph(_) | Part::Picture { .. } => {}
            Part::Grid(_) => return,
        }
    }
}

/// All that stands on `sheets`, tables that page breaks cut in one piece.
fn stitched(sheets: Vec<PdfSheet>, measure: Measure) -> Vec<Item> {
    let mut all: Vec<Item> = Vec::new();
    let of = |sheet: &PdfSheet| Margins::of(&sheet.lines, sheet.area).map(|margins| (margins, sheet.lines.len()));
    let begins = sheets.iter().flat_map(|sheet| &sheet.lines).map(|line| line.left).collect();
    let usual = Margins::usual(&sheets.iter().filter_map(of).collect::<Vec<_>>(), begins).unwrap_or_default();
    for sheet in sheets {
        for (number, item) in captioned(items(sheet, usual), measure.size).into_iter().enumerate() {
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

/// What stands on a page, from its top; `usual` are the margins of most pages.
fn items(sheet: PdfSheet, usual: Margins) -> Vec<Item> {
    let page = sheet.page;
    let margins =
        Margins::of(&sheet.lines, sheet.area).map_or(usual, |margins| margins.or_usual(usual, sheet.lines.len()));
    let mut items: Vec<(f64, Item)> = Vec::new();
    items.extend(sheet.lines.into_iter().map(|line| (line.top(), Item::Row(FlowRow { line, margins, page }))));
    items.extend(sheet.tables.into_iter().map(|table| (table.area().y0, Item::Table(table, page))));
    items.extend(sheet.plates.into_iter().map(|plate| (plate.area.y0, Item::Plate(plate, String::new(), page))));
    items.extend(sheet.unruled.into_iter().map(|table| (table.top, Item::Unruled(table, page))));
    items.sort_by(|a, b| a.0.total_cmp(&b.0));
    items.into_iter().map(|(_, item)| item).collect()
}

/// `items` with the small lines below pictures as what is said of those; letters of running text are of `size`.
fn captioned(items: Vec<Item>, size: f64) -> Vec<Item> {
    let mut kept: Vec<Item> = Vec::new();
    // Where the picture ends, or the last line below it.
    let mut foot = f64::NEG_INFINITY;
    for item in items {
        match (item, kept.last_mut()) {
            (Item::Row(row), Some(Item::Plate(_, caption, _))) if captions(&row.line, foot, size) => {
                foot = row.line.base;
                caption.push_str(&row.line.text());
            }
            (item, _) => {
                foot = if let Item::Plate(plate, ..) = &item { plate.area.y1 } else { f64::NEG_INFINITY };
                kept.push(item);
            }
        }
    }
    kept
}

/// Whether `line` is said of the picture that ends at `foot`: it stands close below and is smaller than running text.
fn captions(line: &PdfLine, foot: f64, size: f64) -> bool {
    line.size < SMALLER * size && line.base - foot < 3.0 * line.size
}
