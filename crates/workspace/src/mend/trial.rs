//! Mends on trial: all of a report together, and by halves where that makes it worse.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::{Diagnostic, Span};

use super::outcome::{Outcome, Subject, subject};
use crate::Checked;

/// What tells a finding from all others whose mends do not overlap with its own.
pub(super) type Mark = (&'static str, Option<Span>);

pub(super) fn mark(finding: &Diagnostic) -> Mark {
    (finding.code.id, finding.edits.first().map(|edit| edit.span))
}

/// The mends that are tried together.
pub(super) type Chunks<'f> = BTreeMap<Subject, Vec<&'f Diagnostic>>;

/// The mends of each report.
pub(super) struct Trials<'f>(BTreeMap<Subject, Trial<'f>>);

#[derive(Default)]
struct Trial<'f> {
    /// Those put in.
    kept: Vec<&'f Diagnostic>,
    /// Those still to be tried, the next ones last.
    open: Vec<Vec<&'f Diagnostic>>,
    /// What is found with those that are put in.
    outcome: Outcome,
}

impl<'f> Trials<'f> {
    pub(super) fn new(now: &Checked, findings: Vec<&'f Diagnostic>) -> Self {
        let mut outcomes = Outcome::of(&now.findings);
        let mut chunks = Chunks::new();
        for finding in findings {
            chunks.entry(subject(finding)).or_default().push(finding);
        }
        let trials = chunks.into_iter().map(|(subject, chunk)| {
            let outcome = outcomes.remove(&subject).unwrap_or_default();
            (subject, Trial { kept: Vec::new(), open: vec![chunk], outcome })
        });
        Self(trials.collect())
    }

    /// Those that are put in.
    pub(super) fn kept(&self) -> impl Iterator<Item = &'f Diagnostic> {
        self.0.values().flat_map(|trial| &trial.kept).copied()
    }

    /// What to try next, beside what is put in.
    pub(super) fn next(&mut self) -> Chunks<'f> {
        let next = |(subject, trial): (&Subject, &mut Trial<'f>)| Some((subject.clone(), trial.open.pop()?));
        self.0.iter_mut().filter_map(next).collect()
    }

    /// Notes in `refused` what was not tried yet.
    pub(super) fn give_up(&mut self, refused: &mut BTreeSet<Mark>) {
        let open = self.0.values_mut().flat_map(|trial| trial.open.drain(..)).flatten();
        refused.extend(open.map(mark));
    }

    /// Decides on `chunks` by what is found `after` them; notes in `refused` what cannot be put in. Whether all is decided
    /// and `after` shows what is put in.
    pub(super) fn settle(&mut self, chunks: Chunks<'f>, after: &Checked, refused: &mut BTreeSet<Mark>) -> bool {
        let mut outcomes = Outcome::of(&after.findings);
        let mut settled = true;
        for (subject, chunk) in chunks {
            let Some(trial) = self.0.get_mut(&subject) else { continue };
            let outcome = outcomes.remove(&subject).unwrap_or_default();
            if outcome.is_better_than(&trial.outcome, &chunk) {
                trial.kept.extend(chunk);
                trial.outcome = outcome;
                settled &= trial.open.is_empty();
                continue;
            }
            settled = false;
            if let [finding] = chunk.as_slice() {
                refused.insert(mark(finding));
            } else {
                let (first, second) = chunk.split_at(chunk.len() / 2);
                trial.open.extend([second.to_vec(), first.to_vec()]);
            }
        }
        settled
    }
}
