//! What stands in report.json, as far as import needs it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Number;

/// A report with its narrative.
#[derive(Debug, Deserialize)]
pub(super) struct File {
    pub(super) agency: Agency,
    pub(super) year: i16,
    pub(super) title: String,
    /// The form, by the year since which it is used.
    pub(super) form: i16,
    pub(super) published: Option<String>,
    pub(super) source: Option<String>,
    pub(super) index_number: Option<String>,
    pub(super) document_number: Option<String>,
    #[serde(default)]
    pub(super) keywords: Vec<String>,
    /// The figures by key path.
    pub(super) figures: BTreeMap<String, Number>,
    #[serde(default)]
    pub(super) remarks: BTreeMap<String, String>,
    /// The notes below the tables, by the key of the table.
    #[serde(default)]
    pub(super) notes: BTreeMap<String, String>,
    pub(super) introduction: Vec<ExportedBlock>,
    pub(super) sections: Vec<Section>,
    #[serde(default)]
    pub(super) footnotes: Vec<Vec<Inline>>,
    pub(super) signature: Option<Signature>,
    #[serde(default)]
    pub(super) corrections: Vec<Correction>,
}

/// Whose report it is.
#[derive(Debug, Deserialize)]
pub(super) struct Agency {
    pub(super) name: String,
}

/// A section.
#[derive(Debug, Deserialize)]
pub(super) struct Section {
    pub(super) number: String,
    pub(super) heading: String,
    /// The number of its table.
    pub(super) table: Option<u8>,
    pub(super) blocks: Vec<ExportedBlock>,
}

/// A piece of the narrative.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(super) enum ExportedBlock {
    Heading { level: u8, number: String, content: Vec<Inline> },
    Paragraph { content: Vec<Inline> },
    List { start: Option<u64>, items: Vec<Vec<ExportedBlock>> },
    Table { head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>> },
    Image { file: String, alt: String },
}

/// A piece of running text.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(super) enum Inline {
    Text { text: String },
    Figure { text: String },
    Emphasis { content: Vec<Inline> },
    Strong { content: Vec<Inline> },
    Link { url: String, content: Vec<Inline> },
    Footnote { number: usize },
    Break,
}

/// 落款.
#[derive(Debug, Deserialize)]
pub(super) struct Signature {
    pub(super) agency: String,
    pub(super) date: String,
}

/// What was corrected after publication.
#[derive(Debug, Deserialize)]
pub(super) struct Correction {
    pub(super) date: String,
    pub(super) text: String,
}
