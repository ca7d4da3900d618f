//! Rows and columns of a sheet that are not shown (.xlsx). What stands there is read, since it may be the row of a table that
//! somebody folded up, but no figure of it is taken for one that is shown.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::ops::RangeInclusive;

use zip::ZipArchive;

use super::sheet::{CellAt, Sheet};
use crate::document::Certainty;

/// The parts that name the sheets are no longer, in bytes.
const INDEX: u64 = 4 << 20;
/// Nor is a sheet.
const SHEET: u64 = 64 << 20;
/// The tag of a row is no longer, in bytes.
const TAG: usize = 1000;
/// How many spans of columns are looked at.
const SPANS: usize = 100;

/// What of a sheet is not shown.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Hidden {
    /// Rows, from 0.
    rows: BTreeSet<u32>,
    /// Columns, from 0.
    columns: Vec<RangeInclusive<u32>>,
}

impl Hidden {
    /// That of the sheets of a workbook, by name.
    pub(super) fn of(bytes: &[u8]) -> BTreeMap<String, Self> {
        let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return BTreeMap::new() };
        let paths = paths(&mut archive).unwrap_or_default();
        let sheets = paths.into_iter().filter_map(|(name, path)| {
            let hidden = Self::of_sheet(&text(&mut archive, &path, SHEET)?);
            (hidden != Self::default()).then_some((name, hidden))
        });
        sheets.collect()
    }

    /// That of the sheet in `xml`: what its `<row>` and `<col>` say of themselves.
    fn of_sheet(xml: &str) -> Self {
        let mut hidden = Self::default();
        let mut next = 1;
        for (at, _) in xml.match_indices('<') {
            let rest = xml.get(at + 1..).unwrap_or_default();
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != ':').unwrap_or(rest.len());
            let name = rest.get(..end).unwrap_or_default();
            let name = name.rsplit(':').next().unwrap_or(name);
            if !matches!(name, "row" | "col") {
                continue;
            }
            let tag = rest.get(..rest.floor_char_boundary(TAG)).unwrap_or_default();
            let tag = tag.split('>').next().unwrap_or(tag);
            let is_hidden = attribute(tag, "hidden").is_some_and(|value| matches!(value, "1" | "true"));
            let number = |name: &str| attribute(tag, name).and_then(|value| value.parse::<u32>().ok());
            if name == "row" {
                let row = number("r").unwrap_or(next);
                next = row.saturating_add(1);
                if is_hidden {
                    hidden.rows.extend(row.checked_sub(1));
                }
            } else if let (Some(first), Some(last), true) = (number("min"), number("max"), is_hidden)
                && hidden.columns.len() < SPANS
            {
                hidden.columns.push(first.saturating_sub(1)..=last.saturating_sub(1));
            }
        }
        hidden
    }

    fn holds(&self, (row, column): CellAt) -> bool {
        self.rows.contains(&row) || self.columns.iter().any(|columns| columns.contains(&column))
    }

    /// Makes what `sheet` does not show uncertain, and says where that is, in words for an editor; nothing where nothing
    /// stands there.
    pub(super) fn mark(&self, sheet: &mut Sheet) -> Option<String> {
        let hidden: Vec<CellAt> = sheet.cells.keys().filter(|at| self.holds(**at)).copied().collect();
        for at in &hidden {
            if let Some(shown) = sheet.cells.get_mut(at) {
                shown.certainty = Certainty::Doubtful("这一格在隐藏的行或列里，打开表格时看不到".to_owned());
            }
        }
        let first = hidden.iter().min()?;
        Some(format!(
            "工作表“{}”有隐藏的行或列，里面有 {} 格写了内容（第一处是{}）：文字已读入，数字待核对；请取消隐藏，看这些内容还要不要",
            sheet.name,
            hidden.len(),
            sheet.place(*first)
        ))
    }
}

/// The sheets of a workbook by name, each with the path of its part.
fn paths(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Option<Vec<(String, String)>> {
    let index = text(archive, "xl/workbook.xml", INDEX)?;
    let links = text(archive, "xl/_rels/workbook.xml.rels", INDEX)?;
    let links = roxmltree::Document::parse(&links).ok()?;
    let targets: BTreeMap<&str, &str> =
        links.descendants().filter_map(|link| Some((link.attribute("Id")?, link.attribute("Target")?))).collect();
    let index = roxmltree::Document::parse(&index).ok()?;
    let sheets = index.descendants().filter(|node| node.tag_name().name() == "sheet").filter_map(|sheet| {
        let id = sheet.attributes().find(|attribute| attribute.name() == "id" && attribute.namespace().is_some())?;
        let target = targets.get(id.value())?;
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        Some((sheet.attribute("name")?.to_owned(), path))
    });
    Some(sheets.collect())
}

fn text(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str, most: u64) -> Option<String> {
    let mut bytes = Vec::new();
    archive.by_name(path).ok()?.take(most).read_to_end(&mut bytes).ok()?;
    String::from_utf8(bytes).ok()
}

/// The value of an attribute of a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, behind) = tag.match_indices(name).find_map(|(at, _)| {
        let before = tag.get(..at)?.chars().next_back()?;
        let behind = tag.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        before.is_whitespace().then_some((at, behind))
    })?;
    let quote = behind.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    behind.get(1..)?.split(quote).next()
}
