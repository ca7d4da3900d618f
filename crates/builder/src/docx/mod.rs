//! A report as a Word file (DOCX, ISO/IEC 29500) that people go on editing: real headings, lists, tables and notes, in the
//! official fonts, on the page of an official document.
//!
//! The only place that knows `resvg`. The same report gives the same bytes.

mod blocks;
mod document;
mod error;
mod form;
mod grid;
mod list;
mod notes;
mod package;
mod page;
mod pictures;
mod properties;
mod signature;
mod simple_table;
mod style;
mod xml;

use jiff::civil::Date;
use nianbao_model::{Agency, Report};

pub use error::DocxError;

use crate::dates;
use crate::pdf::FontFolders;
use crate::view::{ReportView, SectionView};
use document::Document;
use pictures::Pictures;

/// The report of `agency`; `fonts` are asked for pictures that hold text.
pub(crate) fn docx(
    agency: &Agency,
    report: &Report,
    epoch: Option<Date>,
    fonts: &FontFolders,
) -> Result<Vec<u8>, DocxError> {
    let view = ReportView::new(agency, report);
    let mut document = Document::new(Pictures::load(report, fonts)?);
    body(&mut document, &view);
    let footnotes = (!view.footnotes.is_empty()).then(|| notes::xml(&mut document, &view.footnotes));
    let mut package = document.into_package(footnotes);
    style::add(&mut package);
    page::add(&mut package);
    properties::add(&mut package, &view, dates::of_file(report, epoch));
    Ok(package.finish()?)
}

fn body(document: &mut Document, view: &ReportView) {
    document.title(&view.title_lines);
    if let Some(day) = &view.corrected {
        document.paragraph(&format!("（本报告于{day}更正，见文末）"));
    }
    document.blocks(&view.introduction);
    for section in &view.sections {
        self::section(document, section);
    }
    if let Some(signature) = &view.signature {
        signature::add(document, signature);
    }
    if !view.corrections.is_empty() {
        document.heading(1, "更正");
        for correction in &view.corrections {
            document.paragraph(&format!("{}：{}", correction.date, correction.text));
        }
    }
}

fn section(document: &mut Document, section: &SectionView) {
    document.heading(1, &format!("{}、{}", section.numeral, section.heading));
    document.blocks(&section.blocks);
    if let Some(table) = &section.table {
        form::add(document, table);
    }
}
