//! What was read from a document beside the document itself, on one page that needs no other file.

use serde::Serialize;

use super::import_doubt::{ImportDoubt, ImportFinding};
use super::import_source::SourcePart;
use super::imported::{ImportSection, ImportedReport, sections};
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
