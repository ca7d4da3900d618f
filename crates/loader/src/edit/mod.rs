//! Lossless edits of the YAML files: a change of one value alters that value and nothing else.
//!
//! [`edits`] turns a [`Change`] at a [`KeyPath`] into replacements on the text. Comments, order, quotes, line ends and all
//! other bytes stay. What it makes is read back before it is handed out, and refused unless the file then says what it
//! said before with that one change. [`write`] is the one place that writes edited content.

mod apply;
mod batch;
mod change;
mod check;
mod error;
mod insert;
mod insert_item;
mod layout;
mod leaves;
mod lines;
mod locate;
mod nest;
mod places;
mod quote;
mod reach;
mod remove;
mod render;
mod replace;
mod set;
mod write;

#[cfg(test)]
mod tests;

use nianbao_model::{Edit, FileId};

pub use apply::{apply, inverse};
pub(crate) use apply::{fits, overlap};
pub use batch::edited;
pub use change::{Action, Change, KeyPath, Step, Value};
pub use error::EditError;
pub use nest::{nested, unnested};
pub use places::{WrittenValue, written};
pub use write::{Made, WriteError, clear_leftovers, create, finish, save, take_away, write};

use crate::keys::Document;
use crate::open_file::OpenFile;
use crate::session::Sink;
use crate::yaml::{self, Content, Node};

/// The replacements that make `change` on the `text` of a file. None where it says so already.
///
/// # Errors
/// If the file cannot be read, the path leads nowhere, or the file is written in a way that only a person can alter.
pub fn edits(file: FileId, text: &str, document: Document, change: &Change) -> Result<Vec<Edit>, EditError> {
    let file = OpenFile { id: file, text: text.into() };
    let root = tree(&file)?;
    let splices = match &change.action {
        Action::Set(value) => set::set(&file.text, &root, document.shape(), &change.path, value)?,
        Action::Insert(value) => insert_item::item(&file.text, &root, document.shape(), &change.path, value)?,
        Action::Remove => remove::remove(&file.text, &root, document.shape(), &change.path)?,
    };
    let edits: Vec<Edit> = splices.into_iter().filter_map(|splice| splice.edit(&file)).collect();
    check::check(&file, &root, document.shape(), &[change], &edits)?;
    Ok(edits)
}

/// The tree of a file, if all of it can be read and it is a mapping or nothing.
fn tree(file: &OpenFile) -> Result<Node, EditError> {
    let mut sink = Sink::default();
    let root = yaml::parse(file, &mut sink).filter(|_| sink.is_sound());
    root.filter(|root| matches!(root.content, Content::Map(_)) || root.is_null()).ok_or(EditError::Unreadable)
}
