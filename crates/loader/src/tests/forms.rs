//! Reports on other forms than the present one.

use nianbao_model::{Form, Report, SectionKind};

use super::{NARRATIVE, Workspace};
use crate::Loaded;

const OLDER: &str = "# 总体情况\n\n甲 {{ 主动公开.行政许可.增减 }} 项。\n\n\
    # 因政府信息公开工作被申请行政复议、提起行政诉讼情况\n\n\
    # 政府信息公开工作存在的主要问题及改进情况\n\n乙。\n\n# 其他需要报告的事项\n\n丙。\n";

/// What a workspace with a report of `year` and nothing else holds.
fn loaded(year: i16, figures: &str, narrative: &str) -> Loaded {
    let workspace = Workspace::new();
    std::fs::remove_dir_all(workspace.path("content/2024")).expect("a folder");
    workspace.write(&format!("content/{year}/report.yaml"), format!("年度: {year}\n{figures}"));
    workspace.write(&format!("content/{year}/narrative.md"), narrative);
    workspace.load()
}

fn codes(loaded: &Loaded) -> Vec<&'static str> {
    loaded.diagnostics.iter().map(|finding| finding.code.id).collect()
}

fn only_report(loaded: Loaded) -> Report {
    let mut reports = loaded.municipality.expect("a municipality").root.reports;
    reports.pop_first().expect("a report").1
}

fn figure(report: &Report, path: &str) -> String {
    report.figure(&report.form.look_up(path).expect("a known path")).to_string()
}

#[test]
fn a_report_of_2020_is_read_on_its_own_form() {
    let figures = "主动公开:\n  规范性文件: {新制作: 60, 新公开: 60, 公开总数: 368}\n  \
        行政许可: {上年项目: 20, 增减: -8, 处理决定: 93}\n  行政处罚: {增减: +461}\n  \
        政府集中采购: {采购项目: 6, 采购总金额: {数: 251000, 注: 元}}\n\
        申请:\n  其他处理: {自然人: 2, 其他: 1}\n";
    let loaded = loaded(2020, figures, OLDER);
    assert_eq!(codes(&loaded), Vec::<&str>::new());
    let report = only_report(loaded);
    assert_eq!(report.form.since, 2019);
    assert_eq!(figure(&report, "主动公开.行政许可.增减"), "-8");
    assert_eq!(figure(&report, "主动公开.行政处罚.增减"), "461");
    assert_eq!(figure(&report, "申请.其他处理.总计"), "3");
    let titles: Vec<&str> = report.narrative.sections.iter().map(|section| section.title).collect();
    assert_eq!(
        titles[1..3],
        ["因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开工作存在的主要问题及改进情况"]
    );
}

#[test]
fn only_a_change_may_be_negative() {
    let figures = "主动公开:\n  行政许可: {上年项目: -1, 增减: −8, 处理决定: 1}\n  行政强制: {增减: 减三}\n";
    let loaded = loaded(2019, figures, NARRATIVE);
    assert_eq!(codes(&loaded), ["V002", "V007", "V001"]);
    let helps: Vec<&str> = loaded.diagnostics.iter().filter_map(|finding| finding.help.as_deref()).collect();
    assert_eq!(helps[1..], ["改为 -8。", "增加的写正数，减少的写负数，如 8、-8。"]);
}

#[test]
fn keys_of_the_other_form_are_not_known() {
    let loaded = loaded(2020, "主动公开:\n  规章: {制发: 1}\n", NARRATIVE);
    assert_eq!(codes(&loaded), ["V020"]);
    let help = loaded.diagnostics[0].help.as_deref();
    assert_eq!(help, Some("这里可以写“新制作”“新公开”“公开总数”。"));
}

#[test]
fn the_heading_of_a_table_stays_where_it_is_worded_in_its_own_way() {
    let text = OLDER.replace("诉讼情况\n\n", "诉讼情况\n\n没有。\n\n");
    let loaded = loaded(2020, "", &text);
    assert_eq!(codes(&loaded), ["C007"]);
    let report = only_report(loaded);
    let proceedings = report.narrative.sections.iter().find(|section| section.kind == SectionKind::Proceedings);
    assert!(proceedings.is_some_and(|section| section.blocks.is_empty()));
}

