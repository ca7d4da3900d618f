//! 目录.pdf of a year's bundle: a cover, and every report with its pages, linked to its file.

use std::collections::BTreeMap;
use std::ops::Not;

use jiff::civil::Date;
use nianbao_cache::KeyMaker;
use nianbao_model::Printing;
use serde::Serialize;
use typst::foundations::Bytes;

use super::FontLibrary;
use super::printable::Printable;
use super::template_data::{DateParts, sides};

/// A year's table of contents, ready to be printed.
#[derive(Debug, Clone)]
pub(crate) struct Contents {
    /// `2024年政府信息公开工作年度报告目录`, and the name of the municipality above it.
    pub(crate) title_lines: Vec<String>,
    /// Whose reports they are.
    pub(crate) government: String,
    /// The day that the file carries.
    pub(crate) date: Date,
    /// What names the document: the same for each printing.
    pub(crate) ident: String,
    /// The title of the cover, line by line: `2024年`, `政府信息公开工作年度报告`.
    pub(crate) cover_lines: Vec<String>,
    /// Who publishes, below the title of the cover.
    pub(crate) sponsor: String,
    /// How it will be printed.
    pub(crate) printing: Printing,
    /// Whether each page says that it is a proof (草稿).
    pub(crate) proof: bool,
    /// The reports under their headings.
    pub(crate) groups: Vec<ContentsGroup>,
}

/// Reports that are listed together.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ContentsGroup {
    /// What they have in common; nothing for the government's own.
    pub(crate) heading: Option<String>,
    /// The reports, in the official order.
    pub(crate) items: Vec<ContentsItem>,
}

/// A report in a table of contents.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ContentsItem {
    /// Its number, as in its file's name.
    pub(crate) number: usize,
    /// Whose it is; its whole title where that is not the usual one.
    pub(crate) title: String,
    /// How many pages it has.
    pub(crate) pages: usize,
    /// Its file, relative to this one, as an address.
    pub(crate) href: String,
}

/// What the template reads as `/contents.json`.
#[derive(Serialize)]
struct ContentsJson<'a> {
    title: String,
    title_lines: &'a [String],
    agency: &'a str,
    cover_lines: &'a [String],
    sponsor: &'a str,
    date: DateParts,
    sides: Option<&'static str>,
    #[serde(skip_serializing_if = "Not::not")]
    proof: bool,
    groups: &'a [ContentsGroup],
    reports: usize,
    pages: usize,
}

impl Contents {
    /// `/contents.json`.
    fn data(&self) -> serde_json::Result<Vec<u8>> {
        let items = || self.groups.iter().flat_map(|group| &group.items);
        serde_json::to_vec(&ContentsJson {
            title: self.title_lines.concat(),
            title_lines: &self.title_lines,
            agency: &self.government,
            cover_lines: &self.cover_lines,
            sponsor: &self.sponsor,
            date: DateParts::from(self.date),
            sides: sides(self.printing),
            proof: self.proof,
            groups: &self.groups,
            reports: items().count(),
            pages: items().map(|item| item.pages).sum(),
        })
    }
}

impl Printable for Contents {
    const TEMPLATE: &'static str = "contents.typ";

    fn date(&self) -> Date {
        self.date
    }

    fn ident(&self) -> &str {
        &self.ident
    }

    fn files(&self, _: &FontLibrary) -> serde_json::Result<BTreeMap<String, Bytes>> {
        Ok(BTreeMap::from([("contents.json".to_owned(), Bytes::new(self.data()?))]))
    }

    fn fingerprint(&self, maker: KeyMaker) -> serde_json::Result<KeyMaker> {
        Ok(maker.with(self.data()?))
    }
}
