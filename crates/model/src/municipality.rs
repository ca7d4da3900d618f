//! All agencies of a municipality with all their reports.

use crate::{Agency, AgencyId, Diagnostic, Forms, Kind, Report, Severity, Site, Spanned, Status};

/// A whole workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Municipality {
    /// site.yaml.
    pub site: Site,
    /// The municipality's government, the root of the administrative tree.
    pub root: Agency,
    /// The forms that its reports may stand on.
    pub forms: Forms,
}

impl Municipality {
    /// The municipality whose reports stand on the official forms.
    pub fn new(site: Site, root: Agency) -> Self {
        Self { site, root, forms: Forms::default() }
    }

    /// Who publishes the site: 主办单位, or else the government.
    pub fn sponsor(&self) -> &Spanned<String> {
        self.site.sponsor.as_ref().unwrap_or(&self.root.name)
    }

    /// Every agency, in the official order, the government first.
    pub fn agencies(&self) -> impl Iterator<Item = &Agency> {
        self.root.walk()
    }

    /// The agency with this id.
    pub fn agency(&self, id: &AgencyId) -> Option<&Agency> {
        self.agencies().find(|agency| &agency.id == id)
    }

    /// The agency that goes on with the work of `agency` (并入), if it is known here.
    pub fn successor(&self, agency: &Agency) -> Option<&Agency> {
        let named = agency.duty.successor.as_ref()?;
        self.agencies().find(|other| other.is_called(&named.value))
    }

    /// Every report with its agency, in the official order, earlier years first.
    pub fn reports(&self) -> impl Iterator<Item = (&Agency, &Report)> {
        self.agencies().flat_map(|agency| agency.reports.values().map(move |report| (agency, report)))
    }

    /// Keeps the reports that `wanted` says, asked for agency and year; all agencies stay.
    pub fn retain_reports(&mut self, mut wanted: impl FnMut(&AgencyId, i16) -> bool) {
        retain(&mut self.root, &mut wanted);
    }

    /// Whether a finding keeps its report from being published. One of at least the severity `least` does, unless it
    /// is accepted, or its report is a record of what was published already (已公开). An error that left nothing to
    /// publish blocks a record too, and so does one that says that it is no record.
    pub fn blocks(&self, finding: &Diagnostic, least: Severity) -> bool {
        let is_of_record = || self.is_record(finding) && !finding.denies_record();
        finding.is_unreadable() || finding.severity() >= least && finding.accepted.is_none() && !is_of_record()
    }

    /// Whether a finding is about a record. Tables that are added up from below are none: they change with those below.
    fn is_record(&self, finding: &Diagnostic) -> bool {
        let report = finding
            .agency
            .as_ref()
            .and_then(|id| self.agency(id))
            .zip(finding.year)
            .and_then(|(agency, year)| agency.reports.get(&year));
        report.is_some_and(|report| {
            report.status == Status::Published && !(report.is_derived() && finding.code.kind == Kind::City)
        })
    }
}

fn retain(agency: &mut Agency, wanted: &mut dyn FnMut(&AgencyId, i16) -> bool) {
    let id = agency.id.clone();
    agency.reports.retain(|year, _| wanted(&id, *year));
    agency.children.iter_mut().for_each(|child| retain(child, wanted));
}
