//! What a YAML file says, by its key paths.

use std::collections::BTreeMap;

use nianbao_loader::edit::{KeyPath, Step, WrittenValue};
use nianbao_loader::keys::report::{FIGURE, REMARK};
use nianbao_model::figures::UNVERIFIED;

/// The values of a file.
pub(super) struct WrittenValues<'v>(BTreeMap<&'v KeyPath, &'v WrittenValue>);

impl<'v> WrittenValues<'v> {
    /// Those of a file that says `values`; of what it says twice the first counts.
    pub(super) fn new(values: &'v [WrittenValue]) -> Self {
        Self(values.iter().rev().map(|value| (&value.path, value)).collect())
    }

    /// The word at a path.
    pub(super) fn text(&self, path: &KeyPath) -> Option<&'v str> {
        self.0.get(path).and_then(|value| value.text.as_deref())
    }

    /// What is written of the cell at a path.
    pub(super) fn cell(&self, path: &KeyPath) -> KnownCell {
        let text = |path: &KeyPath| self.text(path).map(str::to_owned);
        KnownCell {
            is_written: self.0.contains_key(path),
            figure: text(path).or_else(|| text(&path.clone().key(FIGURE.key))),
            remark: text(&path.clone().key(REMARK.key)),
        }
    }
}

/// What is written of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct KnownCell {
    /// Whether anything is.
    pub(super) is_written: bool,
    /// The figure's words.
    pub(super) figure: Option<String>,
    /// The remark's.
    pub(super) remark: Option<String>,
}

impl KnownCell {
    /// One that is to be verified (待核对).
    pub(super) fn unverified() -> Self {
        Self { is_written: true, figure: Some(UNVERIFIED.to_owned()), remark: None }
    }
}

/// How many items the list of a file's key has.
pub(super) fn items(values: &[WrittenValue], list: &str) -> usize {
    let is_item = |value: &&WrittenValue| match value.path.steps() {
        [Step::Key(key), Step::Item(_)] => key == list,
        _ => false,
    };
    values.iter().filter(is_item).count()
}
