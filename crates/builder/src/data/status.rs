//! How far the reports of a year are and whom to call, for a spreadsheet.

use jiff::civil::Date;
use nianbao_model::overview::{Overview, OverviewRow};

use super::Csv;

const HEAD: [&str; 11] =
    ["机关", "文件夹", "类别", "状态", "错误", "警告", "期限", "剩余天数", "电话", "电子邮箱", "地址"];

/// The reports of `overview` as CSV, one a line; days that are left count from `today`.
pub fn status_csv(overview: &Overview, today: Date) -> String {
    let mut file = Csv::new(HEAD);
    overview.rows.iter().for_each(|row| file.record(cells(row, today)));
    overview.without_folder.iter().for_each(|name| file.record(without_folder(name)));
    file.into_text()
}

/// The line of somebody of whom there is only a name.
fn without_folder(name: &str) -> [&str; 11] {
    let mut cells = [""; 11];
    (cells[0], cells[3]) = (name, "没有文件夹");
    cells
}

fn cells(row: &OverviewRow, today: Date) -> [String; 11] {
    let agency = row.agency;
    let contact = &agency.contact;
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    [
        agency.name.value.clone(),
        agency.id.as_str().to_owned(),
        word(&agency.category),
        row.standing.title().to_owned(),
        row.errors.to_string(),
        row.warnings.to_string(),
        row.deadline.map(|day| day.to_string()).unwrap_or_default(),
        row.days_left(today).map(|days| days.to_string()).unwrap_or_default(),
        word(&contact.telephone),
        word(&contact.email),
        word(&contact.address),
    ]
}
