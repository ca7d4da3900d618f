//! Reports that are read before their turn comes, by all threads. What was read so is what would be read in turn, as long as
//! its files got the numbers that they were expected to get.

use std::collections::BTreeMap;
use std::sync::Arc;

use nianbao_model::{AgencyId, FileId, Forms, Report};
use rayon::prelude::*;

use super::{KeptPart, MOST, Parts};
use crate::files::Files;
use crate::lower;
use crate::names::RECORD;
use crate::recorder::Recorder;
use crate::session::Session;
use crate::walk::{AgencyFolder, YearFolder};

/// What is read of a report.
pub(crate) type ReportPart = Option<Arc<Report>>;

/// A report that can be read by itself.
struct Expected<'t> {
    agency: &'t AgencyId,
    folder: &'t YearFolder,
    first: FileId,
}

impl Parts<ReportPart> {
    /// Reads all reports below `root`, whose first file gets the number `first`, where nothing is known of any yet.
    pub(crate) fn read_ahead(&mut self, files: &dyn Files, forms: &Forms, root: &AgencyFolder, first: FileId) {
        let Some(files) = files.for_threads().filter(|_| self.before.is_empty()) else { return };
        // Pictures that nothing shows have numbers, too: how many is known once the report is read.
        for _ in 0..2 {
            let read = std::mem::take(&mut self.ahead);
            let mut expected = Vec::new();
            expect(root, first.0, &read, &mut expected);
            let in_turn = |expected: Expected| {
                let path = &expected.folder.path;
                let part = read.get(path).filter(|part| part.first == expected.first).map(Arc::clone);
                Some((path.clone(), part.or_else(|| of_report(files, forms, &expected).map(Arc::new))?))
            };
            self.ahead = expected.into_par_iter().filter_map(in_turn).collect();
        }
    }
}

/// Lists the reports of an agency and of all below it with the numbers of their first files. Says which number comes next.
fn expect<'t>(
    agency: &'t AgencyFolder,
    first: u32,
    read: &BTreeMap<String, Arc<KeptPart<ReportPart>>>,
    expected: &mut Vec<Expected<'t>>,
) -> u32 {
    // agency.yaml has a number even where it is missing.
    let mut next = first.saturating_add(count(1 + agency.unexpected.len()));
    for folder in &agency.years {
        if folder.unexpected.is_empty() {
            expected.push(Expected { agency: &agency.id, folder, first: FileId(next) });
        }
        let usual = 2 + usize::from(folder.has(RECORD)) + folder.unexpected.len();
        next = next.saturating_add(count(read.get(&folder.path).map_or(usual, |part| part.files.len())));
    }
    agency.children.iter().fold(next, |next, child| expect(child, next, read, expected))
}

fn count(files: usize) -> u32 {
    u32::try_from(files).unwrap_or(u32::MAX)
}

/// What is read of a report; nothing where there is too much to tell.
fn of_report(files: &(dyn Files + Sync), forms: &Forms, expected: &Expected) -> Option<KeptPart<ReportPart>> {
    let Expected { agency, folder, first } = *expected;
    let recorder = Recorder::new(files);
    let mut session = Session::beginning_at(&recorder, forms.clone(), first);
    session.sink.belongs_to(Some(agency), Some(folder.year));
    let made = lower::report_in(&mut session, folder);
    let found = session.sink.found().to_vec();
    let part = KeptPart {
        listed: folder.listed(),
        first,
        read: recorder.take(),
        files: session.sources.since(first).to_vec(),
        found,
        made,
    };
    (part.found.len() < MOST).then_some(part)
}
