//! 目录.pdf of a year's bundle: every report with its pages, linked to its file.

use jiff::civil::Date;
use serde::Serialize;

use super::sheet::DateParts;

/// A year's table of contents, ready to be printed.
#[derive(Debug, Clone)]
pub struct Contents {
    /// `2024年政府信息公开工作年度报告目录`, and the name of the municipality above it.
    pub title_lines: Vec<String>,
    /// The day that the file carries.
    pub date: Date,
    /// What names the document: the same for each printing.
    pub ident: String,
    /// The reports, in the official order.
    pub items: Vec<ContentsItem>,
}

/// A report in a table of contents.
#[derive(Debug, Clone, Serialize)]
pub struct ContentsItem {
    /// Its number, as in its file's name.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// How many pages it has.
    pub pages: usize,
    /// Its file, relative to this one, as an address.
    pub href: String,
}

/// What the template reads as `/contents.json`.
#[derive(Serialize)]
struct Data<'a> {
    title: String,
    title_lines: &'a [String],
    agency: &'a str,
    date: DateParts,
    items: &'a [ContentsItem],
    pages: usize,
}

impl Contents {
    /// `/contents.json`.
    pub(super) fn data(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(&Data {
            title: self.title_lines.concat(),
            title_lines: &self.title_lines,
            agency: self.title_lines.first().map(String::as_str).unwrap_or_default(),
            date: DateParts::from(self.date),
            items: &self.items,
            pages: self.items.iter().map(|item| item.pages).sum(),
        })
    }
}
