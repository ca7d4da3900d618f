//! What is called a record (已公开) must look like one: what shows that it is none blocks whatever its state says, and nothing
//! else of a record does.

use nianbao_tests::{Finished, Workspace, nianbao};

const FOLDER: &str = "content/agencies/tcj";

fn build(workspace: &Workspace) -> Finished {
    nianbao(workspace.path(), ["build", "--no-pdf", "--format", "short"]).output().unwrap().into()
}

/// A folder copied from 2024, as an editor begins a new year, and only 年度 and 发布日期 changed.
fn copied(change: impl FnOnce(String) -> String) -> Workspace {
    let workspace = Workspace::real();
    let registered = "状态: 已公开\n索引号: 11330300/2025-00012\n";
    workspace.replace(&format!("{FOLDER}/2024/report.yaml"), "状态: 已公开", registered);
    let report = workspace.read(&format!("{FOLDER}/2024/report.yaml"));
    let report = report.replace("年度: 2024", "年度: 2025").replace("发布日期: 2025", "发布日期: 2026");
    workspace.write(&format!("{FOLDER}/2025/report.yaml"), change(report));
    let narrative = workspace.read(&format!("{FOLDER}/2024/narrative.md"));
    workspace.write(&format!("{FOLDER}/2025/narrative.md"), narrative.replace("2024", "2025"));
    workspace
}

#[test]
fn a_real_record_with_an_error_is_published() {
    let built = build(&Workspace::real());
    assert_eq!(built.status, Some(0), "{}", built.transcript());
    assert!(built.stdout.contains("错误[N001]"), "{}", built.transcript());
}

#[test]
fn a_record_without_a_day_or_with_one_of_its_own_year_is_refused() {
    for (day, code) in [("", "D003"), ("发布日期: 2024-01-31", "D002")] {
        let workspace = Workspace::real();
        workspace.replace(&format!("{FOLDER}/2024/report.yaml"), "发布日期: 2025-01-31", day);
        let built = build(&workspace);
        assert_eq!(built.status, Some(1), "{}", built.transcript());
        assert!(built.stdout.contains(&format!("错误[{code}]")), "{}", built.transcript());
        assert!(!workspace.path().join("dist").exists());
    }
}

#[test]
fn a_copy_that_kept_its_state_is_refused() {
    let built = build(&copied(|report| report));
    assert_eq!(built.status, Some(1), "{}", built.transcript());
    assert!(built.stdout.contains("2025/report.yaml:13:6: 错误[K003]: 索引号"), "{}", built.transcript());
    assert!(built.stdout.contains("错误[K004]: 正文有 100% 与 2024 年的报告一字不差"), "{}", built.transcript());
}

#[test]
fn a_copy_with_a_number_of_its_own_is_refused_for_its_text() {
    let built = build(&copied(|report| report.replace("2025-00012", "2026-00009")));
    assert_eq!(built.status, Some(1), "{}", built.transcript());
    assert!(built.stdout.contains("错误[K004]") && !built.stdout.contains("K003"), "{}", built.transcript());
}

#[test]
fn a_copy_that_is_a_draft_holds_up_nobody() {
    let built = build(&copied(|report| report.replace("状态: 已公开", "状态: 起草")));
    assert_eq!(built.status, Some(0), "{}", built.transcript());
}
