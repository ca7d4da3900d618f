//! One round of mending: mends that do not overlap, each of them put in or refused.

use std::collections::BTreeSet;

use nianbao_loader::mend::{Plan, files, plan};
use nianbao_model::Diagnostic;

use super::trial::{Mark, Trials, mark};
use crate::Checked;
use crate::unsaved::Texts;

/// Reading everything again takes up to a second: who has more bad mends than so many trials tell apart mends by hand.
const TRIALS: usize = 64;

/// What a round comes to.
pub(super) struct Round {
    /// The new texts of the files that it alters; none at the end.
    pub(super) altered: Texts,
    /// How many findings it mends.
    pub(super) mended: usize,
    /// The workspace with these texts.
    pub(super) after: Checked,
    /// What it leaves out.
    pub(super) left: Left,
}

/// How many findings are left out, and why.
pub(super) struct Left {
    pub(super) refused: usize,
    pub(super) records: usize,
    pub(super) recoded: usize,
}

/// Mends what can be mended at once in `now`, which is the workspace with the unsaved `texts`.
pub(super) fn round<E>(
    now: &Checked,
    texts: &Texts,
    judge: &impl Fn(&Texts) -> Result<Checked, E>,
) -> Result<Round, E> {
    let mut refused = BTreeSet::new();
    loop {
        let open = now.findings.iter().filter(|finding| !refused.contains(&mark(finding)));
        let Plan { findings, records, recoded, .. } = plan(open, now.municipality.as_ref(), &now.sources);
        let left = Left { refused: refused.len(), records, recoded };
        if findings.is_empty() {
            return Ok(Round { altered: Texts::new(), mended: 0, after: now.clone(), left });
        }
        let tried = tried(now, texts, judge, findings, &mut refused)?;
        if tried.mended > 0 {
            return Ok(Round { left, ..tried });
        }
    }
}

/// Puts in the mends of `findings` as far as each report gets better by them; notes the others in `refused`.
fn tried<'f, E>(
    now: &'f Checked,
    texts: &Texts,
    judge: &impl Fn(&Texts) -> Result<Checked, E>,
    findings: Vec<&'f Diagnostic>,
    refused: &mut BTreeSet<Mark>,
) -> Result<Round, E> {
    let mut trials = Trials::new(now, findings);
    let mut left = TRIALS;
    loop {
        if left == 0 {
            trials.give_up(refused);
        }
        left = left.saturating_sub(1);
        let chunks = trials.next();
        let altered = altered(now, trials.kept().chain(chunks.values().flatten().copied()));
        let mut all = texts.clone();
        all.extend(altered.clone());
        let after = judge(&all)?;
        let settled = trials.settle(chunks, &after, refused);
        if settled {
            let left = Left { refused: 0, records: 0, recoded: 0 };
            return Ok(Round { altered, mended: trials.kept().count(), after, left });
        }
    }
}

/// The new texts that the mends of `findings` make, by their paths.
fn altered<'f>(now: &Checked, findings: impl Iterator<Item = &'f Diagnostic>) -> Texts {
    let files = files(findings, &now.sources).into_iter();
    files.map(|(file, text)| (now.sources.path(file).to_owned(), text)).collect()
}
