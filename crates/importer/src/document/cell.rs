//! One cell of a grid.

use serde::{Deserialize, Serialize};

use super::{Part, Place, Side};

/// How far what a cell shows can be trusted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Certainty {
    /// The source says it.
    #[default]
    Certain,
    /// It may be misread, for the reason given in words for an editor (`文字是识别出来的`).
    Doubtful(String),
}

/// Why a cell is blank that should show what its formula comes to: the program that saved the file does not reckon.
pub const NO_RESULT: &str = "这一格是公式，文件里没有存下结果（用 Excel 或 WPS 打开、保存一次再导入就有了）";

/// A cell of a grid, possibly over several rows and columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridCell {
    /// Its first row, from 0.
    pub row: usize,
    /// Its first column, from 0.
    pub column: usize,
    /// How many rows it spans, at least 1.
    pub rows: usize,
    /// How many columns it spans, at least 1.
    pub columns: usize,
    /// What stands in it, nothing where it is blank.
    pub parts: Vec<Part>,
    /// On which side that stands.
    #[serde(default)]
    pub side: Side,
    /// How far that can be trusted.
    pub certainty: Certainty,
    /// Where it stands.
    pub place: Place,
}

impl GridCell {
    /// Its characters, paragraphs divided by line breaks; of grids within it those of their cells.
    pub fn text(&self) -> String {
        let texts = self.parts.iter().map(|part| match part {
            Part::Paragraph(paragraph) => paragraph.text(),
            Part::Grid(grid) => grid.cells.iter().map(Self::text).collect::<Vec<_>>().join("\n"),
            Part::Picture { .. } => String::new(),
        });
        texts.collect::<Vec<_>>().join("\n")
    }
}
