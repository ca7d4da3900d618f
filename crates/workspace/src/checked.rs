//! A workspace that was read and checked.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nianbao_loader::{Files, LoadError, Loaded, whereabouts};
use nianbao_model::completeness::unfilled;
use nianbao_model::rules::Judge;
use nianbao_model::{Code, Diagnostic, Label, Municipality, Selection, Severity, SourceMap, acceptance, diagnostic};

use crate::publication::{self, ReportKey};
use crate::report::reports_with_findings;
use crate::summary::Blocks;
use crate::{Filter, FilterError, Summary, codes};

/// All that is known of a workspace, or of the part of it that was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// Its reports. `None` where `content/` holds neither `site.yaml` nor `agency.yaml`.
    pub municipality: Option<Municipality>,
    /// What is wrong, sorted by place.
    pub findings: Vec<Diagnostic>,
    /// The files that the findings point into.
    pub sources: SourceMap,
    /// Whether this is the whole workspace.
    pub complete: bool,
    /// The least severity that blocks.
    least: Severity,
}

/// There are no reports to work with.
#[derive(Debug, thiserror::Error)]
#[error("content 里没有可以生成的内容")]
pub struct NoContent;

/// Reads a whole workspace, checks it by all rules and marks what its reports accept. `above` are the
/// codes of the crates above this one, which reports may accept, too; findings of at least the severity `least` block;
/// `today` decides what is late.
///
/// # Errors
///
/// If there is no content folder, or it cannot be listed. Whatever is wrong with its files is among the findings.
pub fn check(files: &dyn Files, above: &[&'static Code], least: Severity, today: Date) -> Result<Checked, LoadError> {
    Ok(check_with(&mut Judge::default(), nianbao_loader::load(files)?, above, least, today))
}

/// Checks a workspace that was read.
pub(crate) fn check_with(
    judge: &mut Judge,
    loaded: Loaded,
    above: &[&'static Code],
    least: Severity,
    today: Date,
) -> Checked {
    let Loaded { municipality, diagnostics: mut findings, sources } = loaded;
    if let Some(municipality) = &municipality {
        findings.extend(judge.check(municipality, &findings, today));
        acceptance::apply(municipality, &mut findings, &codes(above));
    }
    for finding in &mut findings {
        place(finding, &sources);
    }
    diagnostic::sort(&mut findings);
    Checked { municipality, findings, sources, complete: true, least }
}

/// Gives a place to a finding on something that stands nowhere, such as a date that is missing.
fn place(finding: &mut Diagnostic, sources: &SourceMap) {
    if finding.labels.is_empty()
        && let Some(span) = whereabouts(sources, finding.agency.as_ref(), finding.year)
    {
        finding.labels.push(Label { span, text: String::new(), primary: true });
    }
}

impl Checked {
    /// The part that `filter` asks for.
    ///
    /// # Errors
    ///
    /// If the filter names a year or an agency that there is not.
    pub fn narrowed(self, filter: &Filter) -> Result<Self, FilterError> {
        let selection = filter.resolve(self.municipality.as_ref(), &self.findings)?;
        Ok(self.narrowed_to(&selection))
    }

    pub(crate) fn narrowed_to(mut self, selection: &Selection) -> Self {
        self.findings.retain(|finding| selection.covers(finding.agency.as_ref(), finding.year));
        self.municipality = self.municipality.map(|municipality| selection.apply(municipality));
        self.complete = selection.is_everything();
        self
    }

    /// Adds what others found.
    pub fn add(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        self.findings.extend(findings);
        self.findings.iter_mut().for_each(|finding| place(finding, &self.sources));
        diagnostic::sort(&mut self.findings);
    }

    /// The reports, for whoever cannot do without.
    ///
    /// # Errors
    ///
    /// If there are none.
    pub fn municipality(&self) -> Result<&Municipality, NoContent> {
        self.municipality.as_ref().ok_or(NoContent)
    }

    /// Whether a finding keeps its report from being published.
    pub fn blocks(&self, finding: &Diagnostic) -> bool {
        match &self.municipality {
            Some(municipality) => municipality.blocks(finding, self.least),
            None => finding.severity() >= self.least,
        }
    }

    /// Whether anything keeps a report from being published.
    pub fn is_blocked(&self) -> bool {
        self.findings.iter().any(|finding| self.blocks(finding))
    }

    /// How many reports there are, those included that could not be read.
    pub fn reports(&self) -> usize {
        let read = self.municipality.iter().flat_map(Municipality::reports);
        let read = read.map(|(agency, report)| (&agency.id, report.year));
        read.chain(reports_with_findings(&self.findings)).collect::<BTreeSet<_>>().len()
    }

    /// The drafts that nobody has begun to fill in.
    pub fn unfilled(&self) -> BTreeSet<ReportKey> {
        self.municipality.iter().flat_map(|municipality| unfilled(municipality, &self.findings)).collect()
    }

    /// What was found, without what a report that nobody has begun (one of `unfilled`) still waits for: that says nothing but
    /// that nobody has begun.
    pub fn begun<'c>(&'c self, unfilled: &BTreeSet<ReportKey>) -> Vec<&'c Diagnostic> {
        let waits = |finding: &Diagnostic| finding.is_unfinished() && publication::holds(unfilled, finding);
        self.findings.iter().filter(|finding| !waits(finding)).collect()
    }

    /// How much was found.
    pub fn summary(&self) -> Summary {
        self.summary_of(&self.findings)
    }

    /// How much of what was found `findings` are.
    pub fn summary_of<'c>(&self, findings: impl IntoIterator<Item = &'c Diagnostic>) -> Summary {
        let drafts = self.drafts();
        let blocks = |finding: &Diagnostic| {
            self.blocks(finding)
                .then(|| if publication::holds(&drafts, finding) { Blocks::Draft } else { Blocks::Other })
        };
        Summary::of(findings, self.reports(), blocks)
    }
}
