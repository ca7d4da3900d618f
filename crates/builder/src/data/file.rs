//! Which data files there are, where they stand, and what they hold.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nianbao_model::{Agency, Municipality, Report, TableId};

use super::year::Year;
use super::{DataError, package, report, schema, sums, table, workbook};

/// A data file.
#[derive(Debug, Clone, Copy)]
pub enum DataFile<'a> {
    /// A file beside the page of a report.
    Report(&'a Agency, &'a Report, ReportData),
    /// A file of all reports of a year.
    Year(i16, YearData),
    /// The schema of the JSON files.
    Schema,
    /// The descriptor of the year files.
    Package,
}

/// What a data file holds of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportData {
    /// Figures and narrative as JSON.
    Json,
    /// One of its tables as CSV.
    Table(TableId),
    /// Its tables as a workbook.
    Workbook,
}

/// What a data file holds of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearData {
    /// All reports as CSV.
    Csv,
    /// All reports as JSON.
    Json,
    /// All reports as a workbook.
    Workbook,
    /// How sums are added up, as CSV.
    Sums,
}

/// The files beside the page of a report.
pub(crate) fn beside<'a>(agency: &'a Agency, report: &'a Report) -> Vec<DataFile<'a>> {
    let files = ReportData::all().into_iter();
    files.map(|data| DataFile::Report(agency, report, data)).collect()
}

/// The files of the whole city, which stand in data/; none where there is no report.
pub(crate) fn of_city(municipality: &Municipality) -> Vec<DataFile<'_>> {
    let of_year = |year| YearData::all(municipality, year).into_iter().map(move |data| DataFile::Year(year, data));
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
            Self::Report(_, _, data) => data.file_name(),
            Self::Year(year, data) => data.file_name(*year),
            Self::Schema => "report.schema.json".to_owned(),
            Self::Package => "datapackage.json".to_owned(),
        }
    }

    /// The agency and the report that it is about, if it is about one.
    pub(crate) fn report(&self) -> Option<(&'a Agency, &'a Report)> {
        match self {
            Self::Report(agency, report, _) => Some((agency, report)),
            Self::Year(..) | Self::Schema | Self::Package => None,
        }
    }

    /// The file's content. `epoch` dates a workbook whose reports say no date.
    ///
    /// # Errors
    ///
    /// A report that cannot be written as JSON, or does not fit in a workbook.
    pub(crate) fn render(&self, municipality: &Municipality, epoch: Option<Date>) -> Result<Vec<u8>, DataError> {
        match self {
            Self::Report(agency, report, data) => data.render(agency, report, epoch),
            Self::Year(year, data) => data.render(&Year::new(municipality, *year), epoch),
            Self::Schema => Ok(schema::schema(&municipality.forms)),
            Self::Package => Ok(package::package(municipality, &years(municipality).into_iter().collect::<Vec<_>>())),
        }
    }
}

impl DataFile<'_> {
    /// All that a workbook hangs on, as text; nothing of other files, which are made as fast as they are found.
    pub(crate) fn hangs_on(&self, municipality: &Municipality, epoch: Option<Date>) -> Option<String> {
        match self {
            Self::Report(agency, report, ReportData::Workbook) => {
                Some(workbook::report_hangs_on(agency, report, epoch))
            }
            Self::Year(year, YearData::Workbook) => {
                Some(workbook::year_hangs_on(&Year::new(municipality, *year), epoch))
            }
            Self::Report(..) | Self::Year(..) | Self::Schema | Self::Package => None,
        }
    }
}

impl ReportData {
    /// All of them, in the order in which they are listed.
    pub(crate) fn all() -> Vec<Self> {
        [Self::Workbook].into_iter().chain(TableId::ALL.map(Self::Table)).chain([Self::Json]).collect()
    }

    /// The file's name beside the page of a report.
    pub(crate) fn file_name(self) -> String {
        match self {
            Self::Json => "report.json".to_owned(),
            Self::Table(id) => format!("table-{}.csv", id.number()),
            Self::Workbook => "report.xlsx".to_owned(),
        }
    }

    /// The file's content.
    ///
    /// # Errors
    ///
    /// A report that cannot be written as JSON, or does not fit in a workbook.
    pub(crate) fn render(self, agency: &Agency, report: &Report, epoch: Option<Date>) -> Result<Vec<u8>, DataError> {
        Ok(match self {
            Self::Json => report::report(agency, report)?,
            Self::Table(id) => table::table(report, id),
            Self::Workbook => workbook::report(agency, report, epoch)?,
        })
    }
}

impl YearData {
    /// Those that there are of `year`.
    pub(super) fn all(municipality: &Municipality, year: i16) -> Vec<Self> {
        let sums = sums::has_sums(municipality, year).then_some(Self::Sums);
        [Self::Csv, Self::Json, Self::Workbook].into_iter().chain(sums).collect()
    }

    /// The file's name in data/.
    pub(super) fn file_name(self, year: i16) -> String {
        match self {
            Self::Csv => format!("{year}.csv"),
            Self::Json => format!("{year}.json"),
            Self::Workbook => format!("{year}.xlsx"),
            Self::Sums => format!("{year}-sums.csv"),
        }
    }

    fn render(self, year: &Year, epoch: Option<Date>) -> Result<Vec<u8>, DataError> {
        Ok(match self {
            Self::Csv => year.csv(),
            Self::Json => year.json(),
            Self::Workbook => workbook::year(year, epoch)?,
            Self::Sums => sums::sums(year),
        })
    }
}
