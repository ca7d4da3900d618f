//! What is known of a figure: its value, its total, and what it was in other years.

use std::fmt::Write as _;

use nianbao_model::figures::UNVERIFIED;
use nianbao_model::{Address, Agency, Report};

/// A figure as people write it.
pub(super) fn value(report: &Report, address: &Address) -> String {
    let written = report.figures.cell(address).and_then(|cell| cell.written.as_deref());
    match written {
        Some(word) if word.trim() == UNVERIFIED => UNVERIFIED.to_owned(),
        _ => report.figure(address).normalize().to_string(),
    }
}

/// The value of the figure at `path` in a report; nothing where its form has no such figure.
pub(super) fn value_at(report: &Report, path: &str) -> Option<String> {
    Some(value(report, &report.form.look_up(path).ok()?))
}

/// What the figure at `path` is in the report of `year`, and in the agency's other ones, the newest first; in Markdown.
pub(super) fn told(agency: &Agency, year: i16, path: &str) -> String {
    let mut text = String::new();
    if let Some(report) = agency.reports.get(&year)
        && let Ok(address) = report.form.look_up(path)
    {
        let _ = write!(text, "**{}**\n\n{year} 年：**{}**", report.form.label(&address), value(report, &address));
        if let Some(total) = total(report, &address) {
            let _ = write!(text, "（本行总计：{}）", value(report, &total));
        }
        if let Some(cell) = report.figures.cell(&address).and_then(|cell| cell.remark.as_deref()) {
            let _ = write!(text, "\n\n注：{cell}");
        }
    }
    for (other, report) in agency.reports.iter().rev().filter(|(other, _)| **other != year) {
        let value = value_at(report, path).unwrap_or_else(|| "这一年的格式没有这一项".to_owned());
        let _ = write!(text, "\n\n{other} 年：{value}");
    }
    text
}

/// The total of the row in which a cell stands.
fn total(report: &Report, address: &Address) -> Option<Address> {
    let (_, block) = report.form.block(address)?;
    let whole = block.columns.whole();
    let is_part = block.columns.has_total() && address.columns != whole;
    is_part.then(|| Address { columns: whole, ..address.clone() })
}
