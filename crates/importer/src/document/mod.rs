//! What a file shows, whatever its format: paragraphs and grids of cells in reading order, each with its place in the
//! source. Readers make it, `recognise` looks for the report in it, and it goes from process to process as JSON.

mod cell;
mod format;
mod grid;
mod join;
mod paragraph;
mod picture;
mod place;
mod side;
mod spot;

use serde::{Deserialize, Serialize};

pub use cell::{Certainty, GridCell, NO_RESULT};
pub use format::Format;
pub use grid::Grid;
pub(crate) use join::each_part;
pub use paragraph::{Paragraph, Run, Style};
pub use picture::Picture;
pub use place::Place;
pub use side::Side;
pub use spot::Spot;

/// What a file shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What kind of file it was.
    pub format: Format,
    /// What the file says of itself beside its text, as written: `<meta>` labels (`PubDate`), properties of an Office file.
    pub labels: Vec<(String, String)>,
    /// What it shows, in reading order.
    pub parts: Vec<Part>,
    /// The footnotes that [`Run::footnote`] counts from 0.
    pub footnotes: Vec<Vec<Paragraph>>,
    /// The pictures that it shows, by the names that [`Part::Picture`] gives.
    pub pictures: Vec<Picture>,
    /// What was left out since it is no part of the report: navigation, scripts, page numbers.
    pub dropped: Vec<Dropped>,
    /// What makes all of it uncertain, in words for an editor: an OCR layer, bytes that fit no encoding.
    pub warnings: Vec<String>,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// A paragraph, a heading or an item of a list.
    Paragraph(Paragraph),
    /// A table.
    Grid(Grid),
    /// A picture that stands for itself.
    Picture {
        /// Its name among [`Document::pictures`]; empty where the file only names it and does not hold it.
        name: String,
        /// What the file says that it shows.
        alt: String,
        /// Where it stands.
        place: Place,
    },
}

/// What was left out of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// What it is, in words for an editor: `页码`, `导航`, `脚本`.
    pub kind: String,
    /// The beginning of its text, empty where it has none.
    pub text: String,
    /// Where it stood.
    pub place: Place,
}
