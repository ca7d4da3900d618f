//! What came of an import.

use nianbao_importer::{Blame, Subject, blame};
use nianbao_model::figures::UNVERIFIED;
use nianbao_model::{Address, Diagnostic, TableId};
use nianbao_workspace::Checked;

use super::draft::Draft;
use super::source::Refused;
use super::writing::Written;
use crate::Ending;

/// The code of a record.yaml that does not fit its report.
const STRAY_RECORD: &str = "V033";

/// What came of an import.
pub(super) struct Imports {
    /// The reports that were read.
    pub(super) reports: Vec<ReadReport>,
    /// The files that are part of none.
    pub(super) refused: Vec<Refused>,
    /// The workspace with all of them.
    pub(super) checked: Checked,
    /// Whether nothing was to be written.
    pub(super) dry_run: bool,
}

/// What came of one report.
pub(super) struct ReadReport {
    /// What was read.
    pub(super) draft: Draft,
    /// What was done with it.
    pub(super) written: Written,
    /// What is wrong with it, and whose fault each is.
    pub(super) findings: Vec<(Diagnostic, Blame)>,
    /// How many of these keep it from being published.
    pub(super) blocking: usize,
}

/// How many figures a report has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Figures {
    /// Those that were read, totals that the document states included.
    pub(super) read: usize,
    /// Those of them that are blank cells.
    pub(super) blank: usize,
    /// Those that somebody has to look up.
    pub(super) unverified: usize,
}

impl Imports {
    /// How the command ends.
    pub(super) fn ending(&self) -> Ending {
        let clean = self.refused.is_empty() && self.reports.iter().all(ReadReport::is_clean);
        if clean { Ending::Good } else { Ending::Blocked }
    }
}

impl ReadReport {
    /// `checked` is the workspace with all reports that were read.
    pub(super) fn new(draft: Draft, written: Written, checked: &Checked) -> Self {
        let agency = checked.municipality.as_ref().and_then(|municipality| municipality.agency(&draft.agency));
        let report = agency.and_then(|agency| agency.reports.get(&draft.year));
        // What takes no record's place has nothing to do with the record.yaml that stands there.
        let is_foreign = |finding: &Diagnostic| written == Written::LeftRecord && finding.code.id == STRAY_RECORD;
        let found = checked.findings.iter().filter(|finding| finding.is_about(&draft.agency, draft.year));
        let found = found.filter(|finding| !is_foreign(finding));
        let whose = |finding: &Diagnostic| (finding.clone(), blame(finding, report, &draft.imported.doubts));
        let findings: Vec<(Diagnostic, Blame)> = found.map(whose).collect();
        let blocking = findings.iter().filter(|(finding, _)| checked.blocks(finding)).count();
        Self { draft, written, findings, blocking }
    }

    /// The workspace with nothing but this report and what is wrong with it.
    pub(super) fn alone(&self, checked: &Checked) -> Checked {
        let mut alone = checked.clone();
        alone.findings = self.findings.iter().map(|(finding, _)| finding.clone()).collect();
        if let Some(municipality) = &mut alone.municipality {
            municipality.retain_reports(|agency, year| *agency == self.draft.agency && year == self.draft.year);
        }
        alone
    }

    /// Whether nobody has to look at it.
    pub(super) fn is_clean(&self) -> bool {
        let left = matches!(self.written, Written::Left | Written::LeftRecord);
        !left && self.draft.imported.doubts.is_empty() && self.blocking == 0
    }

    /// How many figures it has.
    pub(super) fn figures(&self) -> Figures {
        let report = &self.draft.imported.report;
        let mut counted = Figures { read: report.stated.len(), ..Figures::default() };
        for (_, address) in TableId::ALL.iter().flat_map(|table| report.form.printed(*table)) {
            match report.figures.cell(&address).map(|cell| cell.written.as_deref()) {
                Some(Some(UNVERIFIED)) => counted.unverified += 1,
                Some(written) => {
                    counted.read += 1;
                    counted.blank += usize::from(written.is_some_and(|written| written.trim().is_empty()));
                }
                None => {}
            }
        }
        counted
    }

    /// How many figures of each table somebody has to look up; tables without any are left out.
    pub(super) fn unverified_by_table(&self) -> Vec<(TableId, usize)> {
        let report = &self.draft.imported.report;
        let open = |table: TableId| {
            let cells = report.form.printed(table).filter_map(|(_, address)| report.figures.cell(&address));
            cells.filter(|cell| cell.waits()).count()
        };
        TableId::ALL.into_iter().map(|table| (table, open(table))).filter(|(_, count)| *count > 0).collect()
    }

    /// What a doubt is about, in words for an editor.
    pub(super) fn subject(&self, subject: &Subject) -> String {
        match subject {
            Subject::Document => "整个文件".to_owned(),
            Subject::Record => "标题和发布信息".to_owned(),
            Subject::Figure(address) => self.draft.imported.report.form.label(address),
            // A row's total stands over the same columns as the row.
            Subject::Row(row) => self.draft.imported.report.form.label(&Address { columns: 0..0, ..row.clone() }),
            Subject::Section(None) => "编制说明".to_owned(),
            Subject::Section(Some(kind)) => format!("{}、{}", kind.numeral(), kind.heading()),
        }
    }
}
