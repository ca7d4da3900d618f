//! PDFs as others see them: the text that can be copied, the tree that a screen reader walks, what veraPDF says, and
//! checks of our own for what veraPDF does not look at.

mod checks;
mod content;
mod fonts;
mod reach;
mod tagged;
mod tags;
mod text;
mod verapdf;

pub use checks::faults;
pub use tagged::Tagged;
pub use tags::{Element, Kid};
pub use text::pdf_text;
pub use verapdf::verapdf;
