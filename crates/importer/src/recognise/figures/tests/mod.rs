//! Real tables, copied as text.

use nianbao_model::figures;
mod between;
mod damage;
mod render;
mod reworded;
mod run_together;
mod shapes;
mod told;
mod units;
mod unread;

use nianbao_model::form::Content;

use super::{Tables, recognise};
use crate::Document;
use crate::document::{Format, Grid, Paragraph, Part, Place};
use render::cell;

/// A text as its reader shows it: lines with `|` are rows of grids.
fn document(text: &str) -> Document {
    let mut parts: Vec<Part> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let place = Place::Line(u32::try_from(number + 1).expect("few lines"));
        if line.contains('|') {
            if !matches!(parts.last(), Some(Part::Grid(_))) {
                parts.push(Part::Grid(Grid { cells: Vec::new(), aligned: false, place: place.clone() }));
            }
            let Some(Part::Grid(grid)) = parts.last_mut() else { continue };
            let row = grid.height();
            grid.cells.extend(line.split('|').enumerate().map(|(column, text)| cell(row, column, 1, 1, text.trim())));
        } else {
            parts.push(Part::Paragraph(Paragraph::plain(line, place)));
        }
    }
    Document { format: Format::Text, parts, ..Document::default() }
}

/// The figures of each block in order, `?` for those that are open; then the stated totals.
fn shown(tables: &Tables) -> Vec<String> {
    let mut lines = Vec::new();
    for table in &tables.form.tables {
        for block in &table.blocks {
            for row in &block.rows.leaves {
                let values: Vec<String> = block
                    .columns
                    .leaves
                    .iter()
                    .map(|column| {
                        let address = nianbao_model::Address {
                            block: block.index,
                            rows: row.range.clone(),
                            columns: column.range.clone(),
                        };
                        if row.item.content == Content::Total || column.item.content == Content::Total {
                            let stated = tables.stated.iter().find(|stated| stated.address == address);
                            return stated.map_or("-".to_owned(), |stated| stated.value.to_string());
                        }
                        match tables.figures.cell(&address) {
                            Some(cell) if cell.written.as_deref() == Some(figures::UNVERIFIED) => "?".to_owned(),
                            Some(cell) => cell.written.clone().unwrap_or(cell.value.to_string()),
                            None => "!".to_owned(),
                        }
                    })
                    .collect();
                lines.push(format!("{}: {}", row.item.label.chars().take(8).collect::<String>(), values.join(" ")));
            }
        }
    }
    lines
}

const COPIED: &str = "\
第二十条第（一）项 | |||
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 2 | 0 | 11 |
行政规范性文件 | 109 | 489 | 597 |
第二十条第（五）项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 1808595 | ||
第二十条第（六）项 | |||
信息内容 | 本年处理决定数量 | ||
行政处罚 | 2822652 | ||
行政强制 | 2016|3 | ||
第二十条第（八）项 | |||
信息内容 | 本年收费金额（单位：万元） | ||
行政事业性收费 | 59237.2449 |";

#[test]
fn a_table_copied_as_text_keeps_its_figures_and_a_torn_one_is_open() {
    let tables = recognise(&document(COPIED), Some(2023));
    let shown = shown(&tables);
    let expected = [
        "规章: 2 0 11",
        "行政规范性文件: 109 489 597",
        "行政许可: 1808595",
        "行政处罚: 2822652",
        "行政强制: ?",
        "行政事业性收费: 59237.2449",
    ];
    assert_eq!(shown[..6], expected);
    let told = |doubt: &crate::Doubt| matches!(&doubt.subject, crate::Subject::Figure(address) if tables.form.label(address).contains("“行政强制”"));
    assert!(tables.doubts.iter().any(told), "{:?}", tables.doubts);
}
