//! Paragraphs and their running text.

use serde::{Deserialize, Serialize};

use super::Place;

/// What a paragraph is by its style in the source, as far as the source says so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// Running text.
    #[default]
    Body,
    /// The title of the document.
    Title,
    /// A heading of a level from 1.
    Heading(u8),
    /// An item of a list.
    Item {
        /// How deep it stands, from 0.
        level: u8,
        /// Its number, nothing for a bullet.
        number: Option<u64>,
    },
}

/// A paragraph, a heading or an item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// What it is by its style.
    pub style: Style,
    /// Its text. A number that the program of the source put before it (`一、`) is written out here, but for items of lists.
    pub runs: Vec<Run>,
    /// Whether it stands in the middle, as titles do.
    pub centred: bool,
    /// Whether some of it may have been misread: an OCR layer, letters that lie upon each other.
    pub uncertain: bool,
    /// Where it stands.
    pub place: Place,
}

/// Characters of one look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The characters; `\n` is a line break within the paragraph.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// The address that it leads to. One that is not absolute leads nowhere outside the page that it stood on.
    pub link: Option<String>,
    /// The footnote that it refers to, counted from 0; the text is then empty.
    pub footnote: Option<usize>,
}

impl Paragraph {
    /// A paragraph of plain text.
    pub fn plain(text: impl Into<String>, place: Place) -> Self {
        Self { runs: vec![Run { text: text.into(), ..Run::default() }], place, ..Self::default() }
    }

    /// Its characters without their look.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}
