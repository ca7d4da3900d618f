//! The files that a report is published and handed over in.

use nianbao_builder::data::EntryForm;
use nianbao_builder::{
    CmsArticle, ExportFormat, ExportOptions, Exported, Page, Plan, Renderer, Templates, export, print_report,
};
use nianbao_model::Printing;

use super::reports::{MOST, Reported};
use crate::buildable::fonts;

/// What a report is published or handed over as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// The page of the site.
    Page,
    /// The article for a content management system.
    Cms,
    Docx,
    Pdf,
    Json,
    Xlsx,
    Csv,
    /// The workbook to be filled in.
    Form,
}

impl Format {
    /// Whether all of a report is in it, so that nothing is missed.
    pub(super) fn is_whole(self) -> bool {
        !matches!(self, Self::Xlsx | Self::Csv | Self::Cms)
    }

    /// The largest figure that table 4 is held with: in a PDF its cells are narrow, and a number that takes two lines is doubted.
    pub(super) fn most(self) -> i64 {
        if self == Self::Pdf { 19_999 } else { MOST }
    }

    /// The files by name.
    pub(super) fn files(self, reported: &Reported) -> Vec<(String, Vec<u8>)> {
        let (agency, report) = reported.agency_and_report();
        let templates = Templates::built_in();
        let exported = |format| {
            let options =
                ExportOptions { templates: &templates, fonts: fonts(), source_date: None, printing: Printing::Any };
            match export(format, agency, report, &options).expect("an export") {
                Exported::File(bytes) => vec![(format.file_name().to_owned(), bytes)],
                Exported::Folder(files) => files.into_iter().collect(),
            }
        };
        match self {
            Self::Page => vec![("index.html".to_owned(), page(reported, &templates).into_bytes())],
            Self::Cms => {
                let article = CmsArticle::new(&reported.0, agency, report);
                vec![("正文.html".to_owned(), article.html.into_bytes())]
            }
            Self::Pdf => {
                let pdf = print_report(&fonts(), &templates, agency, report, None, Printing::Any);
                vec![("report.pdf".to_owned(), pdf.expect("a PDF"))]
            }
            Self::Form => {
                let form = EntryForm::new(&reported.0, agency, report.year, Some(report), None);
                vec![(form.file_name(), form.render(None).expect("a workbook"))]
            }
            Self::Docx => exported(ExportFormat::Docx),
            Self::Json => exported(ExportFormat::Json),
            Self::Xlsx => exported(ExportFormat::Xlsx),
            Self::Csv => exported(ExportFormat::Csv),
        }
    }
}

fn page(reported: &Reported, templates: &Templates) -> String {
    let (agency, report) = reported.agency_and_report();
    let plan = Plan::new(&reported.0, templates, false).expect("a plan");
    let renderer = Renderer::new(&reported.0, templates, &plan, false, None).expect("templates");
    renderer.page(Page::Report(agency, report)).expect("a page")
}
