//! Data for machines, and for people with a spreadsheet: CSV, JSON and workbooks beside each report and for each year.
//!
//! All are made from the declaration of the form: a figure is called by its key path in report.yaml, its headings are
//! those that the form prints. Figures are exact decimals everywhere but in workbooks, which know only binary numbers.

mod csv;
mod error;
mod figure;
mod file;
mod json;
mod link;
mod package;
mod record;
mod report;
mod schema;
mod status;
mod sums;
mod table;
mod workbook;
mod year;

pub use csv::Csv;
pub use error::DataError;
pub use file::{DataFile, ReportData, YearData};
pub(crate) use file::{beside, of_city};
pub(crate) use link::{DataLink, links, links_of_year};
pub use status::status_csv;
pub use workbook::EntryForm;
pub(crate) use workbook::guidance;
pub(crate) use workbook::{TOO_LONG, too_long};
