//! Which reports go out: what is released or a record.

use jiff::civil::date;
use nianbao_loader::Memory;
use nianbao_model::{Municipality, Severity};

use super::NARRATIVE;
use crate::{Filter, Intent, Publication, check};

const USUAL: Intent = Intent::Publication { complete: false, keep_going: false };
const KEEP_GOING: Intent = Intent::Publication { complete: false, keep_going: true };
const COMPLETE: Intent = Intent::Publication { complete: true, keep_going: false };

/// A city of three offices with reports of 2024; `reports` are the lines below 年度 of the government's and theirs.
fn publication(reports: [Option<&str>; 4], intent: Intent, deny: Severity, day: (i16, i8, i8)) -> Publication {
    let mut city = Memory::from_iter([
        ("content/site.yaml", "网站名称: 海州市年度报告\n"),
        ("content/agency.yaml", "名称: 海州市人民政府\n"),
    ]);
    for (folder, lines) in ["", "agencies/czj/", "agencies/jyj/", "agencies/xfj/"].into_iter().zip(reports) {
        if !folder.is_empty() {
            city.insert(format!("content/{folder}agency.yaml"), format!("名称: 海州市{}局\n", &folder[9..12]));
        }
        if let Some(lines) = lines {
            city.insert(format!("content/{folder}2024/report.yaml"), format!("年度: 2024\n{lines}\n"));
            city.insert(format!("content/{folder}2024/narrative.md"), NARRATIVE);
        }
    }
    let checked = check(&city, &[], deny, date(day.0, day.1, day.2)).unwrap();
    checked.publication(intent, &Filter::default()).unwrap()
}

/// After the offices' deadline, before the government's.
const MARCH: (i16, i8, i8) = (2025, 3, 1);

/// The folders of what is made, and how many findings of which code are told.
fn made(publication: &Publication) -> (String, Vec<&'static str>) {
    let reports = publication.checked.municipality.iter().flat_map(Municipality::reports);
    let reports: Vec<String> = reports.map(|(agency, _)| agency.id.to_string()).collect();
    (reports.join(" "), publication.checked.findings.iter().map(|finding| finding.code.id).collect())
}

/// Somebody typed a figure of which no total comes out right.
const WRONG: &str = "状态: 可公开\n申请: {本年新收: {自然人: 1}}";

#[test]
fn drafts_stay_out_and_their_errors_hold_up_nobody() {
    let draft = "状态: 起草\n申请: {本年新收: {自然人: 1}}";
    let reports = [None, Some(draft), Some("状态: 可公开"), Some("状态: 已公开\n发布日期: 2025-01-20")];
    let city = publication(reports, USUAL, Severity::Error, MARCH);
    assert_eq!(made(&city), ("jyj xfj".to_owned(), vec![]));
    assert_eq!((city.drafts, city.is_blocked(), city.is_empty()), (1, false, false));
    for older in ["状态: 拟公开", ""] {
        assert_eq!(publication([None, Some(older), None, None], USUAL, Severity::Error, MARCH).drafts, 1);
    }
}

#[test]
fn a_report_that_cannot_be_read_is_a_draft_unless_its_words_say_otherwise() {
    let of = |lines| publication([None, Some(lines), Some("状态: 可公开"), None], USUAL, Severity::Error, MARCH);
    let draft = of("申请: [");
    assert_eq!((draft.drafts, draft.is_blocked()), (1, false));
    for lines in [
        "状态: 可公开\n申请: [",
        "状态：可公开",
        "状态: 公布",
        "状态: 已公开\n发布日期: 2025-01-20\n复议: {结果维持: 一}",
    ] {
        let released = of(lines);
        assert_eq!((released.drafts, released.is_blocked()), (0, true), "{lines}");
    }
}

#[test]
fn a_released_report_with_an_error_holds_up_all_unless_it_may_be_left_out() {
    let reports = [Some("状态: 可公开\n汇总: 全部下级"), Some(WRONG), Some("状态: 可公开"), Some("状态: 可公开")];
    assert!(publication(reports, USUAL, Severity::Error, MARCH).is_blocked());
    let city = publication(reports, KEEP_GOING, Severity::Error, MARCH);
    let left_out: Vec<String> = city.left_out.iter().map(|(agency, year)| format!("{agency}/{year}")).collect();
    assert_eq!((made(&city).0.as_str(), city.is_blocked()), ("jyj xfj", false));
    assert_eq!(left_out, ["/2024", "czj/2024"], "the sum counts on what is wrong");
    assert!(made(&city).1.contains(&"B001"), "what was wrong is told");
}

#[test]
fn a_sum_needs_what_it_counts() {
    let of = |status, part| {
        let sum = format!("状态: {status}\n汇总: 全部下级");
        publication([Some(&sum), part, Some("状态: 可公开"), Some("状态: 可公开")], USUAL, Severity::Error, MARCH)
    };
    assert!(of("可公开", None).is_blocked(), "missing");
    assert!(of("可公开", Some("状态: 起草")).is_blocked(), "being written");
    assert!(!of("可公开", Some("状态: 可公开")).is_blocked());
    let draft = of("起草", Some("状态: 起草"));
    assert_eq!((draft.is_blocked(), draft.drafts), (false, 2));
}

#[test]
fn a_missing_report_is_counted_and_holds_up_nobody() {
    let reports = [None, Some("状态: 可公开"), Some("状态: 可公开"), None];
    for day in [(2025, 1, 31), (2025, 2, 1)] {
        let city = publication(reports, USUAL, Severity::Warning, day);
        assert_eq!((city.checked.findings.len(), city.missing, city.is_blocked()), (0, 1, false), "{day:?}");
    }
    let all = publication(reports, COMPLETE, Severity::Error, MARCH);
    assert_eq!((made(&all).1, all.is_blocked()), (vec!["M002", "M002"], true), "the city's own, too");
    let drafted = [None, Some("状态: 可公开"), Some("状态: 可公开"), Some("状态: 起草")];
    assert!(publication(drafted, COMPLETE, Severity::Error, MARCH).is_blocked(), "a draft is not there either");
}

#[test]
fn a_proof_holds_all_that_can_be_read() {
    let city = publication([None, Some(WRONG), Some(""), Some("申请: [")], Intent::Proof, Severity::Error, MARCH);
    assert_eq!((made(&city).0.as_str(), city.is_blocked(), city.left_out.len()), ("czj jyj", false, 1));
    assert!(publication([None, Some(""), None, None], USUAL, Severity::Error, MARCH).is_empty());
}

#[test]
fn a_proof_holds_what_is_yet_to_be_filled_in_and_the_sum_of_it() {
    let reports = [Some("汇总: 全部下级"), Some("复议: 待核对"), Some("复议: {结果维持: 一件}"), Some("申请: [")];
    let city = publication(reports, Intent::Proof, Severity::Error, MARCH);
    assert_eq!((made(&city).0.as_str(), city.is_blocked(), city.unfinished()), (" czj jyj", false, 2));
    let (left_out, reason) = (city.left_out.first().unwrap(), city.left_out.first().and_then(|it| city.reason(it)));
    assert!(left_out.0.as_str() == "xfj" && reason.is_some(), "{left_out:?}: {reason:?}");
    let municipality = city.checked.municipality().unwrap();
    let knows = |report: &nianbao_model::Report, key| report.figures.knows(&report.form.look_up(key).unwrap());
    for report in municipality.reports().map(|(_, report)| report) {
        assert!(!knows(report, "复议.结果维持") && knows(report, "申请.本年新收"), "{report:?}");
    }
}
