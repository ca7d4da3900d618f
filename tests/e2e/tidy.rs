//! Rules of the house that no compiler knows.

mod crates;
mod disk;
mod names;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use nianbao_tests::repository;

/// Where people write: what is expected or made stands elsewhere.
const WRITTEN: [&str; 4] = ["crates", "templates", "tests/e2e", "tests/src"];

/// Every file that people write with this ending.
fn files(ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in WRITTEN {
        collect(&repository().join(folder), ending, &mut found);
    }
    found
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}

#[test]
fn every_module_says_what_it_is() {
    for file in files("rs") {
        assert!(text(&file).starts_with("//!"), "{} does not begin with //!", file.display());
    }
}

#[test]
fn files_stay_small() {
    let mut lengths: Vec<usize> = Vec::new();
    for ending in ["rs", "html", "typ", "css"] {
        for file in files(ending) {
            let length = text(&file).lines().count();
            assert!(length <= 400, "{} has {length} lines", file.display());
            if ending == "rs" {
                lengths.push(length);
            }
        }
    }
    lengths.sort_unstable();
    assert!(lengths[lengths.len() / 2] < 150);
}

/// Each invariant of docs/architecture.md that names a library: only these folders may.
#[test]
fn each_library_is_named_in_one_place() {
    let places = [
        ("typst", "crates/builder/src/pdf/"),
        ("typst_kit", "crates/builder/src/pdf/"),
        ("libdeflater", "crates/builder/src/pdf/"),
        ("libdeflater", "crates/builder/src/search/gzip.rs"),
        ("tera", "crates/builder/src/html/"),
        ("rust_xlsxwriter", "crates/builder/src/data/"),
        ("resvg", "crates/picture/src/"),
        ("image", "crates/picture/src/"),
        ("simplecss", "crates/picture/src/svg/"),
        ("pagefind", "crates/builder/src/search/"),
        ("minicbor", "crates/builder/src/search/"),
        ("pinyin", "crates/model/src/initials.rs"),
        ("serde_yaml", "crates/loader/src/yaml/"),
        ("pulldown_cmark", "crates/loader/src/markdown/"),
        ("pulldown_cmark", "crates/importer/src/read/markdown/"),
        ("pulldown_cmark", "crates/server/src/help/"),
        ("annotate_snippets", "crates/cli/src/render/"),
        ("similar", "crates/cli/src/render/"),
        ("axum", "crates/server/src/http.rs"),
        ("hyper", "crates/server/src/connections"),
        ("notify", "crates/server/src/watcher.rs"),
        ("lsp_server", "crates/lsp/src/"),
        ("gen_lsp_types", "crates/lsp/src/"),
        ("html5ever", "crates/importer/src/read/html/"),
        ("calamine", "crates/importer/src/read/workbook/"),
        ("roxmltree", "crates/importer/src/read/docx/"),
        ("roxmltree", "crates/importer/src/read/workbook/hidden.rs"),
        ("roxmltree", "crates/picture/src/svg/"),
        ("hayro_interpret", "crates/importer/src/read/pdf/"),
    ];
    for file in files("rs") {
        let path = file.strip_prefix(repository()).unwrap().to_string_lossy().into_owned();
        // A test may judge with a library that the program uses.
        if path.starts_with("tests/") || path.split(['/', '.']).any(|part| part == "tests") {
            continue;
        }
        for (library, place) in places {
            let used = text(&file).lines().any(|line| uses(line, library));
            let mut own = places.iter().filter(|(other, _)| *other == library);
            assert!(
                !used || own.any(|(_, place)| path.starts_with(place)),
                "{path} names {library}, which belongs to {place}"
            );
        }
        // Tests look into PDFs, too.
        let packs = path.starts_with("crates/") && text(&file).lines().any(|line| uses(line, "lopdf"));
        assert!(!packs || path.starts_with("crates/builder/src/pdf/"), "{path} names lopdf");
    }
}

fn uses(line: &str, library: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.contains(&format!("use {library}::"))
        || code.contains(&format!("{library}::")) && !code.contains(&format!("_{library}::"))
}

#[test]
fn the_model_touches_neither_disk_nor_clock() {
    for file in files("rs") {
        let path = file.strip_prefix(repository()).unwrap().to_string_lossy().into_owned();
        if path.starts_with("crates/model/src/") {
            for forbidden in ["std::fs", "std::io", "std::env", "std::time", "SystemTime", "now()"] {
                assert!(!text(&file).contains(forbidden), "{path} uses {forbidden}");
            }
        }
    }
}

/// What is read comes through `Files`. Writing, and looking for a workspace, are of the disk by nature.
#[test]
fn the_loader_touches_the_disk_in_three_places() {
    let places = ["files/disk.rs", "edit/write.rs", "workspace.rs"].map(|place| format!("crates/loader/src/{place}"));
    for file in files("rs") {
        let path = file.strip_prefix(repository()).unwrap().to_string_lossy().into_owned();
        let of_tests = path.contains("/tests/") || path.ends_with("/tests.rs");
        if path.starts_with("crates/loader/src/") && !of_tests && !places.contains(&path) {
            for disk in ["std::fs", "fs::", "walkdir", "tempfile", ".is_dir()", ".is_file()", ".exists()"] {
                assert!(!text(&file).contains(disk), "{path} uses {disk}");
            }
        }
    }
}

/// A program is started where what it may do is bounded.
#[test]
fn programs_are_started_in_three_rooms() {
    let places = ["crates/loader/src/files/git/", "crates/cli/src/reading/", "crates/cli/src/browser.rs"];
    for file in files("rs") {
        let path = file.strip_prefix(repository()).unwrap().to_string_lossy().into_owned();
        let of_tests = path.starts_with("tests/") || path.contains("/tests/") || path.ends_with("/tests.rs");
        if !of_tests && !places.iter().any(|place| path.starts_with(place)) {
            assert!(
                !text(&file).contains("process::{Command") && !text(&file).contains("process::Command"),
                "{path} starts a program"
            );
            assert!(!text(&file).contains("Command::new("), "{path} starts a program");
        }
    }
}

#[test]
fn nothing_is_left_for_later_without_an_issue() {
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat()];
    for file in files("rs") {
        for mark in &marks {
            assert!(!text(&file).contains(mark.as_str()), "{} holds a {mark}", file.display());
        }
    }
}
