//! The prose of a report as a tree of blocks. It has two sinks, HTML and Typst; both walk this tree.

use crate::{Address, SectionKind, Span};

/// What narrative.md says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Narrative {
    /// Text before the first heading (编制说明).
    pub introduction: Vec<Block>,
    /// The narrative sections that are there, in the official order; a section that holds a table is among them, without
    /// text, only where its heading is worded in its own way.
    pub sections: Vec<Section>,
    /// The footnotes, in the order in which the text first refers to them.
    pub footnotes: Vec<Footnote>,
}

/// A footnote; its number is its place among the others, from 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Footnote {
    /// What it says.
    pub content: Vec<Inline>,
    /// Where that was written.
    pub span: Span,
}

/// One narrative section.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Section {
    /// Which of the six official sections it is.
    pub kind: SectionKind,
    /// Its heading as printed, without its number.
    pub title: &'static str,
    /// Its heading as written.
    pub heading: Span,
    /// The text below its heading, sub-headings included.
    pub blocks: Vec<Block>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Block {
    /// A sub-heading: level 2 is printed （一）, level 3 `1.`, level 4 （1）.
    Heading {
        /// The level of its mark `#`, 2 to 4; 1 is a section.
        level: u8,
        /// Its number among its siblings, from 1; the machine counts.
        number: u32,
        /// The number that the editor typed, if any.
        typed_number: Option<u32>,
        /// The heading without its number.
        content: Vec<Inline>,
        /// Where the whole line was written.
        span: Span,
    },
    /// A paragraph.
    Paragraph {
        /// The running text.
        content: Vec<Inline>,
        /// Where the whole paragraph was written.
        span: Span,
    },
    /// A list.
    List {
        /// The first number of a numbered list, nothing for bullets.
        start: Option<u64>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A simple table with one head row.
    Table {
        /// How each column of the head is aligned.
        alignments: Vec<Alignment>,
        /// The head row.
        head: Vec<Vec<Inline>>,
        /// The body rows, each as wide as the head.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A picture from the report's folder.
    Image {
        /// Its file name within the report's folder.
        file: String,
        /// What it shows, for those who cannot see it.
        alt: String,
        /// Where it was written.
        span: Span,
    },
}

/// How the text of a table's column is aligned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// As the place where the table is shown has it.
    #[default]
    Unset,
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

impl Alignment {
    /// Its name in stylesheets, in Typst and in Word; nothing where it is unset.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unset => "",
            Self::Left => "left",
            Self::Center => "center",
            Self::Right => "right",
        }
    }
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Inline {
    /// Plain characters.
    Text {
        /// The characters.
        text: String,
        /// Where they were written.
        span: Span,
    },
    /// A figure quoted from the tables by look-up.
    Figure {
        /// The figure on the form that is quoted.
        address: Address,
        /// The whole look-up, braces included.
        span: Span,
    },
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// A link.
    Link {
        /// Its absolute address.
        url: String,
        /// The text that is linked.
        content: Vec<Inline>,
    },
    /// A reference to a footnote.
    Footnote {
        /// The number of the footnote, from 1.
        number: usize,
        /// Whether no earlier text refers to it.
        first: bool,
        /// Where it was written.
        span: Span,
    },
    /// A line break within a paragraph.
    Break,
}

impl Narrative {
    /// Gives back the memory that was taken for more text than came.
    pub fn shrink_to_fit(&mut self) {
        shrink_blocks(&mut self.introduction);
        self.sections.iter_mut().for_each(|section| shrink_blocks(&mut section.blocks));
        self.footnotes.iter_mut().for_each(|footnote| shrink_inlines(&mut footnote.content));
    }
}

fn shrink_blocks(blocks: &mut Vec<Block>) {
    blocks.shrink_to_fit();
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => shrink_inlines(content),
            Block::List { items, .. } => items.iter_mut().for_each(shrink_blocks),
            Block::Table { head, rows, .. } => {
                head.iter_mut().chain(rows.iter_mut().flatten()).for_each(shrink_inlines);
            }
            Block::Image { .. } => {}
        }
    }
}

fn shrink_inlines(inlines: &mut Vec<Inline>) {
    inlines.shrink_to_fit();
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => text.shrink_to_fit(),
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
                shrink_inlines(content);
            }
            Inline::Figure { .. } | Inline::Footnote { .. } | Inline::Break => {}
        }
    }
}