#[test]
fn present_reports_use_the_present_headings() {
    let text = OLDER.replace("{{ 主动公开.行政许可.增减 }}", "3");
    let loaded = loaded(2021, "", &text);
    assert_eq!(codes(&loaded), ["C006", "C008"]);
    assert_eq!(only_report(loaded).narrative.sections.len(), 3);
}

#[test]
fn years_without_a_form_are_refused() {
    assert_eq!(codes(&loaded(2018, "", NARRATIVE)), ["V023"]);
}

const UNDIVIDED: &str = "申请:\n  本年新收: {自然人: 3}\n  其他处理: {自然人: 2, 其他: 1}\n";

#[test]
fn other_handling_in_one_row_is_kept_so() {
    let loaded = loaded(2023, &format!("状态: 已公开\n{UNDIVIDED}"), NARRATIVE);
    assert_eq!(codes(&loaded), Vec::<&str>::new());
    let report = only_report(loaded);
    assert!(std::ptr::eq(report.form, Form::latest().undivided()));
    assert_eq!(figure(&report, "申请.其他处理.总计"), "3");
    assert_eq!(figure(&report, "申请.办理结果总计.其他"), "1");
}

#[test]
fn a_draft_is_told_of_the_items() {
    let english = "applications: {other: {natural_person: 2, other: 1}}\n";
    for figures in [UNDIVIDED, english] {
        let loaded = loaded(2023, figures, NARRATIVE);
        assert_eq!(codes(&loaded), ["V011"]);
        assert_eq!(figure(&only_report(loaded), "申请.其他处理.自然人"), "2");
    }
}

#[test]
fn applicants_beside_items_are_no_undivided_row() {
    let loaded = loaded(2023, "申请: {其他处理: {自然人: 2, 逾期不补正: {自然人: 2}}}\n", NARRATIVE);
    assert_eq!(codes(&loaded), ["V008"]);
    let report = only_report(loaded);
    assert!(std::ptr::eq(report.form, Form::latest()));
}

#[test]
fn an_item_alone_is_no_undivided_row() {
    for (figures, expected) in [
        ("申请: {其他处理: {其他: {自然人: 2}}}\n", Vec::<&str>::new()),
        ("申请: {其他处理: {其他: 2}}\n", vec!["V009"]),
        ("申请: {其他处理: {}}\n", Vec::new()),
    ] {
        let loaded = loaded(2023, figures, NARRATIVE);
        assert_eq!(codes(&loaded), expected, "{figures}");
        assert!(std::ptr::eq(only_report(loaded).form, Form::latest()));
    }
}

#[test]
fn a_later_report_on_the_older_form_is_told_once_and_read_on_it() {
    let figures = "主动公开:\n  规章: {新制作: 1, 新公开: 1, 公开总数: 3}\n  \
        行政许可: {上年项目: 20, 增减: -8, 处理决定: 93}\n  政府集中采购: {采购项目: 6, 采购总金额: 25.1}\n\
        申请:\n  其他处理: {自然人: 2}\n";
    let loaded = loaded(2022, figures, OLDER);
    assert_eq!(codes(&loaded), ["V013"]);
    let report = only_report(loaded);
    assert!(std::ptr::eq(report.form, Form::of_year(2020).expect("a form")));
    assert_eq!(
        (figure(&report, "主动公开.行政许可.增减"), figure(&report, "申请.其他处理.自然人")),
        ("-8".into(), "2".into())
    );
}

#[test]
fn a_slip_does_not_make_a_form() {
    for (figures, expected) in [
        ("主动公开: {规范性文件: 3}\n", vec!["V020"]),
        ("主动公开: {规范性文件: {制发: 1, 废止: 0, 现行有效: 3}}\n", vec!["V020"]),
        ("主动公开: {规章: {新制作: 1, 新公布: 1, 公开总数: 3}}\n", vec!["V013", "V020"]),
        ("主动公开: {行政许可: {数: 3, 注: 甲}}\n", Vec::new()),
    ] {
        let mut found = codes(&loaded(2022, figures, NARRATIVE));
        found.sort_unstable();
        assert_eq!(found, expected, "{figures}");
    }
}
