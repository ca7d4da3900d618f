//! PDFs for publication (公文), typeset in process by Typst.
//!
//! [`FontLibrary`] finds the fonts, [`missing_glyphs`] tells what they cannot show, a [`Press`] holds what
//! all reports share and prints one [`Sheet`] after the other. What an editor wrote reaches Typst as data
//! only: the templates walk `/report.json`, so nothing that an editor types can run code.

mod charset;
pub mod codes;
mod compact;
mod contents;
mod error;
mod folders;
mod fonts;
mod found_fonts;
mod glyphs;
mod hints;
mod options;
mod passages;
mod press;
mod roles;
mod sheet;
mod typst_folder;
mod world;

#[cfg(test)]
mod tests;

pub use contents::{Contents, ContentsGroup, ContentsItem};
pub use error::PdfError;
pub use folders::{FontError, FontFolders};
pub use fonts::{Face, FontLibrary, RoleFont};
pub use glyphs::{characters, missing_glyphs};
pub(crate) use passages::length;
pub use press::{PdfFile, Press};
pub use roles::Role;
pub use sheet::Sheet;
pub use typst_folder::TypstFolder;
