//! 说明: a warning that is accepted with a reason is listed, counted apart, and blocks nothing.

use nianbao_tests::{Finished, Workspace, nianbao};
use snapbox::{assert_data_eq, file};

const REPORT: &str = "content/2024/report.yaml";

/// A report whose sections stand in the wrong order, which is a warning (C004).
fn report(more: &str) -> Workspace {
    let workspace = Workspace::copy_of("tests/invalid/C004-order");
    let status = if more.contains("状态") { "" } else { "状态: 可公开\n" };
    workspace.write(REPORT, format!("年度: 2024\n{status}{more}"));
    workspace
}

const ACCEPTED: &str = "说明: [{规则: C004, 理由: 按原来公布的次序排列。}]\n";

fn run(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), args).output().unwrap().into()
}

#[test]
fn what_is_accepted_is_listed_with_its_reason() {
    let workspace = report(ACCEPTED);
    let told: String = ["full", "short", "json", "github"]
        .into_iter()
        .map(|format| run(&workspace, &["check", "--format", format]).transcript() + "\n")
        .collect();
    assert_data_eq!(told, file!["snapshots/accepted.txt"].raw());
}

#[test]
fn warnings_block_if_asked_to_unless_accepted_or_in_a_record() {
    for (more, status) in [("", 1), (ACCEPTED, 0), ("状态: 已公开\n发布日期: 2025-01-20\n", 0)] {
        let workspace = report(more);
        assert_eq!(run(&workspace, &["check"]).status, Some(0), "{more}");
        let told = run(&workspace, &["check", "--deny", "warnings"]);
        assert_eq!(told.status, Some(status), "{more}\n{}", told.transcript());
        assert_eq!(told.stdout.contains("其中 1 个妨碍发布"), status == 1, "{}", told.stdout);
        let json = run(&workspace, &["check", "--deny", "warnings", "--format", "json"]).stdout;
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["diagnostics"][0]["blocking"], status == 1, "{json}");
        let built = run(&workspace, &["build", "--no-pdf", "--deny", "warnings"]);
        assert_eq!((built.status, workspace.path().join("dist").exists()), (Some(status), status == 0));
    }
}

#[test]
fn hints_never_block() {
    let workspace = Workspace::copy_of("tests/invalid/C008-older-heading");
    assert_eq!(run(&workspace, &["check", "--deny", "warnings"]).status, Some(0));
}

#[test]
fn a_reason_must_be_given() {
    let workspace = report("说明: [{规则: C004, 理由: \"\"}]\n");
    let told = run(&workspace, &["check"]);
    assert!(told.status == Some(1) && told.stdout.contains("缺少“理由”"), "{}", told.transcript());
}
