//! What an import was not certain of, and what the check found in it.

use serde::Serialize;

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

/// The numbers, from 1, of the doubts that are `meant`.
pub(super) fn numbers(doubts: &[ImportDoubt], meant: impl Fn(&ImportDoubt) -> bool) -> Vec<usize> {
    let meant = doubts.iter().enumerate().filter(|(_, doubt)| meant(doubt));
    meant.map(|(at, _)| at + 1).collect()
}
