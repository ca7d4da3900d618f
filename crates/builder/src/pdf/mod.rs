//! PDFs for publication (公文), typeset in process by Typst.
//!
//! [`FontLibrary`] finds the fonts, `missing_glyphs` tells what they cannot show, a `Press` prints one `Printable` document
//! after the other: reports (`Sheet`) and tables of contents (`Contents`). What an editor wrote reaches Typst as data only: the
//! templates walk `/report.json`, so nothing that an editor types can run code.

mod charset;
pub(crate) mod codes;
mod common_characters;
mod compact;
mod contents;
mod error;
mod folders;
mod fonts;
mod found_fonts;
mod glyphs;
mod hints;
mod loose;
mod options;
mod passages;
mod press;
mod print_key;
mod printable;
mod roles;
mod shared;
mod sheet;
mod strings;
mod template_data;
mod typst_folder;
mod world;
mod zlib;

#[cfg(test)]
mod tests;

pub(crate) use contents::{Contents, ContentsGroup, ContentsItem};
pub use error::PdfError;
pub use folders::{FontError, FontFolders};
pub use fonts::{Face, FontLibrary, RoleFont};
pub(crate) use glyphs::{
    characters_of_contents, contents_have_rare_characters, has_rare_characters, missing_glyphs, missing_in_contents,
    rare_characters, rare_characters_of_all,
};
pub(crate) use passages::length;
pub(crate) use press::{PdfFile, Press};
pub(crate) use print_key::PrintKey;
pub(crate) use printable::Printable;
pub use roles::Role;
pub(crate) use sheet::{Sheet, codes};
pub(crate) use strings::too_long_strings;
pub(crate) use typst_folder::TypstFolder;
