//! The fields with what stands in them.

use serde::Serialize;

use super::super::fields;
use super::super::kind::FormFile;
use super::values::Values;

/// A field.
#[derive(Debug, Serialize)]
pub(in super::super) struct FieldState {
    pub(in super::super) file: FormFile,
    pub(in super::super) path: String,
    pub(in super::super) label: &'static str,
    pub(in super::super) value: String,
    kind: &'static str,
    choices: &'static [&'static str],
    hint: String,
}

/// All fields of files that can be read; rare ones where they are used.
pub(super) fn all(values: &Values) -> Vec<FieldState> {
    let known = fields::all().filter_map(|field| {
        let own = match field.file {
            FormFile::Agency => values.agency.as_deref()?,
            FormFile::Narrative | FormFile::Report => values.report.as_slice(),
        };
        let value = field.value(own);
        if field.is_rare() && value.is_empty() {
            return None;
        }
        Some(FieldState {
            file: field.file,
            path: field.path(),
            label: field.label(),
            value,
            kind: field.kind(),
            choices: field.choices(),
            hint: field.hint(),
        })
    });
    known.collect()
}
