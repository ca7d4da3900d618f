//! A figure is read aloud with the headings that it belongs to, the same in the PDF as in the model.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Document, Object};
use nianbao_builder::view::{CellKind, CellView, LineView, ReportView, TableView};
use nianbao_loader::Disk;
use nianbao_tests::{Element, Tagged, Workspace};

use super::archival::built;

/// A figure, and what is read before it.
type Figure = (String, BTreeSet<String>);

#[test]
fn each_figure_has_the_headings_of_the_model() {
    for folder in ["", "tests/sites/everything", "tests/sites/older-forms"] {
        let workspace = built(Workspace::copy_of(folder));
        let municipality = nianbao_loader::load(&Disk::new(workspace.path())).unwrap().municipality.unwrap();
        for (agency, report) in municipality.reports() {
            let view = ReportView::new(agency, report);
            let tables = view.sections.iter().filter_map(|section| section.table.as_ref());
            let expected: Vec<Figure> = tables.flat_map(figures_of_model).collect();
            let address = nianbao_builder::address(&agency.id);
            let file = workspace.path().join(format!("dist/site/{address}/{}/report.pdf", report.year));
            let document = Document::load(file).unwrap();
            let tagged = Tagged::read(&document);
            let official = tagged.of_role("Table").into_iter().filter(|table| table.attributes.contains_key("Summary"));
            let found: Vec<Figure> = official.flat_map(|table| figures_of_pdf(&tagged, table)).collect();
            assert_eq!(found.len(), expected.len());
            for (found, expected) in found.iter().zip(&expected) {
                assert_eq!(found, expected, "{} {}", agency.name.value, report.year);
            }
        }
    }
}

fn figures_of_model(table: &TableView) -> Vec<Figure> {
    table.blocks.iter().flat_map(|lines| figures_of_part(lines)).collect()
}

/// Above a figure stand the headings of its columns, beside it those that reach over its row.
fn figures_of_part(lines: &[LineView]) -> Vec<Figure> {
    let cells =
        || lines.iter().enumerate().flat_map(|(row, line)| line.cells.iter().map(move |cell| (row, line, cell)));
    let is_figure = |cell: &CellView| matches!(cell.kind, CellKind::Figure | CellKind::Total);
    let figures = cells().filter(|(_, _, cell)| is_figure(cell)).map(|(at, _, figure)| {
        let heads = |(row, line, cell): &(usize, &LineView, &CellView)| {
            let columns = cell.column..cell.column + cell.columns;
            let in_column = columns.contains(&figure.column);
            let in_row = (*row..row + cell.rows).contains(&at);
            cell.kind == CellKind::Heading && if line.head { in_column } else { in_row }
        };
        let remark = figure.remark.as_ref().map(|remark| format!("（{remark}）")).unwrap_or_default();
        (figure.text.clone() + &remark, cells().filter(heads).map(|(_, _, cell)| cell.text.clone()).collect())
    });
    figures.collect()
}

fn figures_of_pdf(tagged: &Tagged, table: &Element) -> Vec<Figure> {
    let cells = table.walk();
    let named: BTreeMap<Vec<u8>, &Element> = cells.iter().filter_map(|cell| Some((cell.id.clone()?, *cell))).collect();
    let figures = cells.iter().filter(|cell| cell.role == "TD" && !names(cell).is_empty());
    figures
        .map(|cell| {
            let mut read = BTreeSet::new();
            headings(tagged, &named, cell, &mut read);
            // It is read before the headings of the rows, and is none of the model's.
            read.remove("信息内容");
            (tagged.text(cell), read)
        })
        .collect()
}

/// A heading may name headings of its own.
fn headings(tagged: &Tagged, named: &BTreeMap<Vec<u8>, &Element>, cell: &Element, read: &mut BTreeSet<String>) {
    for name in names(cell) {
        let heading = named[&name];
        if read.insert(tagged.text(heading)) {
            headings(tagged, named, heading, read);
        }
    }
}

fn names(cell: &Element) -> Vec<Vec<u8>> {
    match cell.attributes.get("Headers") {
        Some(Object::Array(names)) => names.iter().filter_map(|name| Some(name.as_str().ok()?.to_vec())).collect(),
        _ => Vec::new(),
    }
}
