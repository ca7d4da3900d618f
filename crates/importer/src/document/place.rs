//! Where something stands in a source, as a person finds it again.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A place in a file, counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// A line of a text.
    Line(u32),
    /// A paragraph of a file without pages.
    Paragraph(u32),
    /// A page.
    Page(u32),
    /// A cell of a workbook by sheet and name (`C5`).
    Sheet(String, String),
    /// A cell of a table: the table's number in the file, row and column.
    Table(u32, u32, u32),
    /// It is not known.
    #[default]
    Unknown,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, "第 {line} 行"),
            Self::Paragraph(paragraph) => write!(f, "第 {paragraph} 段"),
            Self::Page(page) => write!(f, "第 {page} 页"),
            Self::Sheet(sheet, cell) => write!(f, "工作表“{sheet}”的 {cell}"),
            Self::Table(table, row, column) => write!(f, "第 {table} 个表格第 {row} 行第 {column} 列"),
            Self::Unknown => f.write_str("原文"),
        }
    }
}
