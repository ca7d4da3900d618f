//! Tables of Word as plain text: a line a row, with tabs between the cells.

use std::ops::Range;

use nianbao_model::Diagnostic;

use super::super::lines::{Line, is_number, line_at};
use super::super::titles::section_named;
use super::{Told, bullets};
use crate::codes::markdown;
use crate::open_file::OpenFile;

/// Which lines are the first rows of the same number of cells, told together, as a table of ours where it is certain to be one.
pub(super) fn find(file: &OpenFile, lines: &[Line<'_>]) -> Option<(Range<usize>, Told)> {
    let rows: Vec<Vec<&str>> = lines.iter().map(|(line, _)| cells(line)).collect();
    let are_alike = |pair: &[Vec<&str>]| matches!(pair, [one, next] if one.len() > 1 && one.len() == next.len());
    let first = rows.windows(2).position(are_alike)?;
    let table = rows.get(first..)?;
    let count = table.iter().position(|row| row.len() < 2).unwrap_or(table.len());
    let table = table.get(..count)?;
    let columns = table.first()?.len();
    let message = format!("这里像是从 Word 粘贴来的表格（{columns} 列），会连成一段文字");
    let rule = format!("|{}", "---|".repeat(columns));
    let help = format!("写成表格：每行用“|”隔开各格，表头下面加一行 {}。", rule.get(..60).unwrap_or(&rule));
    let finding = Diagnostic::new(&markdown::TABS, message).help(help);
    let (_, place) = lines.get(first)?;
    if !is_certain(table) {
        return Some((first..first + count, (place.clone(), finding)));
    }
    let end = file.line_end();
    let last = lines.get(first + count - 1).map_or(place.end, |(_, place)| place.end);
    let (_, below) = line_at(&file.text, last);
    // It gets no `#`, so it would become a row.
    let is_table_title = section_named(below).is_some_and(|kind| kind.table().is_some());
    let is_followed = first + count < lines.len() || is_table_title;
    let places = lines.get(first..first + count)?.iter().map(|(_, place)| place);
    let mended = table.iter().zip(places).enumerate().fold(finding, |finding, (at, (row, place))| {
        let before = if at == 0 && first > 0 { end } else { "" };
        let below = if at == 0 { format!("{end}{rule}") } else { String::new() };
        let behind = if at + 1 == count && is_followed { end } else { "" };
        finding.suggest(file.span(place.clone()), format!("{before}{}{below}{behind}", written(row)))
    });
    Some((first..first + count, (place.clone(), mended)))
}

/// The cells of a line; one, if no tab stands within it, or only behind the number or the bullet of an item.
fn cells(line: &str) -> Vec<&str> {
    let line = line.trim_end();
    let is_divided = line.trim_start().contains('\t') && bullets::marked(line).is_none();
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    if is_divided && !cells.first().is_some_and(|first| is_number(first)) { cells } else { vec![line] }
}

/// Whether the first row is a head and all others are as wide.
fn is_certain(table: &[Vec<&str>]) -> bool {
    let is_head = |cell: &&str| !cell.is_empty() && !cell.ends_with(['：', ':', '。']);
    let columns = table.first().map_or(0, Vec::len);
    let is_even = table.iter().all(|row| row.len() == columns);
    table.len() > 1 && is_even && table.first().is_some_and(|head| head.iter().all(is_head))
}

/// A row as a table of ours has it.
fn written(cells: &[&str]) -> String {
    let cells = cells.iter().map(|cell| format!(" {} |", cell.replace('|', "\\|")));
    format!("|{}", cells.collect::<String>())
}
