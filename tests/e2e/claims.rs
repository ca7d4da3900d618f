//! How well the reader of claims does on sentences labelled by hand (`corpus/`).

use std::fs;
use std::io::Write as _;

use nianbao_tests::corpus::{Score, evaluate};
use nianbao_tests::repository;

/// What is asked of the reader, in percent.
const ENOUGH: f64 = 95.0;

#[test]
fn claims_are_read_as_a_person_reads_them() {
    let folder = repository().join("tests/corpus");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.file_name().is_some_and(|name| name != "README.md"));
    files.sort();
    let (mut score, mut mistakes) = (Score::default(), Vec::new());
    let mut known = Vec::new();
    for file in files {
        let (one, told) = evaluate(&fs::read_to_string(&file).unwrap());
        score += one;
        if file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("known-")) {
            known.extend(told.iter().cloned());
        }
        mistakes.extend(told.into_iter().map(|line| format!("{}: {line}", file.display())));
    }
    // Past the capture of the test harness: the figures are for whoever runs the tests.
    writeln!(std::io::stderr(), "reader of claims: {score}").unwrap();
    assert!(score.sentences >= 800, "{score}");
    assert!(known.is_empty(), "{}", known.join("\n"));
    let shares = [score.claim_precision(), score.claim_recall(), score.fault_precision(), score.fault_recall()];
    assert!(shares.iter().all(|share| *share >= ENOUGH), "{score}\n{}", mistakes.join("\n"));
}
