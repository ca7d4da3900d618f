//! Workbooks (XLSX): the only place that knows `rust_xlsxwriter`, but for its error.
//!
//! The same report gives the same bytes: the date in the file is the report's.

mod entry;
mod form_sheet;
mod formula;
mod notes;
mod paper;
mod room;
mod saved;
mod style;
mod year_sheet;

pub use entry::EntryForm;
use jiff::civil::Date;
use nianbao_model::json::Json;
use nianbao_model::{Agency, Report, TableId};
pub(crate) use room::{TOO_LONG, too_long};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::record::record;
use super::year::Year;
use crate::dates;
use crate::markup::printable;

/// report.xlsx: the three tables as on the form, a sheet each.
pub(super) fn report(agency: &Agency, report: &Report, epoch: Option<Date>) -> Result<Vec<u8>, XlsxError> {
    let title = agency.title(report);
    let mut workbook = begin(&title, &agency.name_on(report).value, dates::of_file(report, epoch))?;
    for id in TableId::ALL {
        form_sheet::add(workbook.add_worksheet(), &title, report, id)?;
    }
    saved::bytes(workbook)
}

/// data/<year>.xlsx: a sheet for each table, a line for each report.
pub(super) fn year(year: &Year, epoch: Option<Date>) -> Result<Vec<u8>, XlsxError> {
    let latest = year.reports.iter().map(|(_, report)| dates::of_file(report, epoch)).max();
    let title = format!("{}年政府信息公开工作年度报告数据", year.number);
    let mut workbook = begin(&title, "", latest.unwrap_or_else(|| dates::new_year_after(year.number)))?;
    for id in TableId::ALL {
        year_sheet::add(workbook.add_worksheet(), year, id)?;
    }
    saved::bytes(workbook)
}

/// What report.xlsx is made from: what report.json says of the figures, and the day.
pub(super) fn report_hangs_on(agency: &Agency, report: &Report, epoch: Option<Date>) -> String {
    let record = Json::Object(record(agency, report)).into_file();
    format!("{} {record}", dates::of_file(report, epoch))
}

/// What data/<year>.xlsx is made from: what the year's JSON says, and the days.
pub(super) fn year_hangs_on(year: &Year, epoch: Option<Date>) -> String {
    let days = year.reports.iter().map(|(_, report)| dates::of_file(report, epoch).to_string());
    format!("{} {}", days.collect::<Vec<_>>().join(" "), String::from_utf8_lossy(&year.json()))
}

fn begin(title: &str, author: &str, date: Date) -> Result<Workbook, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    let created =
        ExcelDateTime::from_ymd(date.year().unsigned_abs(), part(date.month()), part(date.day()))?.and_hms(0, 0, 0)?;
    let properties =
        DocProperties::new().set_title(printable(title)).set_author(printable(author)).set_creation_datetime(&created);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties);
    Ok(workbook)
}

/// What the sheet of a table is called.
fn sheet_name(id: TableId) -> String {
    format!("表{}", nianbao_model::numbering::chinese_numeral(u32::from(id.number())))
}
