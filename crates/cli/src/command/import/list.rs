//! The list of files with their agencies and years, which people correct in Excel or WPS.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::Context;
use nianbao_builder::data::Csv;
use nianbao_disk::write_result;
use nianbao_importer::document::{Grid, Part};

use crate::reading;

const FILE: &str = "文件";
const AGENCY: &str = "机关";
const YEAR: &str = "年度";
const RESULT: &str = "结果";

/// What a list says of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// The agency, as written.
    pub(super) agency: String,
    /// The year, as written.
    pub(super) year: String,
}

/// A list by files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct List(BTreeMap<String, Entry>);

impl List {
    /// The list in `file`, an empty one where there is none. Excel may have saved it in its own encoding.
    pub(super) fn read(file: &Path) -> anyhow::Result<Self> {
        if fs::symlink_metadata(file).is_err() {
            return Ok(Self::default());
        }
        let document = reading::read(file).with_context(|| format!("读不了名单 {}", file.display()))?;
        let list = document.parts.iter().find_map(|part| match part {
            Part::Grid(grid) => Self::of(&rows(grid)),
            _ => None,
        });
        list.with_context(|| format!("{} 不是名单：第一行应有“{FILE}”“{AGENCY}”“{YEAR}”", file.display()))
    }

    fn of(rows: &[Vec<String>]) -> Option<Self> {
        let (head, body) = rows.split_first()?;
        let column = |name: &str| head.iter().position(|cell| cell.trim() == name);
        let (file, agency, year) = (column(FILE)?, column(AGENCY)?, column(YEAR)?);
        let cell = |row: &Vec<String>, at: usize| row.get(at).map(|cell| cell.trim().to_owned()).unwrap_or_default();
        let entries =
            body.iter().map(|row| (cell(row, file), Entry { agency: cell(row, agency), year: cell(row, year) }));
        Some(Self(entries.collect()))
    }

    /// What it says of the file called `name`. A name that begins like a formula was written with an apostrophe before it.
    pub(super) fn entry(&self, name: &str) -> Option<&Entry> {
        self.0.get(name.trim()).or_else(|| self.0.get(&format!("'{}", name.trim())))
    }

    /// What it says of files that are none of `files`.
    pub(super) fn others(&self, files: &[String]) -> impl Iterator<Item = (&str, &Entry)> {
        let here: BTreeSet<&str> = files.iter().map(|name| name.trim()).collect();
        let known =
            move |name: &str| here.contains(name) || name.strip_prefix('\'').is_some_and(|own| here.contains(own));
        let named = self.0.iter().map(|(name, entry)| (name.as_str(), entry));
        named.filter(move |(name, _)| !name.is_empty() && !known(name))
    }

    /// Writes a row for each file, for Excel and WPS: its name, agency and year, and what became of it.
    pub(super) fn write(file: &Path, rows: impl Iterator<Item = [String; 4]>) -> anyhow::Result<()> {
        let mut csv = Csv::new([FILE, AGENCY, YEAR, RESULT]);
        for row in rows {
            csv.record(row);
        }
        write_result(file, csv.into_text().as_bytes())
            .with_context(|| "名单没有写成；如果它在 Excel 或 WPS 里打开着，请关上再试")
    }
}

/// The texts of a grid by rows.
fn rows(grid: &Grid) -> Vec<Vec<String>> {
    let mut rows: BTreeMap<usize, BTreeMap<usize, String>> = BTreeMap::new();
    for cell in &grid.cells {
        rows.entry(cell.row).or_default().insert(cell.column, cell.text());
    }
    let whole = |row: BTreeMap<usize, String>| {
        let mut texts = Vec::new();
        for (column, text) in row {
            // A cell far out is no cell of a list.
            texts.resize(texts.len().max(column.min(64)), String::new());
            texts.push(text);
        }
        texts
    };
    rows.into_values().map(whole).collect()
}
