//! What is known of PDFs once they are printed.

use std::collections::BTreeMap;

use nianbao_model::{Agency, AgencyId, Report};

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
    /// How many pages it has.
    pub(super) pages: usize,
    /// How many bytes it has.
    pub(super) bytes: usize,
    /// Whether an earlier build printed it.
    pub(super) kept: bool,
    /// Its SHA-256 in hexadecimal digits.
    pub(super) sha256: String,
}
