//! 目录.pdf of a year's bundle: a cover, and every report with its pages, linked to its file.

use jiff::civil::Date;
use nianbao_model::Printing;
use serde::Serialize;

use super::sheet::{DateParts, sides};

/// A year's table of contents, ready to be printed.
#[derive(Debug, Clone)]
pub struct Contents {
    /// `2024年政府信息公开工作年度报告目录`, and the name of the municipality above it.
    pub title_lines: Vec<String>,
    /// Whose reports they are.
    pub government: String,
    /// The day that the file carries.
    pub date: Date,
    /// What names the document: the same for each printing.
    pub ident: String,
    /// The title of the cover, line by line: `2024年`, `政府信息公开工作年度报告`.
    pub cover_lines: Vec<String>,
    /// Who publishes, below the title of the cover.
    pub sponsor: String,
    /// How it will be printed.
    pub printing: Printing,
    /// The reports under their headings.
    pub groups: Vec<ContentsGroup>,
}

/// Reports that are listed together.
#[derive(Debug, Clone, Serialize)]
pub struct ContentsGroup {
    /// What they have in common; nothing for the government's own.
    pub heading: Option<String>,
    /// The reports, in the official order.
    pub items: Vec<ContentsItem>,
}

/// A report in a table of contents.
#[derive(Debug, Clone, Serialize)]
pub struct ContentsItem {
    /// Its number, as in its file's name.
    pub number: usize,
    /// Whose it is; its whole title where that is not the usual one.
    pub title: String,
    /// How many pages it has.
    pub pages: usize,
    /// Its file, relative to this one, as an address.
    pub href: String,
}

/// What the template reads as `/contents.json`.
#[derive(Serialize)]
struct ContentsData<'a> {
    title: String,
    title_lines: &'a [String],
    agency: &'a str,
    cover_lines: &'a [String],
    sponsor: &'a str,
    date: DateParts,
    sides: Option<&'static str>,
    groups: &'a [ContentsGroup],
    reports: usize,
    pages: usize,
}

impl Contents {
    /// `/contents.json`.
    pub(super) fn data(&self) -> Result<Vec<u8>, serde_json::Error> {
        let items = || self.groups.iter().flat_map(|group| &group.items);
        serde_json::to_vec(&ContentsData {
            title: self.title_lines.concat(),
            title_lines: &self.title_lines,
            agency: &self.government,
            cover_lines: &self.cover_lines,
            sponsor: &self.sponsor,
            date: DateParts::from(self.date),
            sides: sides(self.printing),
            groups: &self.groups,
            reports: items().count(),
            pages: items().map(|item| item.pages).sum(),
        })
    }
}
