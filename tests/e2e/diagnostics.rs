//! Every code that is not a rule has an example of the mistake that it is about, in
//! `invalid/<CODE>-<what>/`, with the text that a person is shown. Rules have theirs in `rules/`.

use std::collections::BTreeSet;
use std::fs;

use nianbao_model::rules;
use nianbao_tests::{Finished, Workspace, nianbao, repository};
use snapbox::{Data, assert_data_eq};

use super::rules::codes;

pub(crate) fn cases() -> Vec<String> {
    let folder = repository().join("tests/invalid");
    let mut cases: Vec<String> =
        fs::read_dir(folder).unwrap().map(|case| case.unwrap().file_name().into_string().unwrap()).collect();
    cases.sort();
    cases
}

fn code_of(case: &str) -> &str {
    case.split('-').next().unwrap_or(case)
}

/// Only a build finds what is wrong with the making of files.
pub(crate) fn command(case: &str) -> &'static str {
    if case.starts_with('U') { "build" } else { "check" }
}

/// The workspace of a case. Two mistakes are too large to be kept in a folder.
pub(crate) fn workspace(case: &str) -> Workspace {
    let workspace = Workspace::copy_of(&format!("tests/invalid/{case}"));
    match code_of(case) {
        "S003" => workspace.write("content/2024/narrative.md", "长".repeat(400_000)),
        "V032" => workspace.write("content/agency.yaml", format!("名称: {}\n", "报告全文".repeat(2_000))),
        _ => {}
    }
    workspace
}

#[test]
fn each_mistake_is_told_as_expected() {
    for case in cases() {
        let workspace = workspace(&case);
        let told: Finished = nianbao(workspace.path(), [command(&case)]).output().unwrap().into();
        assert!(told.stdout.contains(&format!("[{}]", code_of(&case))), "{case}\n{}", told.transcript());
        let expected = repository().join("tests/invalid").join(&case).join("expected.txt");
        assert_data_eq!(told.transcript(), Data::read_from(&expected, None).raw());
    }
}

/// A folder that Windows takes, texts of a few lines, and contents that we know cannot give an example of these;
/// `buildable.rs` tests them.
const WITHOUT_EXAMPLE: [&str; 4] = ["U003", "U011", "U012", "U013"];

#[test]
fn each_code_that_is_not_a_rule_has_an_example() {
    let examples = cases();
    let shown: BTreeSet<&str> = examples.iter().map(|case| code_of(case)).collect();
    let rules: BTreeSet<&str> = rules::codes().map(|rule| rule.id).collect();
    let known = |code: &&str| shown.contains(code) || rules.contains(code) || WITHOUT_EXAMPLE.contains(code);
    let missing: Vec<&str> = codes().iter().map(|code| code.id).filter(|code| !known(code)).collect();
    assert!(missing.is_empty(), "no example in tests/invalid for {missing:?}");
}

#[test]
fn machines_are_told_the_same() {
    for case in cases() {
        let workspace = workspace(&case);
        let told: Finished = nianbao(workspace.path(), [command(&case), "--format", "json"]).output().unwrap().into();
        let json: serde_json::Value = serde_json::from_str(&told.stdout).expect("JSON");
        assert_eq!(json["version"], 1, "{case}");
        let findings = json["diagnostics"].as_array().expect("a list");
        assert!(findings.iter().any(|finding| finding["code"] == code_of(&case)), "{case}: {findings:?}");
        let blocking = findings.iter().filter(|finding| finding["blocking"] == true).count();
        assert_eq!(json["summary"]["blocking"], blocking, "{case}");
        assert_eq!(told.status, Some(i32::from(blocking > 0)), "{case}");
    }
}
