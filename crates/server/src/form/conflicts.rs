//! What was changed here while the files were changed elsewhere: both versions, so that somebody can choose.

use serde::Serialize;

use super::change::{BlockChange, FormChange};
use super::state::FormState;

/// A value of which there are two versions.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct ConflictState {
    /// `cell`, `remark`, `field` or `section`.
    kind: &'static str,
    /// Its key path, or the number of the section.
    path: String,
    /// What was sent. A block of a section that stays is named by its number alone.
    mine: Vec<String>,
    /// What the file says.
    theirs: Vec<String>,
}

/// The values of `changes` that the files, which are `state`, have otherwise.
pub(super) fn between(changes: &[FormChange], state: &FormState) -> Vec<ConflictState> {
    changes.iter().flat_map(|change| of_change(change, state)).filter(|both| both.mine != both.theirs).collect()
}

fn of_change(change: &FormChange, state: &FormState) -> Vec<ConflictState> {
    match change {
        FormChange::Cell { cell, text, remark } => {
            let theirs = state.cells.get(cell);
            let figure =
                text.as_ref().map(|mine| single("cell", cell, mine, theirs.map_or("", |cell| cell.text.as_str())));
            let remark = remark
                .as_ref()
                .map(|mine| single("remark", cell, mine, theirs.map_or("", |cell| cell.remark.as_str())));
            figure.into_iter().chain(remark).collect()
        }
        FormChange::Field { file, field, value } => {
            let theirs = state.fields.iter().find(|known| known.file == *file && known.path == *field);
            vec![single("field", field, value, theirs.map_or("", |field| field.value.as_str()))]
        }
        FormChange::Acceptance { accept, reason } => {
            let theirs = state.acceptances.get(accept.trim());
            vec![single("reason", accept, reason, theirs.map_or("", String::as_str))]
        }
        // What is written at once is shown anew before it is tried again.
        FormChange::Rename { .. } | FormChange::Reword { .. } | FormChange::Sum { .. } => Vec::new(),
        FormChange::Section { section, blocks } => {
            let theirs = state.sections.iter().find(|known| known.id == section);
            let theirs = theirs.map(|section| section.blocks.as_slice()).unwrap_or_default();
            let mine = blocks.iter().map(|block| match block {
                BlockChange::Kept { id } => format!("#{id}"),
                BlockChange::Written { source } => source.clone(),
            });
            vec![ConflictState {
                kind: "section",
                path: section.clone(),
                mine: mine.collect(),
                theirs: theirs.iter().map(|block| block.source.clone()).collect(),
            }]
        }
    }
}

fn single(kind: &'static str, path: &str, mine: &str, theirs: &str) -> ConflictState {
    ConflictState { kind, path: path.to_owned(), mine: vec![mine.to_owned()], theirs: vec![theirs.to_owned()] }
}
