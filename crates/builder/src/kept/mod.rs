//! What earlier builds made, in front of what takes long: printing, rendering a page, indexing.
//!
//! Whoever makes something gives a [`Keeper`] the key of everything that it hangs on, and makes it only where nothing is kept.

mod digests;
mod fonts;
mod keeper;
mod keeping;
mod made;

pub(crate) use digests::Digests;
pub(crate) use fonts::{checksum_of, chosen_fonts, font_files};
pub(crate) use keeper::Keeper;
pub(crate) use keeping::Keeping;
pub(crate) use made::Made;
