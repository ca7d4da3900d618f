//! Files that were made to do harm, damaged ones and things that are no files: each is told in plain words and costs no
//! other, nothing outside the folder of the report is touched, and what a document says arrives as text.

#![cfg(unix)]

mod damaged;
mod injected;
mod made;
mod named;
mod special;

use std::collections::BTreeMap;
use std::fs;

use nianbao_tests::{Workspace, nianbao, read_tree, repository};
use serde_json::Value;

const GOOD: &str = "年报.txt";

/// A workspace of one agency, and its report in a folder of files that are to be imported.
fn city() -> Workspace {
    let workspace = Workspace::empty();
    workspace.write("content/site.yaml", "网站名称: 测试\n");
    workspace.write("content/agency.yaml", "名称: 海州市人民政府\n");
    workspace.write("content/agencies/jt/agency.yaml", "名称: 平湖市交通运输局\n");
    workspace.write(&format!("收来的/{GOOD}"), document("tabs.txt"));
    workspace
}

/// One of the documents that tests import.
fn document(name: &str) -> Vec<u8> {
    fs::read(repository().join("tests/data/import").join(name)).expect("a document")
}

/// What became of the files of a folder.
struct Imported {
    reports: Value,
    /// Why each of the others was not read.
    refused: BTreeMap<String, String>,
}

/// Imports the whole folder: the good report in it is written, and nothing outside the folders of reports.
fn import_all(workspace: &Workspace) -> Imported {
    let before = read_tree(&workspace.path().join("content"));
    let output = nianbao(workspace.path(), ["import", "--batch", "收来的", "--format", "json"]).output().unwrap();
    let told = String::from_utf8(output.stdout).expect("UTF-8");
    let told: Value =
        serde_json::from_str(&told).unwrap_or_else(|_| panic!("{told}{}", String::from_utf8_lossy(&output.stderr)));
    let after = read_tree(&workspace.path().join("content"));
    let made: Vec<_> = after.iter().filter(|(path, bytes)| before.get(*path) != Some(*bytes)).collect();
    assert!(made.iter().all(|(path, _)| path.starts_with("agencies/jt/20")), "{:?}", after.keys());
    assert!(before.keys().all(|path| after.contains_key(path)));
    let reports = told["reports"].clone();
    let good =
        reports.as_array().unwrap().iter().any(|report| report["files"][0] == GOOD && report["written"] == "new");
    assert!(good, "{told}");
    let refused: BTreeMap<String, String> = told["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| (file["file"].as_str().unwrap().to_owned(), file["reason"].as_str().unwrap().to_owned()))
        .collect();
    // What is left to do, in a report or since a file was refused, is no success and no failure of the program either.
    let left = !refused.is_empty() || reports.as_array().unwrap().iter().any(|report| report["blocking"] != 0);
    assert_eq!(output.status.code(), Some(i32::from(left)), "{told}");
    Imported { reports, refused }
}

impl Imported {
    /// Each of `files` was refused for a reason that says what is in the second place of it.
    fn assert_refused(&self, files: &[(&str, &str)]) {
        for (name, reason) in files {
            let told = self.refused.get(*name).unwrap_or_else(|| panic!("{name} was not refused: {:?}", self.refused));
            assert!(told.contains(reason), "{name}: {told}");
        }
    }
}
