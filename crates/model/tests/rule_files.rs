//! A rule stands in the file that bears its code, and every such file is a rule that is checked.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use nianbao_model::{Kind, rules};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules")
}

/// The names of what lies in a folder, `.rs` left out.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    entries.map(|name| name.trim_end_matches(".rs").to_owned()).collect()
}

/// The codes that a name begins with: `y001_y002_carry_over` with Y001 and Y002.
fn codes(name: &str) -> Vec<String> {
    let is_code = |word: &&str| {
        word.len() == 4
            && word.starts_with(|c: char| c.is_ascii_lowercase())
            && word[1..].bytes().all(|byte| byte.is_ascii_digit())
    };
    name.split('_').take_while(is_code).map(str::to_uppercase).collect()
}

/// The kinds with the folder that their rules stand in.
fn kinds() -> BTreeSet<(Kind, String)> {
    rules::codes().map(|code| (code.kind, code.kind.name().replace('-', "_"))).collect()
}

#[test]
fn every_file_of_a_rule_begins_with_its_code_and_stands_with_its_kind() {
    let mut found = BTreeSet::new();
    for (kind, name) in kinds() {
        let files = names(&folder().join(name));
        found.extend(files.iter().flat_map(|file| codes(file)).map(|code| (code, kind)));
    }
    let registered: BTreeSet<(String, Kind)> = rules::codes().map(|code| (code.id.to_owned(), code.kind)).collect();
    assert_eq!(found, registered);
}

#[test]
fn a_file_declares_the_codes_of_its_name_and_no_others() {
    for (_, kind) in kinds() {
        let folder = folder().join(kind);
        for name in names(&folder) {
            let file = Some(folder.join(format!("{name}.rs"))).filter(|file| file.exists());
            let text = fs::read_to_string(file.unwrap_or(folder.join(&name).join("mod.rs"))).unwrap();
            let declared = text.lines().filter_map(|line| line.trim().strip_prefix("id: \"")?.strip_suffix("\","));
            assert_eq!(declared.collect::<Vec<_>>(), codes(&name), "{name}");
        }
    }
}
