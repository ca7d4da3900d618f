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
    /// What is said of changes in a report that was published.
    #[serde(default)]
    pub(super) correction: Option<CorrectionSent>,
}

impl Sending {
    /// The files that it changes.
    pub(super) fn changed_files(&self) -> impl Iterator<Item = FormFile> {
        self.changes.iter().map(FormChange::file).chain(self.correction.as_ref().map(|_| FormFile::Report))
    }
}

/// 更正 as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct CorrectionSent {
    /// Its day.
    pub(super) date: String,
    /// What was corrected.
    pub(super) text: String,
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
    /// Of why a report accepts findings of a code.
    Acceptance {
        /// The code.
        accept: String,
        /// Why, as typed; empty where it is accepted no more.
        reason: String,
    },
    /// Of the name of the agency.
    Rename {
        /// The new one.
        rename: String,
        /// The year of the first report that it stands on; nothing where the old one was no name.
        since: Option<i16>,
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
    /// Whether it changes what is published of the report.
    pub(super) fn is_of_content(&self) -> bool {
        self.file() != FormFile::Agency && !matches!(self, Self::Acceptance { .. })
    }

    /// The file that it changes.
    pub(super) fn file(&self) -> FormFile {
        match self {
            Self::Cell { .. } | Self::Acceptance { .. } => FormFile::Report,
            Self::Field { file, .. } => *file,
            Self::Rename { .. } => FormFile::Agency,
            Self::Section { .. } => FormFile::Narrative,
        }
    }
}
