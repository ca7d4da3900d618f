//! What of a checked workspace is made public: reports that are released (可公开) or records (已公开).

use std::collections::{BTreeMap, BTreeSet};

use nianbao_loader::{meant_status, record_file};
use nianbao_model::aggregate::parts;
use nianbao_model::{AgencyId, Diagnostic, FileId, Kind, Municipality, Severity, Status, diagnostic, rules};

use crate::report::reports_with_findings;
use crate::{Checked, Filter, FilterError};

/// What the reports are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// For the public.
    Publication {
        /// Whether every report that is owed must be there.
        complete: bool,
        /// Whether released reports with errors are left out, rather than holding up all others.
        keep_going: bool,
    },
    /// 草稿: for the office's own eyes, drafts and errors included.
    Proof,
}

/// A part of a workspace that is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// What they are made for.
    pub intent: Intent,
    /// The reports to be made, with what was found in them and in those left out.
    pub checked: Checked,
    /// How many reports are being written and stay out.
    pub drafts: usize,
    /// How many are missing that nothing here needs.
    pub missing: usize,
    /// The reports that stay out for what was found in them, in the official order, each agency by its id.
    pub left_out: BTreeSet<ReportKey>,
}

/// An agency and the year of a report.
pub type ReportKey = (AgencyId, i16);

impl Publication {
    /// Whether there are reports, none of which is made.
    pub fn is_empty(&self) -> bool {
        let made = self.checked.municipality.iter().flat_map(Municipality::reports).count();
        made == 0 && self.drafts + self.left_out.len() > 0
    }

    /// How many of the reports to be made are released, but no records yet.
    pub fn released(&self) -> usize {
        let made = self.checked.municipality.iter().flat_map(Municipality::reports);
        made.filter(|(_, report)| report.status == Status::Released).count()
    }

    /// How many of the reports to be made hold something that is not filled in yet or could not be read. Where it counts for
    /// figures, pages say so in place of these.
    pub fn unfinished(&self) -> usize {
        let unreadable = self.checked.findings.iter().filter(|finding| finding.is_unreadable());
        let keys: BTreeSet<ReportKey> = unreadable.filter_map(key).collect();
        keys.difference(&self.left_out).count()
    }

    /// Why a report stays out: the first that was found in it and keeps it from being made.
    pub fn reason(&self, report: &ReportKey) -> Option<&str> {
        let mut of_report: Vec<&Diagnostic> =
            self.checked.findings.iter().filter(|finding| key(finding).as_ref() == Some(report)).collect();
        let keeps = |finding: &&Diagnostic| match self.intent {
            Intent::Publication { .. } => self.checked.blocks(finding),
            Intent::Proof => finding.is_unreadable(),
        };
        // What cannot be set keeps a proof from being made, whatever else is wrong.
        of_report.sort_by_key(|finding| finding.code.kind != Kind::Build);
        of_report.into_iter().find(keeps).map(|finding| finding.message.as_str())
    }

    /// Whether anything keeps all of it from being made.
    pub fn is_blocked(&self) -> bool {
        self.checked.findings.iter().any(|finding| self.blocks(finding))
    }

    /// Whether a finding does.
    fn blocks(&self, finding: &Diagnostic) -> bool {
        let blocks = match self.intent {
            Intent::Publication { .. } => self.checked.blocks(finding),
            // What people wrote does not: as far as it was read it is made, and whatever else is named.
            Intent::Proof => finding.is_unreadable() && finding.code.kind == Kind::Build,
        };
        blocks && !holds(&self.left_out, finding)
    }
}

impl Checked {
    /// The part that `filter` asks for, as far as `intent` lets it out.
    ///
    /// # Errors
    ///
    /// If the filter names a year or an agency that there is not.
    pub fn publication(mut self, intent: Intent, filter: &Filter) -> Result<Publication, FilterError> {
        let selection = filter.resolve(self.municipality.as_ref(), &self.findings)?;
        let (mut drafts, mut left_out) = (BTreeSet::new(), BTreeSet::new());
        match intent {
            Intent::Publication { complete, keep_going } => {
                drafts = self.drafts();
                self.take_out_drafts(&drafts, complete);
                if keep_going {
                    left_out = self.faulty(Self::blocks);
                }
            }
            Intent::Proof => left_out = self.unprintable(),
        }
        self.remove(&left_out);
        let covered = |(agency, year): &ReportKey| selection.covers(Some(agency), Some(*year));
        left_out.retain(covered);
        let drafts = drafts.iter().filter(|key| covered(key)).count();
        let mut checked = self.narrowed_to(&selection);
        let missing = checked.take_out_missing(&left_out);
        Ok(Publication { intent, checked, drafts, missing, left_out })
    }

    /// The same with these reports alone and what was found in them.
    #[must_use]
    pub fn about(mut self, reports: &BTreeSet<ReportKey>) -> Self {
        self.findings.retain(|finding| holds(reports, finding));
        if let Some(municipality) = &mut self.municipality {
            municipality.retain_reports(|agency, year| reports.contains(&(agency.clone(), year)));
        }
        self
    }

