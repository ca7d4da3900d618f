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
    /// Of the words of a correction that was written before.
    Reword {
        /// Its number, from 0.
        reword: usize,
        /// What it said.
        was: String,
        /// What it is to say, as typed.
        text: String,
    },
    /// Of the name of the agency.
    Rename {
        /// The new one.
        rename: String,
        /// The year of the first report that it stands on; nothing where the old one was no name.
        since: Option<i16>,
    },
    /// Of how its tables come about.
    Sum {
        /// 汇总: whose reports are added up.
        sum: SumSent,
        /// What becomes of the figures that stand in the tables.
        #[serde(default)]
        figures: Option<TypedFigures>,
    },
    /// Of a section of text.
    Section {
        /// Its number, `一`.
        section: String,
        /// Its blocks.
        blocks: Vec<BlockChange>,
    },
}

/// 汇总 as it was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(super) enum SumSent {
    /// A word for all of some kind; empty where nothing is added up.
    Word(String),
    /// The agencies by their names.
    Named(Vec<String>),
}

/// What the figures are that stand in the tables of a report which is to be added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum TypedFigures {
    /// The office's own (本级).
    Own,
    /// Those of all together: they stay, and are checked against the sum.
    Whole,
    /// None that anybody needs.
    Gone,
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
    /// Whether it changes what is published of the report; of a record this takes a correction.
    pub(super) fn is_of_content(&self) -> bool {
        self.file() != FormFile::Agency && !matches!(self, Self::Acceptance { .. } | Self::Reword { .. })
    }

    /// The file that it changes.
    pub(super) fn file(&self) -> FormFile {
        match self {
            Self::Cell { .. } | Self::Acceptance { .. } | Self::Reword { .. } | Self::Sum { .. } => FormFile::Report,
            Self::Field { file, .. } => *file,
            Self::Rename { .. } => FormFile::Agency,
            Self::Section { .. } => FormFile::Narrative,
        }
    }
}
