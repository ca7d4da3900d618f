//! What is known of PDFs once they are printed.

use std::collections::BTreeMap;

use nianbao_cache::Key;
use nianbao_model::{Agency, AgencyId, Report};

use crate::publish::Print;

/// The printed PDFs of reports.
pub(super) type PrintedPdfs = BTreeMap<PdfKey, PrintedPdf>;

/// What the PDF of a report is found by: agency and year.
pub(super) type PdfKey = (AgencyId, i16);

/// What the PDF of `report` is found by.
pub(super) fn pdf_key(agency: &Agency, report: &Report) -> PdfKey {
    (agency.id.clone(), report.year)
}

/// A printed PDF.
#[derive(Debug, Clone)]
pub(super) struct PrintedPdf {
    /// Its path below the published folder.
    pub(super) path: String,
    /// What is printed of it elsewhere.
    pub(super) print: Print,
    /// Whether an earlier build printed it.
    pub(super) kept: bool,
    /// What it is known again by, where something is kept.
    pub(super) key: Option<Key>,
}
