//! Each message among the most common mistakes is what the program says of that mistake. `SNAPSHOTS=overwrite` writes them anew.

use std::collections::BTreeMap;
use std::fs;

use nianbao_tests::{Workspace, nianbao};
use serde_json::Value;

use super::{CITY, accepts, docs};

const REPORT: &str = "content/agencies/daj/2025/report.yaml";
const NARRATIVE: &str = "content/agencies/daj/2025/narrative.md";

/// Each code with the mistake that the manual tells it of: the file, what stood there, and what stands there by mistake.
const MISTAKES: [(&str, &str, &str, &str); 12] = [
    ("B001", REPORT, "结转下年度: {自然人: 2}", "结转下年度: {自然人: 0}"),
    ("N001", NARRATIVE, "申请9件", "申请12件"),
    ("Y001", REPORT, "上年结转: {自然人: 1}", "上年结转: {自然人: 0}"),
    ("V014", REPORT, "行政处罚: 18", "行政处罚: 待核对"),
    ("W006", NARRATIVE, "共138条", "共XX条"),
    (
        "C005",
        NARRATIVE,
        "存在的问题：一是目录的分类不便查找，二是有的科室报送信息较慢。\n\n\
         改进措施：按主题重新编排目录；把报送时间写进各科室的任务单，每月通报一次。\n\n",
        "",
    ),
    ("P001", NARRATIVE, "# 总体情况", "本报告的统计期限为2024年1月1日至2024年12月31日。\n\n# 总体情况"),
    ("C103", NARRATIVE, "2025年没有收取政府信息公开信息处理费。", "没有其他需要报告的事项。"),
    ("V008", REPORT, "{自然人: 7, 商业企业: 2}", "{自然人: 7, 商业企业: 2, 总计: 9}"),
    ("S021", REPORT, "行政处罚: 18", "行政处罚：18"),
    ("S023", REPORT, "  行政处罚: 18", "　　行政处罚: 18"),
    ("S049", NARRATIVE, "今年在门户", "![](图.png)\n\n今年在门户"),
];

/// What the program says of a mistake, in the manual's two lines.
fn told(code: &str, file: &str, right: &str, wrong: &str) -> String {
    let workspace = Workspace::copy_of(CITY);
    workspace.replace(file, right, wrong);
    let checked = nianbao(workspace.path(), ["check", "--only", "daj", "--format", "json"]).output().unwrap();
    let checked: Value = serde_json::from_slice(&checked.stdout).unwrap();
    let findings = checked["diagnostics"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["code"] == code);
    let finding = finding.unwrap_or_else(|| panic!("{code} is not found: {checked:#}"));
    let text = |name: &str| finding[name].as_str().unwrap().to_owned();
    let severity = match text("severity").as_str() {
        "error" => "错误",
        "warning" => "警告",
        _ => "提示",
    };
    format!("    {severity}[{code}]: {}\n    怎样改：{}\n", text("message"), text("help"))
}

/// The manual's page with each message as the program tells it.
fn fresh(page: &str, messages: &BTreeMap<&str, String>) -> String {
    let mut fresh = String::new();
    let mut lines = page.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let code =
            line.strip_prefix("    ").and_then(|line| line.split_once("]: ")?.0.split_once('[')).map(|(_, code)| code);
        match code.and_then(|code| messages.get(code)) {
            Some(message) => {
                fresh.push_str(message);
                lines.next();
            }
            None => fresh.push_str(line),
        }
    }
    fresh
}

#[test]
fn each_message_in_the_manual_is_what_the_program_says() {
    let messages: BTreeMap<&str, String> =
        MISTAKES.iter().map(|(code, file, right, wrong)| (*code, told(code, file, right, wrong))).collect();
    let file = docs().join("手册/常见错误.md");
    let page = fs::read_to_string(&file).unwrap();
    let (common, _) = page.split_once("\n## 它检查什么").expect("the ten mistakes come first");
    for (code, message) in &messages {
        assert!(accepts() || common.contains(message.as_str()), "the manual does not say of {code}:\n{message}");
    }
    let told = common.lines().filter(|line| line.starts_with("    ") && line.contains("]: ")).count();
    assert_eq!(told, MISTAKES.len(), "a message in the manual has no mistake here");
    assert_eq!(common.matches("\n## ").count(), 10);
    if accepts() {
        let fresh = fresh(common, &messages);
        fs::write(&file, page.replacen(common, &fresh, 1)).unwrap();
    }
}

/// What the examples are planted in is right by itself.
#[test]
fn the_example_without_a_mistake_is_clean() {
    let workspace = Workspace::copy_of(CITY);
    let checked = nianbao(workspace.path(), ["check", "--only", "daj", "--format", "json"]).output().unwrap();
    let checked: Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!(checked["diagnostics"], serde_json::json!([]));
}
