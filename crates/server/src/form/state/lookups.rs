//! The figures that a text may quote.

use nianbao_model::Report;
use serde::Serialize;

/// A figure that can be quoted.
#[derive(Debug, Serialize)]
pub(super) struct LookupState {
    path: String,
    label: String,
    value: String,
}

/// All of them, in the order of the form.
pub(super) fn all(report: &Report) -> Vec<LookupState> {
    let paths = report.form.keys().paths().into_iter();
    let known = paths.filter_map(|path| {
        let address = report.form.look_up(&path).ok()?;
        let value = report.figure(&address).normalize().to_string();
        Some(LookupState { label: report.form.label(&address), value, path })
    });
    known.collect()
}
