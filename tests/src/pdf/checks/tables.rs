//! Tables: rows of as many cells, headings that say what they head, and cells that know their headings.

use std::collections::BTreeMap;

use lopdf::Object;

use super::super::Tagged;
use super::super::tags::Element;
use super::wrong;

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let mut faults: Vec<String> = tagged.elements().into_iter().flat_map(misplaced).collect();
    for table in tagged.of_role("Table") {
        let rows = rows(table);
        faults.extend(uneven(&rows));
        faults.extend(wrong(
            !table.attributes.contains_key("Summary") && rows.len() == 1,
            "a table has one row and says no more",
        ));
        faults.extend(headings(tagged, &rows));
    }
    faults
}

/// What stands where it may not.
fn misplaced(element: &Element) -> Vec<String> {
    let allowed: &[&str] = match element.role.as_str() {
        "Table" => &["THead", "TBody", "TFoot", "TR", "Caption"],
        "THead" | "TBody" | "TFoot" => &["TR"],
        "TR" => &["TH", "TD"],
        _ => &[],
    };
    let belongs = |role: &str| ["THead", "TBody", "TFoot", "TR", "TH", "TD"].contains(&role);
    let strange = element
        .elements()
        .filter(|kid| if allowed.is_empty() { belongs(&kid.role) } else { !allowed.contains(&kid.role.as_str()) });
    let stray = !allowed.is_empty() && element.elements().count() != element.kids.len();
    let mut faults: Vec<String> = strange.map(|kid| format!("{} stands in {}", kid.role, element.role)).collect();
    faults.extend(wrong(stray, format!("something stands between the parts of a {}", element.role)));
    faults
}

fn rows(table: &Element) -> Vec<&Element> {
    table.walk().into_iter().filter(|element| element.role == "TR").collect()
}

/// Rows are as wide as the first; what reaches down from above counts.
fn uneven(rows: &[&Element]) -> Vec<String> {
    let mut reaching: Vec<i64> = Vec::new();
    let mut faults = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let mut below: Vec<i64> = reaching.iter().filter(|rows| **rows > 1).map(|rows| rows - 1).collect();
        let covered = if at == 0 { 0 } else { reaching.iter().filter(|rows| **rows > 1).count() };
        let span = |cell: &Element, axis: &str| cell.number(axis).unwrap_or(1);
        let own: i64 = row.elements().map(|cell| span(cell, "ColSpan")).sum();
        let width = own + i64::try_from(covered).unwrap_or_default();
        let expected = i64::try_from(reaching.len()).unwrap_or_default();
        faults.extend(wrong(
            at > 0 && width != expected,
            format!("row {at} of a table has {width} columns of {expected}"),
        ));
        for cell in row.elements() {
            below.extend((0..span(cell, "ColSpan")).map(|_| span(cell, "RowSpan")));
        }
        reaching = below;
    }
    faults.extend(wrong(reaching.iter().any(|rows| *rows > 1), "a cell reaches below its table"));
    faults
}

/// Each heading has a scope and a name, each other cell with something in it names its headings.
fn headings(tagged: &Tagged, rows: &[&Element]) -> Vec<String> {
    let cells: Vec<&Element> = rows.iter().flat_map(|row| row.elements()).collect();
    // What stands in the corner belongs to all of the table.
    let corner = cells.first().and_then(|cell| cell.object);
    let named: BTreeMap<&[u8], &Element> =
        cells.iter().filter(|cell| cell.role == "TH").filter_map(|cell| Some((cell.id.as_deref()?, *cell))).collect();
    let mut faults = Vec::new();
    for cell in cells {
        let text = tagged.text(cell);
        let above = match cell.attributes.get("Headers") {
            Some(Object::Array(all)) => all.iter().filter_map(|heading| heading.as_str().ok()).collect(),
            _ => Vec::new(),
        };
        let unknown = above.iter().filter(|name| !named.contains_key(*name)).count();
        faults.extend(wrong(unknown > 0, format!("“{text}” names {unknown} headings that its table has not")));
        if cell.role == "TH" {
            let scope = cell.name("Scope").unwrap_or_default();
            faults.extend(wrong(
                !["Row", "Column", "Both"].contains(&scope.as_str()),
                format!("the heading “{text}” has the scope {scope:?}"),
            ));
            faults.extend(wrong(cell.id.is_none(), format!("the heading “{text}” has no name")));
            faults.extend(wrong(text.trim().is_empty(), "a heading of a table is empty"));
        } else {
            faults.extend(wrong(
                !text.trim().is_empty() && above.is_empty() && cell.object != corner,
                format!("“{text}” has no heading"),
            ));
        }
    }
    faults
}
