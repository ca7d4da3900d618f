//! What is written in the YAML files of a report, value by value.

use nianbao_loader::edit::{WrittenValue, written};
use nianbao_loader::keys::Document;
use nianbao_model::Form;

/// The values of two files.
pub(super) struct Values {
    /// Those of report.yaml; none where it cannot be read.
    pub(super) report: Vec<WrittenValue>,
    /// Those of agency.yaml; nothing where it cannot be read.
    pub(super) agency: Option<Vec<WrittenValue>>,
}

impl Values {
    /// Those of a `report` of some form and of an `agency`.
    pub(super) fn of(report: &str, form: &'static Form, agency: &str) -> Self {
        Self {
            report: written(report, Document::Report(form)).unwrap_or_default(),
            agency: written(agency, Document::Agency).ok(),
        }
    }
}
