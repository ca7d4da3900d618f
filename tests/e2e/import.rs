//! Published documents become reports of a workspace.

mod batch;
mod page;
mod refused;
mod whose;

use std::fs;
use std::path::PathBuf;

use nianbao_tests::{Finished, Workspace, nianbao, repository};
use serde_json::Value;
use snapbox::{assert_data_eq, file};

/// A city of agencies whose reports lie in `tests/data/import`.
fn city() -> Workspace {
    let workspace = Workspace::empty();
    workspace.write("content/site.yaml", "网站名称: 测试\n");
    workspace.write("content/agency.yaml", "名称: 海州市人民政府\n");
    for (folder, name) in [
        ("jt", "平湖市交通运输局"),
        ("ws", "松陵市卫生健康委员会"),
        ("cz", "青澜市财政局"),
        ("rs", "鹿鸣市人力资源和社会保障局"),
        ("qx", "海棠市气象局"),
    ] {
        workspace.write(&format!("content/agencies/{folder}/agency.yaml"), format!("名称: {name}\n"));
    }
    workspace
}

fn document(name: &str) -> PathBuf {
    repository().join("tests/data/import").join(name)
}

/// Puts one of the documents into the workspace.
fn bring(workspace: &Workspace, name: &str, path: &str) {
    workspace.write(path, fs::read(document(name)).expect("a document"));
}

fn import(workspace: &Workspace, args: &[&str]) -> Finished {
    let args = std::iter::once("import").chain(args.iter().copied());
    nianbao(workspace.path(), args).output().unwrap().into()
}

fn imported_json(workspace: &Workspace, args: &[&str]) -> Value {
    let told = import(workspace, &[args, &["--format", "json"]].concat());
    serde_json::from_str(&told.stdout).unwrap_or_else(|error| panic!("{error}: {}", told.transcript()))
}

#[test]
fn a_document_becomes_a_report() {
    let workspace = city();
    bring(&workspace, "tabs.txt", "年报.txt");
    let told = import(&workspace, &["年报.txt", "--agency", "jt"]);
    assert_data_eq!(told.transcript(), file!["snapshots/import.txt"].raw());
    let report = workspace.read("content/agencies/jt/2024/report.yaml");
    assert!(
        report.starts_with("年度: 2024\n") && report.contains("状态: 起草") && report.contains("# 二、"),
        "{report}"
    );
    let again = import(&workspace, &["年报.txt"]);
    assert!(again.stdout.contains("已经有了，一字不差"), "{}", again.transcript());
    assert_eq!(again.status, Some(0), "the agency is named in the document: {}", again.transcript());
}

