//! Links to data files, with the names that they are saved under.

use nianbao_model::{Agency, Municipality, Report};
use serde::Serialize;

use super::file::{DataFile, ReportData, YearData};
use super::sums;
use crate::file_name::file_name;

/// A data file that lies beside a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct DataLink {
    /// What it is, in a few words.
    pub(crate) text: String,
    /// Its address, relative to the page.
    pub(crate) href: String,
    /// The name it is saved under: the report's full title with what it holds.
    pub(crate) file_name: String,
}

/// Links to the files beside the page of a report.
pub(crate) fn links(agency: &Agency, report: &Report) -> Vec<DataLink> {
    let title = file_name(&agency.title(report));
    let link = |data: ReportData| {
        let href = data.file_name();
        let ending = href.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default().to_owned();
        let (text, part) = match data {
            ReportData::Table(id) => (format!("表{}（CSV）", id.number()), format!("-表{}", id.number())),
            ReportData::Workbook => ("三张表（Excel）".to_owned(), String::new()),
            ReportData::Json => ("全文数据（JSON）".to_owned(), String::new()),
        };
        DataLink { text, href, file_name: format!("{title}{part}.{ending}") }
    };
    ReportData::all().into_iter().map(link).collect()
}

/// Links to the files of a year, and to those that explain them, for a page from which `root` leads to the site's root.
pub(crate) fn links_of_year(municipality: &Municipality, root: &str, year: i16, title: &str) -> Vec<DataLink> {
    let title = file_name(title);
    let of_year = |data| DataFile::Year(year, data);
    let sums = (of_year(YearData::Sums), "汇总明细（CSV）", format!("{title}-汇总明细.csv"));
    let files = [
        (of_year(YearData::Workbook), "全部数据（Excel）", format!("{title}.xlsx")),
        (of_year(YearData::Csv), "全部数据（CSV）", format!("{title}.csv")),
        (of_year(YearData::Json), "全部数据（JSON）", format!("{title}.json")),
    ];
    let shared = [
        (DataFile::Package, "数据说明（Data Package）", "datapackage.json".to_owned()),
        (DataFile::Schema, "JSON 格式（JSON Schema）", "report.schema.json".to_owned()),
    ];
    let sums = sums::has_sums(municipality, year).then_some(sums);
    let link = |(file, text, file_name): (DataFile, &str, String)| DataLink {
        text: text.to_owned(),
        href: format!("{root}data/{}", file.name()),
        file_name,
    };
    files.into_iter().chain(sums).chain(shared).map(link).collect()
}
