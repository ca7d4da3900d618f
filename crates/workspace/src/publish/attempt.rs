//! Reports on their way to publication, and those that fall out.

use nianbao_loader::edit::{self, Change, EditError};
use nianbao_loader::keys::Document;
use nianbao_loader::{record_file, report_file, report_folder};
use nianbao_model::{Agency, Municipality, Report, Status};

use super::changes::day_of;
use super::kept;
use super::refusal::{Refusal, Why, holds};
use super::step::{Step, Wanted, Write};
use crate::Checked;
use crate::unsaved::Texts;

/// Publishing on the way: what is wanted, and what of it cannot be.
pub(super) struct Attempt<'a> {
    before: &'a Checked,
    wanted: &'a Wanted,
    /// What cannot be published, and why.
    pub(super) refused: Vec<Refusal>,
}

impl<'a> Attempt<'a> {
    pub(super) fn new(before: &'a Checked, wanted: &'a Wanted) -> Self {
        Self { before, wanted, refused: Vec::new() }
    }

    /// The wanted reports that are not refused, in the official order.
    fn reports(&self) -> Vec<(&'a Agency, &'a Report)> {
        let reports = self.before.municipality.iter().flat_map(Municipality::reports);
        let wanted = reports.filter(|(agency, report)| {
            let key = (agency.id.clone(), report.year);
            self.wanted.reports.contains(&key) && !holds(&self.refused, &key)
        });
        wanted.collect()
    }

    /// The texts of report.yaml with `changes`. A report whose file cannot be edited is refused.
    pub(super) fn edited(&mut self, changes: fn(&Report, &Wanted) -> Vec<Change>) -> Texts {
        let mut texts = Texts::new();
        for (agency, report) in self.reports() {
            let path = report_file(&agency.id, report.year);
            match self.with(&path, report, &changes(report, self.wanted)) {
                Ok(text) => {
                    texts.insert(path, text);
                }
                Err(error) => self.refused.push(Refusal::new(agency, report, Why::Edit(error))),
            }
        }
        texts
    }

    fn with(&self, path: &str, report: &Report, changes: &[Change]) -> Result<String, EditError> {
        let file = self.before.sources.find(path).ok_or(EditError::Unreadable)?;
        edit::edited(self.before.sources.text(file), Document::Report(report.form), changes)
    }

    /// Refuses what something blocks in the workspace as `tried`, and the sums that count on it.
    pub(super) fn refuse_blocked(&mut self, tried: &Checked) {
        let faulty = tried.faulty(Checked::blocks);
        let refused =
            self.reports().into_iter().filter(|(agency, report)| faulty.contains(&(agency.id.clone(), report.year)));
        let refused: Vec<Refusal> = refused
            .map(|(agency, report)| Refusal::new(agency, report, Why::findings(tried, agency, report)))
            .collect();
        self.refused.extend(refused);
    }

    /// The records of what is left, and what each publication changes. A record whose sum would change without a word is refused.
    pub(super) fn records(&mut self, released: &Checked, write: Write) -> (Texts, Vec<Step>) {
        let (mut texts, mut steps) = (Texts::new(), Vec::new());
        for (agency, report) in self.reports() {
            let Some((now, on_form)) = kept::find(released, agency, report.year) else { continue };
            let record = match kept::record(now, on_form, report) {
                Ok(record) => record,
                Err(why) => {
                    self.refused.push(Refusal::new(agency, report, why));
                    continue;
                }
            };
            let path = record_file(&agency.id, report.year);
            let text = write(&record, on_form.form, &report_folder(&agency.id, report.year));
            let same = self.before.sources.find(&path).is_some_and(|file| self.before.sources.text(file) == text);
            if report.status == Status::Published && same {
                continue;
            }
            steps.push(Step {
                report: (agency.id.clone(), report.year),
                title: agency.title(report),
                was: report.status,
                day: day_of(report, self.wanted),
                kept: record.sum.map(|sum| sum.parts.len()),
            });
            texts.insert(path, text);
        }
        (texts, steps)
    }
}
