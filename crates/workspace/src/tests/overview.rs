//! How far reports are, for the office that waits for them.

use jiff::civil::date;
use nianbao_loader::Memory;
use nianbao_model::Severity;
use nianbao_model::overview::{Overview, Standing};

use super::NARRATIVE;
use crate::check;

/// Where the only report stands of which these are the lines below 年度 and the narrative, and how many errors and warnings it has.
fn standing(lines: &str, narrative: &str) -> (Standing, usize, usize, usize) {
    let report = format!("年度: 2024\n{lines}\n");
    let files = [
        ("content/site.yaml", "网站名称: 海州市年度报告\n"),
        ("content/agency.yaml", "名称: 海州市人民政府\n"),
        ("content/2024/report.yaml", &report),
        ("content/2024/narrative.md", narrative),
    ];
    let checked = check(&Memory::from_iter(files), &[], Severity::Error, date(2025, 3, 1)).unwrap();
    let overview = Overview::of(checked.municipality().unwrap(), &checked.findings, None).unwrap();
    let row = &overview.rows[0];
    (row.standing, row.errors, row.warnings, overview.count_warned(row.standing))
}

#[test]
fn warnings_are_told_beside_how_far_a_report_is() {
    let doubtful = NARRATIVE.replace("本机关", "“本机关");
    assert_eq!(standing("状态: 可公开", NARRATIVE), (Standing::Ready, 0, 0, 0));
    assert_eq!(standing("状态: 可公开", &doubtful), (Standing::Ready, 0, 1, 1), "it was handed in");
    assert_eq!(standing("状态: 起草", &doubtful), (Standing::Draft, 0, 1, 1));
    let wrong = "状态: 可公开\n申请: {本年新收: {自然人: 1}}";
    assert_eq!(standing(wrong, &doubtful), (Standing::Faulty, 1, 1, 0), "errors come first");
}
