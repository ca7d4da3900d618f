//! Edits, byte for byte.

mod batch;
mod creating;
mod examples;
mod nest;
mod random;
mod sources;

use nianbao_model::{FileId, Form};

use super::{Change, EditError, apply, edits};
use crate::keys::Document;

/// What becomes of a report.yaml.
fn changed(text: &str, change: &Change) -> Result<String, EditError> {
    edits(FileId(0), text, Document::Report(Form::latest()), change).map(|edits| apply(text, &edits))
}
