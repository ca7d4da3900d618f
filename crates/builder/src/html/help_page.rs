//! A part of the manual, as the preview offers it under 帮助.

use serde::Serialize;

use crate::view::LinkView;

/// A page of the manual.
#[derive(Debug, Clone, Serialize)]
pub struct HelpPage {
    /// Which state of the workspace it shows: none, so that it is not loaded again by itself.
    pub version: String,
    /// The page's title.
    pub title: String,
    /// The part's name; empty on the page that leads to all parts.
    pub here: String,
    /// Whether it is made to be printed on a single sheet.
    pub sheet: bool,
    /// Whether there are forms to go back to.
    pub forms: bool,
    /// All parts.
    pub parts: Vec<LinkView>,
    /// Its headings, where there are enough of them to be listed.
    pub contents: Vec<LinkView>,
    /// What it says.
    pub blocks: Vec<HelpBlock>,
}

/// A block of the manual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum HelpBlock {
    /// A heading below the title.
    Heading {
        /// Its level, from 2.
        level: u8,
        /// What an address calls it.
        id: String,
        /// Its words.
        content: Vec<HelpInline>,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        content: Vec<HelpInline>,
    },
    /// A remark or a formula that stands apart.
    Quote {
        /// What is said.
        blocks: Vec<HelpBlock>,
    },
    /// A list.
    List {
        /// Whether its items are steps.
        ordered: bool,
        /// Its items.
        items: Vec<Vec<HelpBlock>>,
    },
    /// A table.
    Table {
        /// The heads of its columns; empty where they say nothing.
        head: Vec<Vec<HelpInline>>,
        /// Its rows.
        rows: Vec<Vec<Vec<HelpInline>>>,
    },
    /// What is typed or shown by the program, line by line.
    Code {
        /// The lines.
        text: String,
    },
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum HelpInline {
    /// Words.
    Text {
        /// The words.
        text: String,
    },
    /// What is typed or shown by the program.
    Code {
        /// The words.
        text: String,
    },
    /// What must not be overlooked.
    Strong {
        /// The words.
        content: Vec<HelpInline>,
    },
    /// A way to elsewhere.
    Link {
        /// Where it leads.
        href: String,
        /// The words.
        content: Vec<HelpInline>,
    },
    /// A picture of the program.
    Picture {
        /// Where it is.
        src: String,
        /// What it shows.
        alt: String,
    },
}
