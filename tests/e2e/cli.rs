//! What people read in the terminal.

use std::fs;

use nianbao_tests::{Finished, Workspace, nianbao};
use snapbox::{assert_data_eq, file};

fn run(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), args).output().unwrap().into()
}

/// A transcript without the places of this machine.
fn transcript(workspace: &Workspace, args: &[&str]) -> String {
    let text = run(workspace, args).transcript();
    let real = fs::canonicalize(workspace.path()).unwrap();
    text.replace(real.to_str().unwrap(), "[工作区]").replace(workspace.path().to_str().unwrap(), "[工作区]")
}

#[test]
fn help_is_chinese_with_examples() {
    let workspace = Workspace::real();
    assert_data_eq!(transcript(&workspace, &["--help"]), file!["snapshots/help.txt"].raw());
    assert_data_eq!(transcript(&workspace, &["check", "--help"]), file!["snapshots/help-check.txt"].raw());
    assert_data_eq!(transcript(&workspace, &["build", "--help"]), file!["snapshots/help-build.txt"].raw());
    assert_data_eq!(transcript(&workspace, &["assemble", "--help"]), file!["snapshots/help-assemble.txt"].raw());
    assert_data_eq!(transcript(&workspace, &["compare", "--help"]), file!["snapshots/help-compare.txt"].raw());
    assert_data_eq!(transcript(&workspace, &["diff", "--help"]), file!["snapshots/help-diff.txt"].raw());
    assert_data_eq!(transcript(&workspace, &["export", "--help"]), file!["snapshots/help-export.txt"].raw());
    assert_data_eq!(transcript(&workspace, &["demo", "--help"]), file!["snapshots/help-demo.txt"].raw());
    assert_data_eq!(transcript(&workspace, &["status", "--help"]), file!["snapshots/help-status.txt"].raw());
    assert_data_eq!(
        transcript(&workspace, &["explain-total", "--help"]),
        file!["snapshots/help-explain-total.txt"].raw()
    );
    assert_data_eq!(transcript(&workspace, &["fonts", "--help"]), file!["snapshots/help-fonts.txt"].raw());
    assert_data_eq!(transcript(&workspace, &["serve", "--help"]), file!["snapshots/help-serve.txt"].raw());
    assert_data_eq!(transcript(&workspace, &["explain", "--help"]), file!["snapshots/help-explain.txt"].raw());
}

#[test]
fn mistakes_on_the_command_line_are_told_in_chinese() {
    let workspace = Workspace::real();
    let mistakes: [&[&str]; 22] = [
        &[],
        &["chek"],
        &["check", "--yaer", "2024"],
        &["check", "tcj"],
        &["fonts", "tcj"],
        &["status", "--year", "24"],
        &["status", "--today", "2025-1-20"],
        &["check", "--year", "今年"],
        &["check", "--year"],
        &["check", "--format", "yaml"],
        &["check", "--deny", "hints"],
        &["check", "--diff", "--format", "json"],
        &["check", "--only", "市投资局"],
        &["check", "--year", "1999"],
        &["build", "--jobs", "0"],
        &["build", "--shard", "0/4"],
        &["build", "--shard", "5/4"],
        &["build", "--shard", "x"],
        &["build", "--shard", "1/0"],
        &["assemble"],
        &["explain", "X999"],
        &["-C", "没有这个文件夹", "check"],
    ];
    let told: String = mistakes
        .iter()
        .map(|args| format!("$ nianbao {}\n{}\n", args.join(" "), transcript(&workspace, args)))
        .collect();
    assert_data_eq!(told, file!["snapshots/mistakes.txt"].raw());
}

#[test]
fn the_real_content_builds() {
    let workspace = Workspace::real();
    assert_data_eq!(transcript(&workspace, &["check"]), file!["snapshots/check.txt"].raw());
    assert_data_eq!(transcript(&workspace, &["build"]), file!["snapshots/build.txt"].raw());
    assert_data_eq!(transcript(&workspace, &["check", "--format", "json"]), file!["snapshots/check-json.txt"].raw());
}

#[test]
fn all_problems_are_told_at_once() {
    let workspace = Workspace::real();
    let report = "content/agencies/tcj/2024/report.yaml";
    workspace.replace(report, "行政许可: 0", "行政许可: 三件");
    workspace.replace(report, "行政处罚", "行政罚款");
    workspace.replace("content/agencies/tcj/2024/narrative.md", "# 六、", "# 七、");
    for (format, snapshot) in [
        ("full", file!["snapshots/problems-full.txt"]),
        ("short", file!["snapshots/problems-short.txt"]),
        ("json", file!["snapshots/problems-json.txt"]),
    ] {
        assert_data_eq!(transcript(&workspace, &["check", "--format", format]), snapshot.raw());
    }
}

#[test]
fn a_part_can_be_asked_for() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let only = run(&workspace, &["build", "--no-pdf", "--only", "市甲局", "--year", "2024"]);
    assert!(only.stdout.contains("生成了 1 份报告"), "{}", only.transcript());
    assert!(!workspace.path().join("dist/site/jia/2023").exists());
    assert!(!workspace.path().join("dist/site/yi").exists());
    assert!(!workspace.path().join("dist/bundle").exists());
}

#[test]
fn a_report_that_cannot_be_read_can_be_asked_for() {
    let workspace = Workspace::real();
    workspace.replace("content/agencies/tcj/2024/report.yaml", "年度: 2024", "年度：2024");
    let told = run(&workspace, &["check", "--year", "2024", "--only", "tcj"]);
    assert_eq!(told.status, Some(1), "{}", told.transcript());
    assert!(told.stdout.contains("[S021]") && told.stdout.contains("检查了 1 份报告"), "{}", told.transcript());
}

#[test]
fn fonts_are_named_with_their_roles() {
    let told = run(&Workspace::real(), &["fonts"]);
    assert_eq!(told.status, Some(0));
    for role in ["标题", "正文", "一级标题", "二级标题", "生僻字"] {
        assert!(told.stdout.contains(role), "{}", told.stdout);
    }
    assert!(told.stdout.contains("FandolFang"), "{}", told.stdout);
}

#[test]
fn every_code_is_explained() {
    let workspace = Workspace::real();
    let list = run(&workspace, &["explain"]).stdout;
    for code in super::rules::codes() {
        assert!(list.contains(code.id), "{}", code.id);
        let page = run(&workspace, &["explain", &code.id.to_lowercase()]).stdout;
        assert!(page.contains(code.title) && page.contains("## 怎样改"), "{page}");
    }
}

#[test]
fn a_workspace_is_found_from_below() {
    let workspace = Workspace::real();
    let below = workspace.path().join("content/agencies/tcj");
    assert_eq!(nianbao(&below, ["check"]).status().unwrap().code(), Some(0));
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(nianbao(elsewhere.path(), ["check"]).output().unwrap().status.code(), Some(2));
    let told = nianbao(elsewhere.path(), ["-C", workspace.path().to_str().unwrap(), "check"]).output().unwrap();
    assert_eq!(told.status.code(), Some(0));
}

/// Word makes one dash of the two hyphens and curls the quotes.
#[test]
fn a_command_pasted_from_word_is_understood() {
    let workspace = Workspace::real();
    let right = run(&workspace, &["check", "--only", "温州市投资促进局", "--format", "short"]).transcript();
    for dash in ["—", "–", "——", "－－"] {
        let [only, format] = ["only", "format"].map(|name| format!("{dash}{name}"));
        let pasted = run(&workspace, &["check", &only, "“温州市投资促进局”", &format, "short"]).transcript();
        assert_eq!(pasted, right, "{dash}");
    }
}
