//! From a content folder to [`nianbao_model::Municipality`]: folders, YAML and Markdown are read here and nowhere else.
//!
//! Data flows one way: `walk` lists the folder tree, `yaml` makes trees with places, `lower` turns them into the
//! model's values, `markdown` turns narratives into blocks. Whatever is wrong becomes a [`Diagnostic`] with a place
//! in the [`SourceMap`]; reading never stops at the first problem. `keys` declares the keys of the YAML files.
//! `schema` tells them to editors that know JSON Schema. `edit` makes lossless edits of them, `mend` those that mend findings.
//! [`Files`] is where all that is read comes from; only `edit` writes to the disk, and [`find_workspace`] looks there.
//!
//! This crate must not know what makes a report good (no rules on content), nor how it goes out (no HTML, no Typst).
//! Its siblings: `nianbao-model` says what a report is and holds the rules, `nianbao-builder` makes files from it,
//! `nianbao` is the program.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod codes;
pub mod edit;
pub mod keys;
pub mod mend;
pub mod schema;

mod address;
mod characters;
mod error;
mod files;
mod kept;
mod lower;
mod markdown;
mod meant;
mod names;
mod nearest;
mod open_file;
mod picture;
mod read;
mod reader;
mod recorder;
mod session;
mod walk;
mod whereabouts;
mod workspace;
mod yaml;

#[cfg(test)]
mod tests;

use nianbao_model::{Diagnostic, Forms, Municipality, SourceMap};

pub use codes::codes;
pub use error::LoadError;
pub use files::{
    Commit, DirEntry, Disk, EntryKind, Files, GitError, GitRevision, Mark, Memory, Overlay, ReadError, Remembered,
};
pub use markdown::{Manuscript, ManuscriptBlock, ManuscriptSection, NewBlock};
pub use meant::meant_status;
pub use names::is_folder_name;
pub use nianbao_disk::is_portable;
pub use picture::{added_picture, keeps_its_name, picture_names};
pub use read::{saved_otherwise, text_of};
pub use reader::ContentReader;
pub use whereabouts::{
    agency_file, agency_folder, narrative_file, record_file, report_file, report_folder, site_file, whereabouts,
};
pub use workspace::{CONTENT, find_workspace};

/// What was read from a workspace.
#[derive(Debug)]
pub struct Loaded {
    /// All that could be read, also where something is wrong with it. Nothing where the content folder holds neither
    /// `site.yaml` nor `agency.yaml`.
    pub municipality: Option<Municipality>,
    /// Everything that is wrong, sorted by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that were read.
    pub sources: SourceMap,
}

/// Reads a workspace, whose files hold `content/` and whose reports stand on the official forms.
///
/// # Errors
///
/// Where there is no content folder, or it cannot be listed. All else that is wrong is in [`Loaded::diagnostics`].
pub fn load(files: &dyn Files) -> Result<Loaded, LoadError> {
    load_on(files, Forms::default())
}

/// Reads a workspace whose reports stand on `forms`.
///
/// # Errors
///
/// As [`load`].
pub fn load_on(files: &dyn Files, forms: Forms) -> Result<Loaded, LoadError> {
    ContentReader::new(forms).read(files)
}
