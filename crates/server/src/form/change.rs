//! What a page sends: changes, in their order, and which files it was shown.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::kind::FormFile;

/// The body of a request that judges or saves.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Sending {
    /// The digests of the files that the page was shown; nothing for a file that there was not.
    #[serde(default)]
    pub(super) base: BTreeMap<FormFile, Option<String>>,
    /// What was changed.
    pub(super) changes: Vec<FormChange>,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub(super) enum FormChange {
    /// Of a cell of the tables.
    Cell {
        /// Its key path.
        cell: String,
        /// The figure as typed.
        #[serde(default)]
        text: Option<String>,
        /// The remark as typed.
        #[serde(default)]
        remark: Option<String>,
    },
    /// Of a field.
    Field {
        /// The file that it stands in.
        file: FormFile,
        /// Its key path.
        field: String,
        /// The value as typed.
        value: String,
    },
    /// Of a section of text.
    Section {
        /// Its number, `一`.
        section: String,
        /// Its blocks.
        blocks: Vec<BlockChange>,
    },
}

/// A block of a section that is written anew.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(super) enum BlockChange {
    /// One that stays as it is.
    Kept {
        /// Its number in its section.
        id: usize,
    },
    /// A new or changed one.
    Written {
        /// Its Markdown.
        source: String,
    },
}

impl FormChange {
    /// The file that it changes.
    pub(super) fn file(&self) -> FormFile {
        match self {
            Self::Cell { .. } => FormFile::Report,
            Self::Field { file, .. } => *file,
            Self::Section { .. } => FormFile::Narrative,
        }
    }
}
