//! Whole sites against the ones expected, both ways complete but for the index that is searched.

use std::fs;

use nianbao_tests::{Finished, Workspace, assert_golden, nianbao, repository};

fn assert_site(case: &str) {
    let workspace = Workspace::copy_of(&format!("tests/sites/{case}"));
    let built: Finished = nianbao(workspace.path(), ["build", "--no-pdf"]).output().unwrap().into();
    assert_eq!(built.status, Some(0), "{}", built.transcript());
    let site = workspace.path().join("dist/site");
    fs::remove_dir_all(site.join("pagefind")).unwrap();
    let expected = repository().join("tests/sites").join(case).join("expected");
    assert_golden(&site, &expected);
}

/// Two agencies, a government and three years: every kind of block, remarks, notes, corrections, look-ups.
#[test]
fn everything() {
    assert_site("everything");
}

/// Reports on the form of 2019, and one that prints （六）其他处理 in one row.
#[test]
fn older_forms() {
    assert_site("older-forms");
}

/// A workspace in its first minute: a government without a report.
#[test]
fn nothing_yet() {
    assert_site("nothing-yet");
}

/// A city with its agencies in groups, two years, a superior that sums up, and a report that is missing.
#[test]
fn small_city() {
    assert_site("small-city");
}
