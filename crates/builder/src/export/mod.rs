//! One report in a form that others can work on: as a Word file, as a Typst folder, as data files.

mod error;
mod guide;
mod target;

use std::collections::BTreeMap;

use jiff::civil::Date;
use nianbao_model::{Agency, Diagnostic, Printing, Report, TableId};

pub use error::ExportError;

use crate::data::{ReportData, too_long};
use crate::docx::docx;
use crate::pdf::{FontFolders, FontLibrary, Press, Sheet, missing_glyphs, too_long_strings};
use crate::templates::Templates;

/// What a report can be handed over as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// A folder that the stock `typst compile` makes the PDF from.
    Typst,
    /// A Word file.
    Docx,
    /// The three tables as a workbook.
    Xlsx,
    /// A folder with the three tables as CSV.
    Csv,
    /// The whole report as JSON.
    Json,
}

impl ExportFormat {
    /// A name for the file or folder.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Typst => "排版",
            Self::Docx => "report.docx",
            Self::Xlsx => "report.xlsx",
            Self::Csv => "表格",
            Self::Json => "report.json",
        }
    }
}

/// What a report is handed over with.
#[derive(Debug)]
pub struct ExportOptions<'a> {
    /// The workspace's templates.
    pub templates: &'a Templates,
    /// Where fonts are.
    pub fonts: FontFolders,
    /// The date of files whose report says none.
    pub source_date: Option<Date>,
    /// How the PDF will be printed.
    pub printing: Printing,
}

/// A report handed over, not yet written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exported {
    /// A single file.
    File(Vec<u8>),
    /// A folder, its files by their paths with `/` between the steps.
    Folder(BTreeMap<String, Vec<u8>>),
}

/// The report of `agency` as `format`.
///
/// # Errors
///
/// A report that cannot be put into the format, or fonts that are missing.
pub fn export(
    format: ExportFormat,
    agency: &Agency,
    report: &Report,
    options: &ExportOptions,
) -> Result<Exported, ExportError> {
    let data = |data: ReportData| data.render(agency, report, options.source_date);
    Ok(match format {
        ExportFormat::Typst => Exported::Folder(typst_folder(agency, report, options)?),
        ExportFormat::Docx => Exported::File(docx(agency, report, options.source_date, &options.fonts)?),
        ExportFormat::Xlsx => {
            told(too_long(agency, report))?;
            Exported::File(data(ReportData::Workbook)?)
        }
        ExportFormat::Json => Exported::File(data(ReportData::Json)?),
        ExportFormat::Csv => {
            let tables = TableId::ALL.map(ReportData::Table).into_iter();
            let files = tables.map(|table| Ok((table.file_name(), data(table)?)));
            Exported::Folder(files.collect::<Result<_, ExportError>>()?)
        }
    })
}

/// Findings that keep a report from being handed over as an error.
fn told(findings: Vec<Diagnostic>) -> Result<(), ExportError> {
    if findings.is_empty() { Ok(()) } else { Err(ExportError::Findings(findings)) }
}

fn typst_folder(
    agency: &Agency,
    report: &Report,
    options: &ExportOptions,
) -> Result<BTreeMap<String, Vec<u8>>, ExportError> {
    let fonts = FontLibrary::load_for(&options.fonts, None, &[(agency, report)])?;
    told([missing_glyphs(Some(&fonts), agency, report), too_long_strings(agency, report)].concat())?;
    let sheet = Sheet::new(agency, report, options.source_date).for_printing(options.printing);
    let folder = Press::new(options.templates, fonts)?.typst_folder(&sheet, options.templates)?;
    let guide = guide::guide(&sheet.view.title, &folder);
    let mut files = folder.files;
    files.insert(guide::NAME.to_owned(), guide.into_bytes());
    Ok(files)
}
