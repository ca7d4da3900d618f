//! An official table with its merged headings.

use super::elements::{CELL, Fragment, TABLE};
use crate::view::{CellKind, CellView, LineView, TableView};

/// Adds `table`. One in several parts has a body alone: a page knows only one head a table.
pub(super) fn add(fragment: &mut Fragment, table: &TableView) {
    let lines = || table.blocks.iter().flatten();
    let heads = if table.blocks.len() == 1 { lines().take_while(|line| line.head).count() } else { 0 };
    fragment.block("table", &format!(" border=\"1\" style=\"{TABLE}\""), |fragment| {
        if heads > 0 {
            fragment.element("thead", "", |fragment| lines().take(heads).for_each(|line| row(fragment, line)));
        }
        fragment.element("tbody", "", |fragment| lines().skip(heads).for_each(|line| row(fragment, line)));
    });
}

fn row(fragment: &mut Fragment, line: &LineView) {
    fragment.block("tr", "", |fragment| line.cells.iter().for_each(|view| cell(fragment, view)));
}

fn cell(fragment: &mut Fragment, view: &CellView) {
    let (name, weight) = match view.kind {
        CellKind::Heading => ("th", "bold"),
        CellKind::Corner | CellKind::Figure => ("td", "normal"),
        CellKind::Total => ("td", "bold"),
    };
    // Labels of single rows are long and read from the left, the others stand in the middle.
    let side = if view.scope == Some("row") && view.rows == 1 { "left" } else { "center" };
    let style = format!("{CELL};text-align:{side};vertical-align:middle;font-weight:{weight}");
    let scope = view.scope.map(|scope| format!(" scope=\"{scope}\"")).unwrap_or_default();
    let attributes =
        format!("{}{}{scope} style=\"{style}\"", span("colspan", view.columns), span("rowspan", view.rows));
    fragment.element(name, &attributes, |fragment| {
        fragment.text(&view.text);
        if let Some(remark) = &view.remark {
            fragment.text(&format!("（{remark}）"));
        }
    });
}

fn span(name: &str, number: usize) -> String {
    if number > 1 { format!(" {name}=\"{number}\"") } else { String::new() }
}