    /// The reports that are being written, those included that cannot be read and do not say otherwise.
    pub(crate) fn drafts(&self) -> BTreeSet<ReportKey> {
        let read = || self.municipality.iter().flat_map(Municipality::reports);
        let known: BTreeSet<(&AgencyId, i16)> = read().map(|(agency, report)| (&agency.id, report.year)).collect();
        let drafts = read().filter(|(_, report)| report.status == Status::Draft);
        let drafts = drafts.map(|(agency, report)| (&agency.id, report.year));
        let unread = reports_with_findings(&self.findings).filter(|key| !known.contains(key));
        let files = self.files_with_findings();
        let means_more = |key: &(&AgencyId, i16)| files.get(key).is_some_and(|files| self.means_more(files));
        // What was published once must not go without a word, whatever became of its state.
        let was_published =
            |(agency, year): &(&AgencyId, i16)| self.sources.find(&record_file(agency, *year)).is_some();
        let drafts = drafts.chain(unread).filter(|key| !means_more(key) && !was_published(key));
        drafts.map(|(agency, year)| (agency.clone(), year)).collect()
    }

    /// The files of each report that anything was found in.
    fn files_with_findings(&self) -> BTreeMap<(&AgencyId, i16), BTreeSet<FileId>> {
        let mut files: BTreeMap<_, BTreeSet<FileId>> = BTreeMap::new();
        for finding in &self.findings {
            if let (Some(agency), Some(year), Some(place)) = (&finding.agency, finding.year, finding.place()) {
                files.entry((agency, year)).or_default().insert(place.file);
            }
        }
        files
    }

    /// Whether a report's own words give it another status than that of a draft; `files` are those with findings.
    fn means_more(&self, files: &BTreeSet<FileId>) -> bool {
        files.iter().any(|file| {
            let is_report = self.sources.path(*file).ends_with("/report.yaml");
            is_report && meant_status(self.sources.text(*file)) != Status::Draft
        })
    }

    fn has(&self, (agency, year): &ReportKey) -> bool {
        let agency = self.municipality.as_ref().and_then(|municipality| municipality.agency(agency));
        agency.is_some_and(|agency| agency.reports.contains_key(year))
    }

    /// Takes out the drafts with what was found in them; with `complete` each that is owed is an error.
    fn take_out_drafts(&mut self, drafts: &BTreeSet<ReportKey>, complete: bool) {
        let absent = match &self.municipality {
            Some(municipality) if complete => rules::absent(municipality, &self.findings),
            _ => Vec::new(),
        };
        let again = |finding: &Diagnostic| {
            let same = |other: &Diagnostic| other.code == finding.code && other.message == finding.message;
            absent.iter().any(same)
        };
        self.findings.retain(|finding| !holds(drafts, finding) && !again(finding));
        self.findings.extend(absent);
        diagnostic::sort(&mut self.findings);
        self.remove(drafts);
    }

    /// Takes out what is told of reports that are not there, unless it is an error, and counts these. They hold up no other.
    fn take_out_missing(&mut self, left_out: &BTreeSet<ReportKey>) -> usize {
        let missing = |finding: &Diagnostic| {
            let key = key(finding).filter(|_| finding.severity() < Severity::Error);
            key.filter(|key| !self.has(key) && !left_out.contains(key))
        };
        let all: BTreeSet<ReportKey> = self.findings.iter().filter_map(missing).collect();
        self.findings.retain(|finding| finding.severity() == Severity::Error || !holds(&all, finding));
        all.len()
    }

    /// The reports of which no page can be made: nothing of them could be read, or something in them cannot be made.
    fn unprintable(&self) -> BTreeSet<ReportKey> {
        let unreadable = self.findings.iter().filter(|finding| finding.is_unreadable());
        let unprintable = unreadable.filter_map(|finding| Some((key(finding)?, finding.code.kind == Kind::Build)));
        unprintable.filter(|(key, cannot_be_made)| *cannot_be_made || !self.has(key)).map(|(key, _)| key).collect()
    }

    /// The reports with such a finding, and the sums that count on any of them.
    pub(crate) fn faulty(&self, is_fault: impl Fn(&Self, &Diagnostic) -> bool) -> BTreeSet<ReportKey> {
        let found = self.findings.iter().filter(|finding| is_fault(self, finding));
        let mut faulty: BTreeSet<ReportKey> = found.filter_map(key).collect();
        let sums = || {
            let reports = self.municipality.iter().flat_map(Municipality::reports);
            reports.filter_map(|(agency, report)| Some((agency, report, report.aggregation.as_ref()?)))
        };
        loop {
            let before = faulty.len();
            for (agency, report, aggregation) in sums().filter(|(_, report, _)| report.is_derived()) {
                let counted = parts(agency, aggregation, report.year);
                if counted.iter().any(|part| faulty.contains(&(part.agency.id.clone(), report.year))) {
                    faulty.insert((agency.id.clone(), report.year));
                }
            }
            if faulty.len() == before {
                return faulty;
            }
        }
    }

    fn remove(&mut self, reports: &BTreeSet<ReportKey>) {
        if let Some(municipality) = &mut self.municipality {
            municipality.retain_reports(|agency, year| !reports.contains(&(agency.clone(), year)));
        }
    }
}

/// Whether a finding is about one of these reports.
pub(crate) fn holds(reports: &BTreeSet<ReportKey>, finding: &Diagnostic) -> bool {
    key(finding).is_some_and(|key| reports.contains(&key))
}

/// The report that a finding is about.
fn key(finding: &Diagnostic) -> Option<ReportKey> {
    finding.agency.clone().zip(finding.year)
}