#[test]
fn a_trial_writes_nothing() {
    let workspace = city();
    bring(&workspace, "tabs.txt", "年报.txt");
    let told = import(&workspace, &["年报.txt", "--agency", "jt", "--dry-run"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    assert!(told.stdout.contains("只是试读"), "{}", told.transcript());
    assert!(!workspace.path().join("content/agencies/jt/2024").exists());
}

#[test]
fn what_stands_gives_way_only_if_somebody_says_so_and_a_record_never() {
    let workspace = city();
    bring(&workspace, "tabs.txt", "年报.txt");
    import(&workspace, &["年报.txt", "--agency", "jt"]);
    let narrative = "content/agencies/jt/2024/narrative.md";
    let read = workspace.read(narrative);
    workspace.write(narrative, format!("{read}\n加了一句话。\n"));
    let left = import(&workspace, &["年报.txt", "--agency", "jt"]);
    assert_eq!(left.status, Some(1), "{}", left.transcript());
    assert!(left.stdout.contains("已经有报告。要用读出来的替换它，加上 --force"), "{}", left.transcript());
    assert!(workspace.read(narrative).contains("加了一句话"));
    let replaced = import(&workspace, &["年报.txt", "--agency", "jt", "--force"]);
    assert!(replaced.stdout.contains("\n-加了一句话。\n"), "{}", replaced.transcript());
    assert_eq!(workspace.read(narrative), read);
    workspace.replace("content/agencies/jt/2024/report.yaml", "状态: 起草", "状态: 已公开\n发布日期: 2025-01-20");
    workspace.write("content/agencies/jt/2024/record.yaml", "名称: 某市交通运输局\n文件夹: content/agencies/jt/2024\n");
    for how in ["--force", "--dry-run"] {
        let record = import(&workspace, &["年报.txt", "--agency", "jt", how]);
        assert_eq!(record.status, Some(1), "{}", record.transcript());
        assert!(record.stdout.contains("是存档，不能替换"), "{}", record.transcript());
        assert!(!record.stdout.contains("V033"), "nobody is told to remove the record: {}", record.transcript());
    }
    assert!(workspace.read("content/agencies/jt/2024/report.yaml").contains("状态: 已公开"));
}

#[test]
fn a_report_in_which_nobody_entered_anything_gives_way() {
    let workspace = city();
    let folder = "content/agencies/jt/2024";
    bring(&workspace, "tabs.txt", "年报.txt");
    let make = |year: &str| nianbao(workspace.path(), ["new", "report", "--all", "--year", year]).output().unwrap();
    assert!(make("2024").status.success() && make("2023").status.success());
    let new = workspace.read(&format!("{folder}/report.yaml"));
    // Whatever was entered keeps its place: a figure, a sentence, a comment.
    let entered = [
        ("report.yaml", "制发: 待核对", "制发: 0"),
        ("report.yaml", "上年结转: {自然人: 待核对", "上年结转: {自然人: 0"),
        ("report.yaml", "状态: 起草", "# 张三填\n状态: 起草"),
        ("narrative.md", "按照《中华人民共和国政府信息公开条例》编制", "依法编制"),
    ];
    for (file, from, to) in entered {
        let path = format!("{folder}/{file}");
        let text = workspace.read(&path);
        workspace.replace(&path, from, to);
        let left = import(&workspace, &["年报.txt", "--agency", "jt"]);
        assert!(left.stdout.contains("已经有报告。要用读出来的替换它，加上 --force"), "{to}: {}", left.transcript());
        workspace.write(&path, text);
    }
    // Last year's that came since is no entry.
    workspace.write(
        "content/agencies/jt/2023/report.yaml",
        "年度: 2023\n申请: {本年新收: {自然人: 1}, 结转下年度: {自然人: 1}}\n",
    );
    let tried = import(&workspace, &["年报.txt", "--agency", "jt", "--dry-run"]);
    assert!(tried.stdout.contains("去掉 --dry-run 就写在"), "{}", tried.transcript());
    assert_eq!(workspace.read(&format!("{folder}/report.yaml")), new);
    let told = import(&workspace, &["年报.txt", "--agency", "jt"]);
    assert!(told.stdout.contains(&format!("写在 {folder}：")), "{}", told.transcript());
    assert!(!workspace.read(&format!("{folder}/report.yaml")).contains("待核对"), "{}", told.transcript());
}

#[test]
fn every_doubt_is_told_with_its_place_and_blocks() {
    let workspace = city();
    let path = document("spaces.txt");
    let json = imported_json(&workspace, &[path.to_str().unwrap(), "--agency", "ws"]);
    let report = &json["reports"][0];
    let text = workspace.read("content/agencies/ws/2023/report.yaml");
    assert!(text.contains("待核对"), "{text}");
    assert!(report["unverified"].as_u64() > Some(0), "{report}");
    let doubts = report["doubts"].as_array().unwrap();
    let figures = || doubts.iter().filter(|doubt| doubt["about"] == "figure");
    assert!(figures().count() > 0 && figures().all(|doubt| doubt["place"].is_string()), "{doubts:?}");
    let blamed = report["diagnostics"].as_array().unwrap();
    assert!(blamed.iter().any(|finding| finding["blame"] == "reading" && finding["blocking"] == true), "{blamed:?}");
    assert_eq!(nianbao(workspace.path(), ["check"]).output().unwrap().status.code(), Some(1));
}

#[test]
fn what_was_written_comes_first_and_of_much_the_first_few() {
    let workspace = city();
    let path = document("blanks-lost.txt");
    let args = [path.to_str().unwrap(), "--agency", "ws"];
    let told = import(&workspace, &args).stdout;
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines[1].starts_with("写在 content/agencies/ws/") && lines[2].starts_with("待核对的：表三"), "{told}");
    assert!(lines[3].starts_with("没有把握的 25 处") && lines[3].ends_with("先列 5 处："), "{told}");
    assert!(lines[4..9].iter().all(|line| line.starts_with("  表三") || line.starts_with("  标题")), "{told}");
    assert!(lines[9].starts_with("  其余 20 处：") && lines[9].contains("--page 核对.html"), "{told}");
    assert!(!told.contains("[V014]"), "cells are counted, not shown one by one: {told}");
    assert!(lines.len() < 80, "{told}");
    let left = import(&workspace, &args).stdout;
    assert!(left.lines().nth(1).unwrap().contains("一字不差，没有再写"), "{left}");
}

#[test]
fn several_files_make_one_report_or_one_a_year() {
    let workspace = city();
    bring(&workspace, "sheet-gbk.csv", "表格.csv");
    workspace.write(
        "正文.txt",
        "海棠市气象局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n全年主动公开信息12条。\n\n五、存在的主要问题及改进情况\n\n解读形式单一，将增加图解。\n\n六、其他需要报告的事项\n\n本年度没有收取信息处理费。\n",
    );
    let json = imported_json(&workspace, &["表格.csv", "正文.txt", "--agency", "qx"]);
    assert_eq!(json["reports"].as_array().unwrap().len(), 1, "{json}");
    assert_eq!(json["reports"][0]["files"], serde_json::json!(["表格.csv", "正文.txt"]));
    let narrative = workspace.read("content/agencies/qx/2024/narrative.md");
    assert!(narrative.contains("全年主动公开信息12条。") && narrative.contains("将增加图解"), "{narrative}");
    assert!(workspace.read("content/agencies/qx/2024/report.yaml").contains("本年新收"));

    bring(&workspace, "tabs.txt", "2024.txt");
    let earlier = workspace.read("2024.txt").replace("2024", "2023").replace("2025", "2024");
    workspace.write("2023.txt", earlier);
    bring(&workspace, "tabs.txt", "又一份.txt");
    let json = imported_json(&workspace, &["2024.txt", "2023.txt", "又一份.txt", "--agency", "jt"]);
    let years: Vec<&Value> = json["reports"].as_array().unwrap().iter().map(|report| &report["year"]).collect();
    assert_eq!(years, [2023, 2024]);
    assert_eq!(json["refused"][0]["file"], "又一份.txt");
    assert!(json["refused"][0]["reason"].as_str().unwrap().contains("与“2024.txt”是同一份报告"), "{json}");
}
