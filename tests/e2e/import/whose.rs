//! Whose report a file is: what somebody says, and what the file says otherwise.

use nianbao_tests::Workspace;
use serde_json::Value;

use super::{bring, city, import, imported_json};

/// A file with the report of a district's office above that of the city's, which is of another year.
fn two() -> Workspace {
    let workspace = city();
    bring(&workspace, "tabs.txt", "局.txt");
    let own = workspace.read("局.txt");
    let district = own.replace("平湖市交通运输局", "平湖市乙水区交通运输局");
    workspace.write("区.txt", &district);
    workspace.write("两份.txt", format!("{}\n{own}", district.replace("2024", "2023").replace("2025", "2024")));
    workspace
}

fn doubts(json: &Value) -> String {
    json["reports"][0]["doubts"].to_string()
}

#[test]
fn a_name_that_is_only_alike_is_told() {
    let json = imported_json(&two(), &["区.txt", "--agency", "jt"]);
    let told = "文件里写的机关是“平湖市乙水区交通运输局”，放到了“平湖市交通运输局”";
    assert!(doubts(&json).contains(told), "{json}");
}

#[test]
fn the_title_of_another_agency_or_year_is_told_and_left_out() {
    let workspace = two();
    // As it is usual, and as it is worded otherwise.
    workspace.write("别样.txt", workspace.read("区.txt").replacen("政府信息公开工作年度报告", "政府信息公开年报", 1));
    for (file, args, told) in [
        ("区.txt", ["--agency", "ws"], "标题也按“松陵市卫生健康委员会”印"),
        ("别样.txt", ["--agency", "jt"], "原文的标题“平湖市乙水区交通运输局2024年政府信息公开年报”没有放进来"),
        ("局.txt", ["--year", "2023"], "标题也按 2023 年印"),
    ] {
        let json = imported_json(&workspace, &[&[file, "--force"][..], &args].concat());
        assert!(doubts(&json).contains(told), "{json}");
        let (agency, year) = (json["reports"][0]["agency"].as_str().unwrap(), &json["reports"][0]["year"]);
        let report = workspace.read(&format!("content/agencies/{agency}/{year}/report.yaml"));
        assert!(!report.contains("标题"), "{report}");
    }
    // What is said in another way of the right agency is kept.
    workspace.write("本局.txt", workspace.read("局.txt").replacen("政府信息公开工作年度报告", "政府信息公开年报", 1));
    imported_json(&workspace, &["本局.txt", "--agency", "jt", "--force"]);
    let report = workspace.read("content/agencies/jt/2024/report.yaml");
    assert!(report.contains("标题: 平湖市交通运输局2024年政府信息公开年报"), "{report}");
}

#[test]
fn of_several_reports_that_of_the_agency_and_the_year_is_taken() {
    for asked in [["--agency", "jt"], ["--year", "2024"]] {
        let workspace = two();
        let json = imported_json(&workspace, &[&["两份.txt"][..], &asked].concat());
        assert_eq!(
            (&json["reports"][0]["agency"], &json["reports"][0]["year"]),
            (&"jt".into(), &2024.into()),
            "{json}"
        );
        assert!(!doubts(&json).contains("放到了"), "{json}");
        assert!(doubts(&json).contains("原文里有 2 份报告"), "{json}");
        assert!(!workspace.read("content/agencies/jt/2024/narrative.md").contains("2023年"));
    }
}

#[test]
fn an_unknown_agency_is_told_with_the_way_to_its_name() {
    let told = import(&two(), &["局.txt", "--agency", "不存在局"]);
    assert!(told.stderr.contains("没有叫“不存在局”的机关；机关的名称写在"), "{}", told.transcript());
}
