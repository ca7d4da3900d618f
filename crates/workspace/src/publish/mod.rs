//! Publishing reports (公布): what is released becomes a record, with what has to stay as it was.
//!
//! Everything is tried before it counts: the changes are made in memory, the workspace is read and judged again, and a report
//! that something blocks is refused.

mod attempt;
mod changes;
mod kept;
mod refusal;
mod step;

use std::collections::{BTreeMap, BTreeSet};

use nianbao_loader::{Files, record_file, report_file};
use nianbao_model::{AgencyId, FileId};

pub use refusal::{Refusal, Why};
pub use step::{Step, Wanted, Write};

use crate::Checked;
use crate::unsaved::{Texts, tried as in_memory};
use attempt::Attempt;
use refusal::holds;

/// What publishing comes to. Nothing is written yet.
#[derive(Debug)]
pub struct Publishing {
    /// The workspace as it was read.
    pub before: Checked,
    /// The reports that become records, or whose records are kept anew, in the official order.
    pub steps: Vec<Step>,
    /// Those that cannot be published, and why.
    pub refused: Vec<Refusal>,
    /// The workspace as it would be, for the findings of those that are refused.
    pub tried: Checked,
    /// The files that are altered, by their numbers in `before`, with their new text.
    pub files: BTreeMap<FileId, String>,
    /// The records that are written, by their paths.
    pub records: BTreeMap<String, String>,
}

/// What it takes to publish what is `wanted` of `files`, which `judge` reads and checks. `write` makes the texts of records.
///
/// # Errors
///
/// Those of `judge`.
pub fn publish<E>(
    files: &dyn Files,
    wanted: &Wanted,
    write: Write,
    judge: impl Fn(&dyn Files) -> Result<Checked, E>,
) -> Result<Publishing, E> {
    let judge = |texts: &Texts| in_memory(files, texts, &judge);
    let before = judge(&Texts::new())?;
    let mut attempt = Attempt::new(&before, wanted);
    // Released first: what blocks a report that is to be published would not block its record.
    let released = judge(&attempt.edited(changes::released))?;
    attempt.refuse_blocked(&released);
    let reports = attempt.edited(changes::published);
    let (records, steps) = attempt.records(&released, write);
    let published = judge(&reports.iter().chain(&records).map(|(path, text)| (path.clone(), text.clone())).collect())?;
    attempt.refuse_blocked(&published);
    let refused = attempt.refused;
    let steps: Vec<Step> = steps.into_iter().filter(|step| !holds(&refused, &step.report)).collect();
    let tried = if refused.iter().any(|refusal| refusal.is_in(&released)) { released } else { published };
    let files = altered(&before, &reports, &steps);
    let records = of_steps(records, &steps, record_file);
    Ok(Publishing { before, steps, refused, tried, files, records })
}

/// The texts of the reports that steps are about, where they are not what they were.
fn altered(before: &Checked, reports: &Texts, steps: &[Step]) -> BTreeMap<FileId, String> {
    let texts = of_steps(reports.clone(), steps, report_file).into_iter();
    let files = texts.filter_map(|(path, text)| Some((before.sources.find(&path)?, text)));
    files.filter(|(file, text)| before.sources.text(*file) != text).collect()
}

/// The texts of the files that stand at `path` for the reports of `steps`.
fn of_steps(mut texts: Texts, steps: &[Step], path: fn(&AgencyId, i16) -> String) -> Texts {
    let paths: BTreeSet<String> = steps.iter().map(|Step { report: (agency, year), .. }| path(agency, *year)).collect();
    texts.retain(|file, _| paths.contains(file));
    texts
}
