//! Workbooks of Excel and WPS (.xlsx, .xls, .et): each visible sheet as the tables and lines of text that stand on it.

mod arrange;
mod block;
mod entry;
mod format;
mod hidden;
mod lines;
mod open;
mod sheet;
mod value;

#[cfg(test)]
mod tests;

use super::ReadError;
use crate::Document;
use crate::document::Format;

/// The document in a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let book = open::open(bytes)?;
    let mut document =
        Document { format: Format::Workbook, dropped: book.dropped, warnings: book.warnings, ..Document::default() };
    arrange::arrange(&book.sheets, &mut document)?;
    Ok(document)
}
