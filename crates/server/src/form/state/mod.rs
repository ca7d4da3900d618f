//! What a form shows: all that stands in the files of a report, what it comes to, and what is wrong with it.

mod blocks;
mod characters;
mod corrections;
mod field_states;
mod figures;
mod findings;
mod fixed;
mod last_year;
mod lookups;
mod naming;
mod notes;
mod places;
mod sections;
mod sums;
mod terms;
mod values;
mod wording;

use std::collections::BTreeMap;

use jiff::civil::Date;
use nianbao_builder::html::Pages;
use nianbao_loader::Manuscript;
use nianbao_model::Report;
use nianbao_workspace::Checked;
use serde::Serialize;

use super::acceptances;
use super::kind::FormFile;
use super::subject::Subject;
use corrections::CorrectionState;
use figures::{BalanceState, CellState, TotalState};
use findings::{FindingCount, FindingState};
use last_year::Before;
use lookups::LookupState;
use naming::NamingState;
use places::Places;
use sections::SectionState;
use sums::SumState;
use values::Values;

pub(super) use field_states::FieldState;
pub(super) use terms::Terms;

/// The state of a form, as its page gets it.
#[derive(Debug, Serialize)]
pub(super) struct FormState {
    /// The digests of the files; nothing for a file that there is not.
    pub(super) base: BTreeMap<FormFile, Option<String>>,
    agency: String,
    name: String,
    year: i16,
    title: String,
    /// The title that is printed without one of its own.
    official_title: String,
    /// Why nothing can be changed; `false` where it can.
    readonly: Locked,
    /// Why no figure can be changed; `false` where it can.
    figures_readonly: Locked,
    /// What corrections are made with, where the report was published; nothing where it was not.
    correction: Option<CorrectionState>,
    pub(super) cells: BTreeMap<String, CellState>,
    totals: BTreeMap<String, TotalState>,
    balance: Vec<BalanceState>,
    pub(super) fields: Vec<FieldState>,
    pub(super) sections: Vec<SectionState>,
    findings: Vec<FindingState>,
    /// Why findings are accepted, by their codes.
    pub(super) acceptances: BTreeMap<String, String>,
    naming: NamingState,
    sum: SumState,
    lookups: Vec<LookupState>,
    spare_pictures: Vec<String>,
    counts: FindingCount,
}

/// Whether something is locked, and why.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Locked {
    Open(bool),
    Because(String),
}

impl From<Option<String>> for Locked {
    fn from(reason: Option<String>) -> Self {
        reason.map_or(Self::Open(false), Self::Because)
    }
}

/// What a state is made of.
pub(super) struct Shown<'a> {
    /// The workspace as it is or would be.
    pub(super) checked: &'a Checked,
    /// The report.
    pub(super) subject: &'a Subject,
    /// What may be changed in it.
    pub(super) terms: &'a Terms,
    /// What renders its blocks.
    pub(super) pages: &'a Pages,
    /// What day it is.
    pub(super) today: Date,
    /// Pictures beside it that it does not show.
    pub(super) spare_pictures: Vec<String>,
}

impl FormState {
    /// The state of `shown` over the files of `base`; nothing where there is no such agency.
    pub(super) fn new(shown: &Shown<'_>, base: BTreeMap<FormFile, Option<String>>) -> Option<Self> {
        let Shown { checked, subject, terms, pages, today, spare_pictures } = shown;
        let agency = subject.agency_in(checked)?;
        let blank = Report { form: terms.form, ..Report::blank(subject.year) };
        let read = agency.reports.get(&subject.year);
        let report = read.unwrap_or(&blank);
        let before = Before::new(checked.municipality.as_ref()?, agency, subject.year);
        let text = |file| checked.sources.find(&subject.path(file)).map_or("", |file| checked.sources.text(file));
        let values = Values::of(text(FormFile::Report), report.form, text(FormFile::Agency));
        let narrative = text(FormFile::Narrative);
        let manuscript = Manuscript::read(narrative, report.form);
        let places = Places::new(checked, subject, report, &values, &manuscript);
        let findings = findings::all(checked, subject, &places);
        Some(Self {
            base,
            agency: nianbao_builder::address(&agency.id).to_owned(),
            name: agency.name_in(subject.year).value.clone(),
            year: subject.year,
            title: agency.title(report),
            official_title: agency.title(&Report { title: None, ..report.clone() }),
            readonly: terms.locked().into(),
            figures_readonly: terms.figures.clone().into(),
            correction: terms.record.map(|record| CorrectionState::new(record, report, *today)),
            cells: figures::cells(report, &before, &values.report),
            totals: figures::totals(report, &before),
            balance: figures::balance(report),
            fields: field_states::all(&values),
            sections: sections::all(pages, report, narrative, &manuscript),
            counts: findings::count(&findings),
            acceptances: acceptances::written(&values.report),
            naming: NamingState::new(agency),
            sum: SumState::new(agency, report, &values.report),
            findings,
            lookups: lookups::all(report),
            spare_pictures: spare_pictures.clone(),
        })
    }
}
