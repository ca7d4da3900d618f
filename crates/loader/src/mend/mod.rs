//! What the mends of findings make of the files that were read.
//!
//! A mend is all edits of one finding: all of it is put in or none. Records (已公开) are never altered.

mod records;
mod write;

#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use nianbao_model::{Diagnostic, Edit, FileId, Municipality, SourceMap};

use records::Records;

pub use write::{WriteError, write};

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
    mends.files = taken.into_iter().map(|(file, edits)| (file, mended(sources.text(file), edits))).collect();
    mends
}

/// Whether there is something to mend, each edit stands within its file and none on another.
fn fits(sources: &SourceMap, edits: &[Edit]) -> bool {
    let text = |edit: &Edit| sources.file(edit.span.file)?.text().get(edit.span.start..edit.span.end);
    let apart = |at: usize, edit: &Edit| edits.iter().skip(at + 1).all(|other| !overlap(edit, other));
    !edits.is_empty() && edits.iter().enumerate().all(|(at, edit)| text(edit).is_some() && apart(at, edit))
}

/// Whether it matters which of two edits comes first. What is put in at the edge of another edit does.
fn overlap(one: &Edit, other: &Edit) -> bool {
    let (a, b) = (one.span, other.span);
    let insertion = a.start == a.end || b.start == b.end;
    let touching = a.start <= b.end && b.start <= a.end;
    a.file == b.file && touching && (insertion || (a.start < b.end && b.start < a.end))
}

/// The new text. From the bottom up, so that the places above stay where they are.
fn mended(text: &str, mut edits: Vec<&Edit>) -> String {
    edits.sort_by_key(|edit| Reverse(edit.span));
    let mut text = text.to_owned();
    for edit in edits {
        text.replace_range(edit.span.start..edit.span.end, &edit.replacement);
    }
    text
}
