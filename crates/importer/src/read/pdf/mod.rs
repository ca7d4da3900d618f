//! PDFs with text, by the geometry of their pages: glyphs form lines, ruling lines form cells, what is left forms paragraphs.
//!
//! [`canvas`] notes what is drawn on a page, [`sheet`] reads it, [`assemble`] puts the pages together.

mod addresses;
mod assemble;
mod canvas;
mod characters;
mod collection;
mod flow;
mod fonts;
mod footnotes;
mod furniture;
mod glyph;
mod grids;
mod lattice;
mod lines;
mod links;
mod margins;
mod open;
mod pictures;
mod ruling;
mod sheet;
mod stitch;
mod stroke;
mod table;
#[cfg(test)]
mod tests;
mod unruled;

use super::ReadError;
use crate::Document;
use crate::document::{Dropped, Format, Place};
use sheet::PdfSheet;

/// The tables of a report have more cells: where these are there, a picture shows something else.
const CELLS: usize = 200;

/// What the PDF of `bytes` shows.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let (mut sheets, title) = open::sheets(bytes)?;
    let mut dropped = furniture::take_out(&mut sheets);
    let footnotes = footnotes::take_out(&mut sheets);
    dropped.extend(sheets.iter().filter(|sheet| !sheet.slanted.is_empty()).map(watermark));
    let warnings = warnings(&sheets);
    let (parts, pictures) = assemble::parts(sheets);
    let labels = title.map(|title| ("dc:title".to_owned(), title)).into_iter().collect();
    Ok(Document { format: Format::Pdf, labels, parts, pictures, footnotes, dropped, warnings })
}

fn watermark(sheet: &PdfSheet) -> Dropped {
    Dropped {
        kind: "水印".to_owned(), text: sheet.slanted.chars().take(40).collect(), place: Place::Page(sheet.page)
    }
}

/// What makes all that `sheets` show uncertain.
fn warnings(sheets: &[PdfSheet]) -> Vec<String> {
    let pages = |of: fn(&PdfSheet) -> bool| {
        let pages: Vec<String> = sheets.iter().filter(|sheet| of(sheet)).map(|sheet| sheet.page.to_string()).collect();
        (!pages.is_empty()).then(|| pages.join("、"))
    };
    let mut warnings = Vec::new();
    if let Some(pages) = pages(|sheet| sheet.recognised) {
        warnings.push(format!("第 {pages} 页的文字是从图片识别出来的，每个数字都要核对"));
    }
    if let Some(pages) = pages(|sheet| sheet.nameless) {
        warnings.push(format!(
            "第 {pages} 页的文件里没有说明显示的是什么字，读不出来；请导入 Word 或网页原件，或者先用 WPS、Acrobat 识别文字（OCR）再导入"
        ));
    }
    if let Some(pages) = pages(PdfSheet::is_scan) {
        warnings.push(format!("第 {pages} 页是图片，没有文字，上面的内容没有导入"));
    }
    let cells: usize = sheets.iter().map(PdfSheet::cells).sum();
    if let Some(pages) = pages(|sheet| sheet.has_text() && sheet.has_large_picture()).filter(|_| cells < CELLS) {
        warnings.push(format!("第 {pages} 页有图片；如果图片里是表格，里面的数字没有导入，要照着填"));
    }
    if let Some(pages) = pages(|sheet| sheet.overfull) {
        warnings.push(format!("第 {pages} 页的内容多得不像报告，没有读完"));
    }
    warnings
}
