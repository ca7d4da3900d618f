//! Pages as content management systems make them.

mod content;
mod files;
mod hostile;
mod tables;

use super::read;
use crate::Document;
use crate::document::{Grid, Paragraph, Part};

/// What a page with this body shows.
fn page(body: &str) -> Document {
    read(format!("<!DOCTYPE html><html><head><title>年报</title></head><body>{body}</body></html>").as_bytes())
        .expect("a page")
}

fn paragraphs(document: &Document) -> Vec<&Paragraph> {
    let parts = document.parts.iter();
    parts.filter_map(|part| if let Part::Paragraph(paragraph) = part { Some(paragraph) } else { None }).collect()
}

fn texts(document: &Document) -> Vec<String> {
    paragraphs(document).into_iter().map(Paragraph::text).collect()
}

fn grids(document: &Document) -> Vec<&Grid> {
    document.parts.iter().filter_map(|part| if let Part::Grid(grid) = part { Some(grid) } else { None }).collect()
}

/// The cells of a grid as `row,column rows×columns text`.
fn cells(grid: &Grid) -> Vec<String> {
    let cell = |cell: &crate::document::GridCell| {
        format!("{},{} {}×{} {}", cell.row, cell.column, cell.rows, cell.columns, cell.text())
    };
    grid.cells.iter().map(cell).collect()
}

/// No two cells of a grid cover the same place.
fn assert_sound(grid: &Grid) {
    let mut covered = std::collections::BTreeSet::new();
    for cell in &grid.cells {
        assert!(cell.rows > 0 && cell.columns > 0);
        for row in cell.row..cell.row + cell.rows {
            for column in cell.column..cell.column + cell.columns {
                assert!(covered.insert((row, column)), "{row},{column} twice");
            }
        }
    }
}
