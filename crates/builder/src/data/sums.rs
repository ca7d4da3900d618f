//! data/<year>-sums.csv: what each agency brings to each report that is added up, so that anybody can add it up again.

use nianbao_model::aggregate::published_contributions;
use nianbao_model::{Agency, Municipality, Report};

use super::csv::Csv;
use super::figure::number;
use super::year::Year;
use crate::address::address;

/// What stands before the figures in a line.
pub(super) const ABOUT: [(&str, &str); 4] = [
    ("汇总机关编号", "由下级汇总的报告，它的机关的网页在网站上的地址"),
    ("汇总机关", "这个机关的全称"),
    ("机关编号", "加进去的报告，它的机关的网页在网站上的地址；汇总机关自己的数没有编号"),
    ("机关", "这个机关的全称；汇总机关自己的数是“本级”"),
];

/// What an office itself brings.
const OWN: &str = "本级";

/// Whether a report of `year` is added up from others.
pub(super) fn has_sums(municipality: &Municipality, year: i16) -> bool {
    municipality.reports().any(|(_, report)| report.year == year && report.is_added_up())
}

/// A line for each part of each sum of the year.
pub(super) fn sums(year: &Year) -> Vec<u8> {
    let about = ABOUT.iter().map(|(name, _)| *name);
    let mut file = Csv::new(about.chain(year.columns.iter().map(|column| column.figure.path.as_str())));
    for (agency, report) in year.reports.iter().filter(|(_, report)| report.is_added_up()) {
        add(&mut file, year, agency, report);
    }
    file.into_text().into_bytes()
}

fn add(file: &mut Csv, year: &Year, agency: &Agency, report: &Report) {
    let own = report.aggregation.iter().map(|aggregation| ("", OWN, &aggregation.own));
    let parts = published_contributions(agency, report);
    let parts = parts.iter().map(|part| (address(part.agency), part.name, part.figures.as_ref()));
    for (id, name, figures) in own.chain(parts) {
        let about = [address(&agency.id), &agency.name_on(report).value, id, name].map(str::to_owned);
        let value = |column| year.value(column, report.form, figures).map(number).unwrap_or_default();
        file.record(about.into_iter().chain(year.columns.iter().map(value)));
    }
}
