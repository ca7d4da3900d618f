//! What was read from a document beside the document itself, on one page that needs no other file.

use std::collections::BTreeMap;

use nianbao_model::form::Place;
use nianbao_model::{Address, Agency, Report, SectionKind};
use serde::Serialize;

use super::import_source::SourcePart;
use super::imported::{ImportSection, sections};
use crate::templates::Templates;
use crate::view::InlineView;

/// The page of an import.
#[derive(Debug, Clone, Serialize)]
pub struct ImportPage {
    /// The page's title.
    pub(crate) title: String,
    /// The stylesheets of the site that it needs, which stand within the page.
    pub(crate) style: String,
    /// What was read from where, in sentences.
    pub(crate) summary: Vec<String>,
    /// All that was not certain.
    pub(crate) doubts: Vec<ImportDoubt>,
    /// What the check found.
    pub(crate) findings: Vec<ImportFinding>,
    /// What was left out.
    pub(crate) dropped: Vec<String>,
    /// The document.
    pub(crate) source: Vec<SourcePart>,
    /// The report.
    pub(crate) sections: Vec<ImportSection>,
    /// Its footnotes.
    pub(crate) footnotes: Vec<Vec<InlineView>>,
}

/// A report with what it was read from.
#[derive(Debug)]
pub struct ImportedReport<'a> {
    /// Whose it is.
    pub agency: &'a Agency,
    /// What was recognised.
    pub report: &'a Report,
    /// What was read from where, in sentences.
    pub summary: Vec<String>,
    /// The pieces of the document that its cells were read from, by their addresses within the page.
    pub cells: BTreeMap<Place, String>,
    /// Those of the totals that the document states, in the order of [`Report::stated`].
    pub stated: Vec<String>,
    /// Those where its sections begin.
    pub begins: BTreeMap<Option<SectionKind>, String>,
    /// All that was not certain.
    pub doubts: Vec<ImportDoubt>,
    /// What the check found.
    pub findings: Vec<ImportFinding>,
    /// What was left out, in words.
    pub dropped: Vec<String>,
    /// The document.
    pub source: Vec<SourcePart>,
}

/// Something that was not certain.
#[derive(Debug, Clone, Serialize)]
pub struct ImportDoubt {
    /// What it is about.
    pub subject: String,
    /// What is not certain and what to do.
    pub message: String,
    /// What may be right.
    pub hint: Option<String>,
    /// Where it stands in the document, as people find it again.
    pub place: Option<String>,
    /// The address within the page of the piece of the document that it was read from.
    pub source: Option<String>,
    /// The address within the page of what it is about in the report.
    pub result: Option<String>,
}

/// Something that the check found.
#[derive(Debug, Clone, Serialize)]
pub struct ImportFinding {
    /// How grave it is, `错误`.
    pub severity: &'static str,
    /// Its code.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// Whose fault it is, in words.
    pub blame: &'static str,
    /// The file and the line.
    pub place: String,
}

/// The address within the page of a figure of the report.
pub fn import_anchor(address: &Address) -> String {
    let Address { block, rows, columns } = address;
    format!("r-{block}-{}-{}-{}-{}", rows.start, rows.end, columns.start, columns.end)
}

/// The address within the page of a section of the report, the introduction as `None`.
pub fn import_section_anchor(kind: Option<SectionKind>) -> String {
    format!("r-section-{}", kind.map_or(0, |kind| kind as usize + 1))
}

impl ImportPage {
    /// The page of what was `imported`.
    pub fn new(imported: ImportedReport, templates: &Templates) -> Self {
        let (sections, footnotes) = sections(&imported);
        let ImportedReport { agency, report, summary, doubts, findings, dropped, mut source, .. } = imported;
        for part in &mut source {
            part.mark(&doubts);
        }
        Self {
            title: format!("{} {} 年：原文与读出来的结果", agency.name.value, report.year),
            style: ["style", "forms"]
                .map(|name| templates.get(&format!("assets/{name}.css")).unwrap_or_default())
                .concat()
                .replace("\r\n", "\n"),
            summary,
            doubts,
            findings,
            dropped,
            source,
            sections,
            footnotes,
        }
    }
}
