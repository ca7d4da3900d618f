//! New workspaces, agencies and reports, in memory.

mod agencies;
mod lists;
mod reports;
mod unfilled;
mod workspaces;

use jiff::civil::date;
use nianbao_loader::Memory;
use nianbao_model::Severity;

use crate::{Checked, check};

use super::Line;

/// A city with a department and a district.
fn city() -> Memory {
    let mut city = Memory::new();
    for (path, text) in [
        ("site.yaml", "网站名称: 海州市年度报告\n"),
        ("agency.yaml", "名称: 海州市人民政府\n"),
        ("agencies/czj/agency.yaml", "名称: 海州市财政局\n简称: 市财政局\n排序: 10\n"),
        ("agencies/xpq/agency.yaml", "名称: 海州市新浦区人民政府\n简称: 新浦区\n排序: 20\n"),
    ] {
        city.insert(format!("content/{path}"), text);
    }
    city
}

fn checked(files: &Memory) -> Checked {
    check(files, &[], Severity::Error, date(2026, 1, 5)).unwrap()
}

fn with(mut files: Memory, texts: &[(String, String)]) -> Memory {
    for (path, text) in texts {
        files.insert(path.clone(), text.as_str());
    }
    files
}

/// A sheet as text, cells divided by `|`.
fn table(text: &str) -> [Vec<Line>; 1] {
    let lines = text.lines().zip(1..);
    let line = |(line, number): (&str, i32)| Line {
        place: format!("第 {number} 行"),
        cells: line.split('|').map(str::to_owned).collect(),
    };
    [lines.map(line).collect()]
}
