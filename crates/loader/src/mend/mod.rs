//! Which mends of findings can be put into the files that were read, and what comes of it.
//!
//! A mend is all edits of one finding: all of it is put in or none. Records (已公开) are never altered. Whether a mend does
//! good shows when the mended files are read again; `nianbao-workspace` does that.

mod records;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::{Diagnostic, Edit, FileId, Municipality, SourceMap, Span};

use crate::codes::files::ENCODING;
use crate::edit::{apply, fits, overlap};
use records::Records;

/// The findings whose mends can be put in together, and what is left.
#[derive(Debug, Default)]
pub struct Plan<'f> {
    /// The findings, the first ones first.
    pub findings: Vec<&'f Diagnostic>,
    /// How many wait for the next round, since their mends overlap with one that comes first.
    pub waiting: usize,
    /// How many are left out since their mends would alter a record.
    pub records: usize,
    /// How many are left out since their file is not UTF-8 and cannot be converted.
    pub recoded: usize,
}

/// Plans the mends of `findings`, the first ones first. What is accepted is left as it is.
pub fn plan<'f>(
    findings: impl IntoIterator<Item = &'f Diagnostic>,
    municipality: Option<&Municipality>,
    sources: &SourceMap,
) -> Plan<'f> {
    let records = Records::of(municipality, sources);
    let mut plan = Plan::default();
    let mut taken = Taken::default();
    let open = |finding: &&Diagnostic| finding.accepted.is_none() && fits(sources, &finding.edits);
    let findings: Vec<&Diagnostic> = findings.into_iter().filter(open).collect();
    let converted: BTreeSet<FileId> =
        findings.iter().filter(|finding| converts(finding)).flat_map(|it| files_of(it)).collect();
    for finding in findings {
        let edits = &finding.edits;
        let is_recoded = |file: &FileId| sources.file(*file).is_some_and(|file| !file.is_utf8());
        if edits.iter().any(|edit| records.hold(sources.path(edit.span.file))) {
            plan.records += 1;
        } else if !converts(finding) && files_of(finding).any(|file| converted.contains(&file)) {
            plan.waiting += 1;
        } else if !converts(finding) && files_of(finding).any(|file| is_recoded(&file)) {
            plan.recoded += 1;
        } else if edits.iter().any(|edit| taken.hold(edit)) {
            plan.waiting += 1;
        } else {
            taken.0.extend(edits.iter().map(|edit| (edit.span, edit)));
            plan.findings.push(finding);
        }
    }
    plan
}

/// Whether a finding's mend is that its file is written in UTF-8. What else is wrong with the file is mended after that.
fn converts(finding: &Diagnostic) -> bool {
    finding.code.id == ENCODING.id
}

fn files_of(finding: &Diagnostic) -> impl Iterator<Item = FileId> {
    finding.edits.iter().map(|edit| edit.span.file)
}

/// Takes the mend off a finding that it would take a line end with: what stands on several lines may be more than the one
/// word that is wrong.
pub(crate) fn keep_lines(finding: &mut Diagnostic, sources: &SourceMap) {
    if finding.edits.iter().any(|edit| sources.slice(edit.span).contains('\n')) {
        finding.edits.clear();
    }
}

/// The files that the mends of `findings` alter, with their new text. No edit lies on another, as [`plan`] has it.
pub fn files<'f>(findings: impl IntoIterator<Item = &'f Diagnostic>, sources: &SourceMap) -> BTreeMap<FileId, String> {
    let mut edits: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for edit in findings.into_iter().flat_map(|finding| &finding.edits) {
        edits.entry(edit.span.file).or_default().push(edit);
    }
    edits.into_iter().map(|(file, edits)| (file, apply(sources.text(file), edits))).collect()
}

/// The edits that are put in so far, none on another.
#[derive(Default)]
struct Taken<'f>(BTreeMap<Span, &'f Edit>);

impl Taken<'_> {
    /// Whether `edit` overlaps with one of them.
    fn hold(&self, edit: &Edit) -> bool {
        let Span { file, start, end } = edit.span;
        let near = self.0.range(..=Span::new(file, end, usize::MAX)).rev();
        let mut near = near.take_while(|(span, _)| span.file == file && span.end >= start);
        near.any(|(_, taken)| overlap(edit, taken))
    }
}
