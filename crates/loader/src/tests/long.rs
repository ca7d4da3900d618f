//! Long inputs are read, or told to be too long; how long that takes is measured by `benches/readers`.

use super::Workspace;
use crate::load;

/// The codes that are found once each kind is counted once.
fn kinds(workspace: &Workspace) -> Vec<&'static str> {
    let mut codes = workspace.codes();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// So many keys that no form has.
fn keys(count: usize) -> String {
    (0..count).flat_map(|number| ["甲".to_owned(), number.to_string(), ": 1\n".to_owned()]).collect()
}

fn with_body(body: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.write("content/2024/narrative.md", super::NARRATIVE.replace("甲。", body));
    workspace
}

#[test]
fn each_of_many_keys_is_told() {
    let loaded = Workspace::with_report(&keys(5_000)).load();
    assert_eq!(loaded.diagnostics.len(), 5_000);
    assert!(loaded.diagnostics.iter().all(|finding| finding.code.id == "V020"));
}

#[test]
fn the_last_of_very_many_findings_says_how_many_there_are() {
    let loaded = Workspace::with_report(&keys(30_000)).load();
    assert_eq!(loaded.diagnostics.len(), 25_000);
    let last = loaded.diagnostics.last().expect("a finding");
    assert!(last.message.ends_with("（同样的问题还有 5000 处，没有列出）"), "{}", last.message);
}

#[test]
fn braces_that_nothing_closes_are_each_told() {
    let found = with_body(&"{{".repeat(5_000)).load().diagnostics;
    assert_eq!(found.iter().filter(|finding| finding.code.id == "S051").count(), 5_000);
}

#[test]
fn a_very_long_title_is_told_in_a_message_that_can_be_read() {
    let found = with_body(&format!("# {}\n", "总体情况".repeat(20_000))).load().diagnostics;
    let title = found.iter().find(|finding| finding.code.id == "C001").expect("is no title");
    assert!(title.message.chars().count() < 700, "{}", title.message);
}

#[test]
fn what_no_report_has_is_told() {
    assert_eq!(kinds(&with_body(&">".repeat(100_000))), ["S041"]);
    let wide = format!("|{}\n|{}\n|乙|\n", "甲|".repeat(101), "-|".repeat(101));
    assert!(kinds(&with_body(&wide)).contains(&"S041"));
    let long = format!("甲。\n\n|甲|乙|\n|-|-|\n{}", "|丙|丁|\n".repeat(10_001));
    assert_eq!(kinds(&with_body(&long)), ["S041"]);
    let name = format!("名称: {}\n", "甲".repeat(5_001));
    let workspace = Workspace::new();
    workspace.write("content/agency.yaml", name);
    let loaded = load(&crate::Disk::new(workspace.path(""))).expect("a workspace");
    assert_eq!(loaded.diagnostics[0].code.id, "V032");
    assert_eq!(loaded.municipality.expect("a municipality").root.name.value.chars().count(), 5_000);
    let workspace = Workspace::new();
    workspace.write("content/2024/narrative.md", "长".repeat(400_000));
    assert_eq!(kinds(&workspace), ["S003"]);
}
