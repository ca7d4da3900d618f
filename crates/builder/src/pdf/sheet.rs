//! One report, ready to be printed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nianbao_model::{Agency, Printing, Report};
use serde::Serialize;
use typst::foundations::Bytes;

use crate::dates;
use crate::view::ReportView;

/// One report with its pictures.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// What is printed.
    pub view: ReportView,
    /// The day that the file carries.
    pub date: Date,
    /// What names the document: the same for each printing of the same report.
    pub ident: String,
    images: BTreeMap<String, Bytes>,
    printing: Printing,
}

/// What the template reads as `/report.json`.
#[derive(Serialize)]
struct ReportData<'a> {
    #[serde(flatten)]
    view: &'a ReportView,
    date: DateParts,
    /// Where each picture stands in the report's world, by the name that the narrative gives it.
    images: BTreeMap<&'a str, String>,
    sides: Option<&'static str>,
}

/// A date as the templates read it.
#[derive(Serialize)]
pub(super) struct DateParts {
    year: i16,
    month: i8,
    day: i8,
}

impl From<Date> for DateParts {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: date.month(), day: date.day() }
    }
}

impl Sheet {
    /// The report of `agency`; `epoch` dates one that says no date.
    pub fn new(agency: &Agency, report: &Report, epoch: Option<Date>) -> Self {
        let images = report.images.iter().map(|(name, image)| (name.clone(), Bytes::new(image.bytes.clone())));
        Self {
            view: ReportView::new(agency, report),
            date: dates::of_file(report, epoch),
            ident: format!("{}/{}/{}", agency.name.value, agency.id, report.year),
            images: images.collect(),
            printing: Printing::default(),
        }
    }

    /// The same for a printer: with one side of the paper, or both.
    #[must_use]
    pub fn for_printing(self, printing: Printing) -> Self {
        Self { printing, ..self }
    }

    /// `/report.json`.
    pub(super) fn data(&self) -> Result<Vec<u8>, serde_json::Error> {
        let images = self.images.keys().enumerate().map(|(at, name)| (name.as_str(), format!("/{}", image_path(at))));
        serde_json::to_vec(&ReportData {
            view: &self.view,
            date: DateParts::from(self.date),
            images: images.collect(),
            sides: sides(self.printing),
        })
    }

    /// The pictures with their paths in the report's world. They are numbered, so that all reports share
    /// the same few paths: Typst never forgets a path, and knows 65,535 at most.
    pub(super) fn images(&self) -> impl Iterator<Item = (String, &Bytes)> {
        self.images.values().enumerate().map(|(at, bytes)| (image_path(at), bytes))
    }
}

/// 打印, as the templates read it.
pub(super) fn sides(printing: Printing) -> Option<&'static str> {
    match printing {
        Printing::Any => None,
        Printing::OneSided => Some("one"),
        Printing::TwoSided => Some("two"),
    }
}

fn image_path(at: usize) -> String {
    format!("images/{}", at + 1)
}
