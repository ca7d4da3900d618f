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
