//! Reports that nobody has begun to fill in.

use nianbao_loader::Memory;
use nianbao_model::overview::{Overview, Standing};
use nianbao_model::{AgencyId, Severity};

use super::super::{files as texts, owing, reports};
use super::{checked, city, with};

const REPORT: &str = "content/agencies/czj/2025/report.yaml";
const NARRATIVE: &str = "content/agencies/czj/2025/narrative.md";

/// The city with new reports of 2025 for all.
fn begun() -> Memory {
    let files = city();
    let checked = checked(&files);
    let city = checked.municipality().unwrap();
    let new = reports(&files, &checked, city, &owing(&checked, city, 2025), 2025).unwrap();
    with(files, &texts(&new))
}

fn standing(files: &Memory) -> Standing {
    let checked = checked(files);
    let overview = Overview::of(checked.municipality().unwrap(), &checked.findings, Some(2025)).unwrap();
    let row = overview.rows.iter().find(|row| row.agency.id == AgencyId::root().child("czj")).unwrap();
    let unfilled = checked.unfilled().contains(&(row.agency.id.clone(), 2025));
    assert_eq!(unfilled, row.standing == Standing::Unfilled);
    row.standing
}

/// What becomes of the report of 财政局 with `from` changed to `to` in one of its files.
fn after(path: &str, from: &str, to: &str) -> Standing {
    let files = begun();
    let text = nianbao_loader::Files::read(&files, path, 1_000_000).unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains(from), "no {from} in {text}");
    standing(&with(files, &[(path.to_owned(), text.replacen(from, to, 1))]))
}

#[test]
fn new_reports_are_unfilled_and_tell_only_that() {
    let files = begun();
    assert_eq!(standing(&files), Standing::Unfilled);
    let checked = checked(&files);
    let unfilled = checked.unfilled();
    assert_eq!(unfilled.len(), 3);
    assert_eq!(checked.begun(&unfilled), [] as [&nianbao_model::Diagnostic; 0]);
    // Whoever asks for all is told all.
    let all = checked.summary();
    assert!(all.errors > 10 && all.blocking == all.errors && all.blocking_drafts == all.errors, "{all:?}");
    assert!(checked.is_blocked());
}

#[test]
fn whatever_is_entered_begins_a_report() {
    for (path, from, to) in [
        (REPORT, "制发: 待核对", "制发: 0"),
        (REPORT, "制发: 待核对", "制发: 3"),
        (REPORT, "予以公开: {自然人: 0", "予以公开: {自然人: 2"),
        (REPORT, "状态: 起草", "状态: 可公开"),
        (NARRATIVE, "# 五、存在的主要问题及改进情况\n", "# 五、存在的主要问题及改进情况\n\n存在更新不及时的问题。\n"),
    ] {
        assert_eq!(after(path, from, to), Standing::Faulty, "{to}");
    }
}

#[test]
fn what_was_handed_on_and_guidance_begin_nothing() {
    for (path, from, to) in
        [(REPORT, "上年结转: {自然人: 待核对", "上年结转: {自然人: 4"), (NARRATIVE, "<!-- 提示", "<!-- 改过的提示")]
    {
        assert_eq!(after(path, from, to), Standing::Unfilled, "{to}");
    }
}

#[test]
fn what_is_wrong_is_told_of_an_unfilled_report_too() {
    let files = begun();
    let yaml = "名称: 海州市财政局\n简称: 市财政局\n排序: 甲\n".to_owned();
    let files = with(files, &[("content/agencies/czj/agency.yaml".to_owned(), yaml)]);
    let checked = checked(&files);
    let begun = checked.begun(&checked.unfilled()).into_iter().filter(|finding| finding.severity() == Severity::Error);
    assert!(begun.count() > 0);
    assert_eq!(standing(&files), Standing::Faulty);
}
