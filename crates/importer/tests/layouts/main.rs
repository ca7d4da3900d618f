//! Published reports in every shape that they come in, each held against values written by hand: every figure is read
//! right or named as uncertain where a careful reader may be. tests/data/import/README.md says what is special in each.
//!
//! `NIANBAO_LAYOUTS=FOLDER cargo test -p nianbao-importer --test layouts` does the same for documents of your own.

mod comparison;
mod expected;
mod figures;
mod prose;
mod record;

use std::path::{Path, PathBuf};
use std::{env, fs};

use comparison::Comparison;
use expected::Expected;
use nianbao_importer::{read, recognise};

#[test]
fn layouts_made_for_the_tests_are_read_right() {
    hold(&env::var_os("NIANBAO_LAYOUTS").map_or_else(made, PathBuf::from));
}

#[test]
fn published_reports_are_read_right() {
    hold(&made().join("real"));
}

fn made() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/import")
}

/// Holds every document of `folder` that has values beside it against them.
#[expect(clippy::print_stdout, reason = "the table is what one measures with, shown by --nocapture")]
fn hold(folder: &Path) {
    let comparisons: Vec<_> = documents(folder).iter().map(|(document, values)| compare(document, values)).collect();
    assert!(!comparisons.is_empty(), "no document with values in {}", folder.display());
    let table: String = comparisons.iter().map(Comparison::line).collect();
    let sum = comparison::sum(&comparisons);
    let faults: String = comparisons.iter().map(Comparison::faults).collect();
    println!("{table}{sum}");
    assert!(faults.is_empty(), "\n{table}{sum}\n{faults}");
}

/// The documents of `folder`, each with its values: the `.json` file of the same name.
fn documents(folder: &Path) -> Vec<(PathBuf, PathBuf)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|file| file.is_file()).collect();
    files.sort();
    let is_document = |file: &&PathBuf| file.extension().is_some_and(|ending| ending != "json");
    let with_values = files.iter().filter(is_document).map(|file| (file.clone(), file.with_extension("json")));
    with_values.filter(|(_, values)| values.is_file()).collect()
}

fn compare(document: &Path, values: &Path) -> Comparison {
    let name = document.file_name().unwrap().to_string_lossy().into_owned();
    let expected: Expected = serde_json::from_slice(&fs::read(values).unwrap())
        .unwrap_or_else(|error| panic!("{}: {error}", values.display()));
    let mut comparison = Comparison::of(&name);
    match (read(&name, &fs::read(document).unwrap()), &expected.refused) {
        (Err(error), Some(part)) => comparison.contains("refusal", &error.to_string(), part),
        (Err(error), None) => comparison.fault(format!("not read: {error}")),
        (Ok(_), Some(_)) => comparison.fault("read, but should be refused".to_owned()),
        (Ok(document), None) => {
            let imported = recognise(&document, None);
            record::compare(&imported, &expected, &mut comparison);
            figures::compare(&imported, &expected, &mut comparison);
            prose::compare(&imported, &expected, &mut comparison);
        }
    }
    comparison
}
