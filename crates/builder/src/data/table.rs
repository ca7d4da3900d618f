//! table-2.csv, table-3.csv, table-4.csv: one figure a line, with its headings as the form has them.

use nianbao_model::{Report, TableId};

use super::csv::Csv;
use super::figure::{figures_of_table, number};

/// The headings of the three files, and in words what stands below them.
const COLUMNS: [&str; 6] = ["项目", "栏目", "键", "数值", "性质", "注"];

/// Stands between a heading and the one below it.
pub(super) const BETWEEN: &str = "/";

/// The content of the file of table `id` of `report`.
pub(super) fn table(report: &Report, id: TableId) -> Vec<u8> {
    let mut file = Csv::new(COLUMNS);
    for figure in figures_of_table(report.form, id) {
        let entry = figure.of(report);
        let (rows, columns) = (figure.rows.join(BETWEEN), figure.columns.join(BETWEEN));
        let origin = if figure.total { "合计" } else { "填报" };
        let value = number(entry.value);
        file.record([&rows, &columns, &figure.path, &value, origin, entry.remark.unwrap_or_default()]);
    }
    file.into_text().into_bytes()
}
