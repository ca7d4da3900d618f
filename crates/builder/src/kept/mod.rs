//! What earlier builds made, in front of what takes long: printing, rendering a page, indexing.
//!
//! Whoever makes something gives a [`Shelf`] the key of everything that it hangs on, and makes it only where nothing is kept.

mod fonts;
mod keeping;
mod shelf;

pub(crate) use fonts::{checksum_of, chosen_fonts, font_files};
pub(crate) use keeping::Keeping;
pub(crate) use shelf::Shelf;
