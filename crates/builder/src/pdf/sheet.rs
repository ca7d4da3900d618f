//! One report, ready to be printed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nianbao_model::{Agency, Report};
use serde::Serialize;
use typst::foundations::Bytes;

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
}

/// What the template reads as `/report.json`.
#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    view: &'a ReportView,
    date: DateParts,
    /// Where each picture stands in the report's world, by the name that the narrative gives it.
    images: BTreeMap<&'a str, String>,
}

#[derive(Serialize)]
struct DateParts {
    year: i16,
    month: i8,
    day: i8,
}

impl Sheet {
    /// The report of `agency`. The file's date is the day of publication; without one it is `epoch` (the
    /// caller's `SOURCE_DATE_EPOCH`), and without that the first day on which the report could be written,
    /// the new year's day after the reporting year. It is never the clock's.
    pub fn new(agency: &Agency, report: &Report, epoch: Option<Date>) -> Self {
        let published = report.published.as_ref().map(|date| date.value);
        let images = report.images.iter().map(|(name, image)| (name.clone(), Bytes::new(image.bytes.clone())));
        Self {
            view: ReportView::new(agency, report),
            date: published.or(epoch).unwrap_or_else(|| new_year_after(report.year)),
            ident: format!("{}/{}/{}", agency.name.value, agency.id, report.year),
            images: images.collect(),
        }
    }

    /// `/report.json`.
    pub(super) fn data(&self) -> Result<Vec<u8>, serde_json::Error> {
        let (year, month, day) = (self.date.year(), self.date.month(), self.date.day());
        let images = self.images.keys().enumerate().map(|(at, name)| (name.as_str(), format!("/{}", image_path(at))));
        serde_json::to_vec(&Data { view: &self.view, date: DateParts { year, month, day }, images: images.collect() })
    }

    /// The pictures with their paths in the report's world. They are numbered, so that all reports share
    /// the same few paths: Typst never forgets a path, and knows 65,535 at most.
    pub(super) fn images(&self) -> impl Iterator<Item = (String, &Bytes)> {
        self.images.values().enumerate().map(|(at, bytes)| (image_path(at), bytes))
    }
}

fn image_path(at: usize) -> String {
    format!("images/{}", at + 1)
}

fn new_year_after(year: i16) -> Date {
    Date::new(year.saturating_add(1), 1, 1).unwrap_or(Date::MAX)
}
