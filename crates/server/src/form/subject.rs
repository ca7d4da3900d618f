//! Which report a form is of, and where its files stand.

use nianbao_loader::{agency_file, narrative_file, report_file};
use nianbao_model::{Agency, AgencyId, Municipality};
use nianbao_workspace::Checked;

use super::kind::FormFile;

/// A report, which need not be there yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Subject {
    /// Whose it is.
    pub(super) agency: AgencyId,
    /// The reporting year.
    pub(super) year: i16,
}

impl Subject {
    /// Whose it is, as far as it is in the workspace.
    pub(super) fn agency_in<'c>(&self, checked: &'c Checked) -> Option<&'c Agency> {
        checked.municipality.as_ref().and_then(|municipality: &Municipality| municipality.agency(&self.agency))
    }

    /// The path of one of its files.
    pub(super) fn path(&self, file: FormFile) -> String {
        match file {
            FormFile::Agency => agency_file(&self.agency),
            FormFile::Narrative => narrative_file(&self.agency, self.year),
            FormFile::Report => report_file(&self.agency, self.year),
        }
    }
}
