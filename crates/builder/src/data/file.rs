//! Which data files there are, where they stand, and what they are called.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nianbao_model::{Agency, Municipality, Report, TableId};
use serde::Serialize;

use super::year::Year;
use super::{DataError, package, report, schema, sums, table, workbook};
use crate::plan::file_name;

/// A data file.
#[derive(Debug, Clone, Copy)]
pub enum DataFile<'a> {
    /// A report as JSON.
    Report(&'a Agency, &'a Report),
    /// One of its tables as CSV.
    Table(&'a Agency, &'a Report, TableId),
    /// Its tables as a workbook.
    Workbook(&'a Agency, &'a Report),
    /// All reports of a year as CSV.
    YearTable(i16),
    /// All reports of a year as JSON.
    Year(i16),
    /// All reports of a year as a workbook.
    YearWorkbook(i16),
    /// How the sums of a year are added up, as CSV.
    YearSums(i16),
    /// The schema of the JSON files.
    Schema,
    /// The descriptor of the year files.
    Package,
}

/// A data file that lies beside a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataLink {
    /// What it is, in a few words.
    pub text: String,
    /// Its address, relative to the page.
    pub href: String,
    /// The name it is saved under: the report's full title with what it holds.
    pub file_name: String,
}

/// The files beside the page of a report.
pub(crate) fn beside<'a>(agency: &'a Agency, report: &'a Report) -> Vec<DataFile<'a>> {
    let tables = TableId::ALL.map(|id| DataFile::Table(agency, report, id));
    [DataFile::Workbook(agency, report)].into_iter().chain(tables).chain([DataFile::Report(agency, report)]).collect()
}

/// The same as links.
pub(crate) fn links(agency: &Agency, report: &Report) -> Vec<DataLink> {
    let title = file_name(&agency.title(report));
    let link = |file: DataFile| {
        let href = file.name();
        let ending = href.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default().to_owned();
        let (text, part) = match file {
            DataFile::Table(_, _, id) => (format!("表{}（CSV）", id.number()), format!("-表{}", id.number())),
            DataFile::Workbook(..) => ("三张表（Excel）".to_owned(), String::new()),
            _ => ("全文数据（JSON）".to_owned(), String::new()),
        };
        DataLink { text, href, file_name: format!("{title}{part}.{ending}") }
    };
    beside(agency, report).into_iter().map(link).collect()
}

/// The files of a year, and those that explain them, for a page `root` below the site's root.
pub(crate) fn links_of_year(municipality: &Municipality, root: &str, year: i16, title: &str) -> Vec<DataLink> {
    let title = file_name(title);
    let sums = (DataFile::YearSums(year), "汇总明细（CSV）", format!("{title}-汇总明细.csv"));
    let files = [
        (DataFile::YearWorkbook(year), "全部数据（Excel）", format!("{title}.xlsx")),
        (DataFile::YearTable(year), "全部数据（CSV）", format!("{title}.csv")),
        (DataFile::Year(year), "全部数据（JSON）", format!("{title}.json")),
        (DataFile::Package, "数据说明（Data Package）", "datapackage.json".to_owned()),
        (DataFile::Schema, "JSON 格式（JSON Schema）", "report.schema.json".to_owned()),
    ];
    let link = |(file, text, file_name): (DataFile, &str, String)| DataLink {
        text: text.to_owned(),
        href: format!("{root}data/{}", file.name()),
        file_name,
    };
    let (of_year, shared) = files.split_at(3);
    let sums = sums::has_sums(municipality, year).then_some(sums);
    of_year.iter().cloned().chain(sums).chain(shared.iter().cloned()).map(link).collect()
}

/// The files of the whole city, which stand in data/; none where there is no report.
pub(crate) fn of_city(municipality: &Municipality) -> Vec<DataFile<'_>> {
    let sums = |year| sums::has_sums(municipality, year).then_some(DataFile::YearSums(year));
    let of_year = |year| {
        let files = [DataFile::YearTable(year), DataFile::Year(year), DataFile::YearWorkbook(year)];
        files.into_iter().chain(sums(year))
    };
    let years = years(municipality);
    let shared = if years.is_empty() { Vec::new() } else { vec![DataFile::Schema, DataFile::Package] };
    years.into_iter().flat_map(of_year).chain(shared).collect()
}

fn years(municipality: &Municipality) -> BTreeSet<i16> {
    municipality.reports().map(|(_, report)| report.year).collect()
}

impl<'a> DataFile<'a> {
    /// Its name within its folder.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Report(..) => "report.json".to_owned(),
            Self::Table(_, _, id) => format!("table-{}.csv", id.number()),
            Self::Workbook(..) => "report.xlsx".to_owned(),
            Self::YearTable(year) => format!("{year}.csv"),
            Self::Year(year) => format!("{year}.json"),
            Self::YearWorkbook(year) => format!("{year}.xlsx"),
            Self::YearSums(year) => format!("{year}-sums.csv"),
            Self::Schema => "report.schema.json".to_owned(),
            Self::Package => "datapackage.json".to_owned(),
        }
    }

    /// The agency and the report that it is about, if it is about one.
    pub(crate) fn subject(&self) -> Option<(&'a Agency, &'a Report)> {
        match self {
            Self::Report(agency, report) | Self::Table(agency, report, _) | Self::Workbook(agency, report) => {
                Some((agency, report))
            }
            _ => None,
        }
    }

    /// The file's content. `epoch` dates a workbook whose reports say no date.
    pub(crate) fn render(&self, municipality: &Municipality, epoch: Option<Date>) -> Result<Vec<u8>, DataError> {
        Ok(match self {
            Self::Report(agency, report) => report::report(agency, report)?,
            Self::Table(_, report, id) => table::table(report, *id),
            Self::Workbook(agency, report) => workbook::report(agency, report, epoch)?,
            Self::YearTable(year) => Year::new(municipality, *year).csv(),
            Self::Year(year) => Year::new(municipality, *year).json(),
            Self::YearWorkbook(year) => workbook::year(&Year::new(municipality, *year), epoch)?,
            Self::YearSums(year) => sums::sums(&Year::new(municipality, *year)),
            Self::Schema => schema::schema(),
            Self::Package => package::package(municipality, &years(municipality).into_iter().collect::<Vec<_>>()),
        })
    }
}
