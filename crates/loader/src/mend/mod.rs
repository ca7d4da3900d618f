//! What the mends of findings make of the files that were read.
//!
//! A mend is all edits of one finding: all of it is put in or none. Records (已公开) are never altered.

mod records;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use nianbao_model::{Diagnostic, Edit, FileId, Municipality, SourceMap};

use crate::edit::{apply, fits, overlap};
use records::Records;

/// The mends that can be put in together, and what is left.
#[derive(Debug, Default)]
pub struct Mends {
    /// The files that they alter, with their new text.
    pub files: BTreeMap<FileId, String>,
    /// How many findings they mend.
    pub mended: usize,
    /// How many wait for another run, since they overlap with one that comes first.
    pub waiting: usize,
    /// How many are left out since they would alter a record.
    pub records: usize,
    /// How many are left out since their file is not UTF-8.
    pub recoded: usize,
}

/// The mends of `findings`, the first ones first. What is accepted is left as it is.
pub fn plan<'f>(
    findings: impl IntoIterator<Item = &'f Diagnostic>,
    municipality: Option<&Municipality>,
    sources: &SourceMap,
) -> Mends {
    let records = Records::of(municipality, sources);
    let mut mends = Mends::default();
    let mut taken: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for finding in findings.into_iter().filter(|finding| finding.accepted.is_none() && fits(sources, &finding.edits)) {
        let edits = &finding.edits;
        let is_recoded = |edit: &Edit| sources.file(edit.span.file).is_some_and(|file| !file.is_utf8());
        let is_late =
            |edit: &Edit| taken.get(&edit.span.file).is_some_and(|them| them.iter().any(|it| overlap(edit, it)));
        if edits.iter().any(|edit| records.hold(sources.path(edit.span.file))) {
            mends.records += 1;
        } else if edits.iter().any(is_recoded) {
            mends.recoded += 1;
        } else if edits.iter().any(is_late) {
            mends.waiting += 1;
        } else {
            for edit in edits {
                taken.entry(edit.span.file).or_default().push(edit);
            }
            mends.mended += 1;
        }
    }
    mends.files = taken.into_iter().map(|(file, edits)| (file, apply(sources.text(file), edits))).collect();
    mends
}
