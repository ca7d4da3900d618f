//! Names: within a crate each means one type.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use nianbao_tests::repository;

use super::{collect, text};

#[test]
fn no_two_types_of_a_crate_have_one_name() {
    for entry in fs::read_dir(repository().join("crates")).unwrap() {
        let folder = entry.unwrap();
        let name = folder.file_name().to_string_lossy().into_owned();
        for (declared, files) in types(&folder.path().join("src")) {
            assert!(files.len() == 1, "crates/{name} has several types {declared}: {files:#?}");
        }
    }
}

/// Every type below a folder with the files that declare it, tests aside.
fn types(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let mut files = Vec::new();
    collect(folder, "rs", &mut files);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files {
        let path = file.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        if path.split(['/', '.']).any(|part| part == "tests") {
            continue;
        }
        for name in text(&file).lines().filter_map(declared) {
            found.entry(name.to_owned()).or_default().push(path.clone());
        }
    }
    found
}

/// The type that a line declares; one within another item, such as a trait's own, is not meant.
fn declared(line: &str) -> Option<&str> {
    let item = match line.strip_prefix("pub") {
        Some(rest) => {
            rest.strip_prefix("(crate)").or_else(|| rest.strip_prefix("(super)")).unwrap_or(rest).trim_start()
        }
        None => line,
    };
    let (keyword, rest) = item.split_once(' ')?;
    let declares = ["struct", "enum", "trait", "type"].contains(&keyword);
    declares.then(|| rest.split(|c: char| !c.is_alphanumeric()).next()).flatten()
}

#[test]
fn declarations_are_recognised() {
    let lines = [
        ("pub struct Report {", Some("Report")),
        ("pub(crate) enum Kind<'a> {", Some("Kind")),
        ("pub(super) type Tree = BTreeMap<String, Vec<u8>>;", Some("Tree")),
        ("struct Pair(u8, u8);", Some("Pair")),
        ("pub trait Files: Sync {", Some("Files")),
        ("    type Item = u8;", None),
        ("pub fn structure() {", None),
        ("impl Report {", None),
    ];
    for (line, name) in lines {
        assert_eq!(declared(line), name, "{line}");
    }
}
