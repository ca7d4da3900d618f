//! Whatever is published or handed over imports back to the same report: held piece by piece, as printed, over generated
//! reports of both forms. `printed.rs` says what a format does not print.
//!
//! A few cases by themselves; `PROPTEST_CASES=500 cargo test --workspace --test e2e -- round_trip` makes more.

mod edited;
mod made;
mod printed;
mod prose;
mod reports;

use std::env;

use nianbao_importer::{Doubt, Subject, read, recognise};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use made::Format;
use printed::printed;
use reports::Reported;

/// So many cases are held in a usual run, where a file is made at once.
const CHEAP: u32 = 12;

/// So many are held where a file has to be typeset.
const DEAR: u32 = 4;

/// Holds a format over generated reports.
fn hold(format: Format, cases: u32) {
    let cases = env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 20, ..Config::default() };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, seed);
    let held = runner.run(&reports::reported(format.most()), |reported| comes_back(&reported, format));
    held.unwrap_or_else(|error| panic!("{format:?}: {error}"));
}

/// Whether a report comes back from its file, without a doubt.
fn comes_back(reported: &Reported, format: Format) -> Result<(), TestCaseError> {
    let mut documents = format
        .files(reported)
        .into_iter()
        .map(|(name, bytes)| read(&name, &bytes).map_err(|error| TestCaseError::fail(error.to_string())));
    let mut document = documents.next().expect("a file")?;
    for further in documents {
        document.append(further?);
    }
    let imported = recognise(&document, (!format.is_whole()).then(|| reported.agency_and_report().1.year));
    let (agency, report) = reported.agency_and_report();
    let expected = printed(agency, report, format);
    let found = printed(agency, &imported.report, format);
    prop_assert!(found == expected, "{}\n{:#?}", difference(&found, &expected), imported.doubts);
    // What a format does not print may be doubted; figures may not, but for a table of the form that nothing was filled into.
    let doubted = |doubt: &&Doubt| match doubt.subject {
        Subject::Figure(_) | Subject::Row(_) => format != Format::Form || !doubt.message.contains("整张是空白"),
        Subject::Document => true,
        _ => false,
    };
    prop_assert_eq!(imported.doubts.iter().find(doubted), None);
    Ok(())
}

/// The lines in which two reports differ, each with its neighbour before it.
fn difference(found: &[String], expected: &[String]) -> String {
    let at = found.iter().zip(expected).take_while(|(found, expected)| found == expected).count();
    let around =
        |lines: &[String]| lines.iter().skip(at.saturating_sub(2)).take(7).cloned().collect::<Vec<_>>().join("\n");
    format!("\nfound:\n{}\n\nexpected:\n{}\n", around(found), around(expected))
}

#[test]
fn a_page_comes_back() {
    hold(Format::Page, CHEAP);
}

#[test]
fn an_article_comes_back() {
    hold(Format::Cms, CHEAP);
}

#[test]
fn a_word_file_comes_back() {
    hold(Format::Docx, CHEAP);
}

#[test]
fn data_come_back() {
    hold(Format::Json, CHEAP);
}

#[test]
fn tables_come_back() {
    hold(Format::Csv, CHEAP);
}

#[test]
fn a_workbook_comes_back() {
    hold(Format::Xlsx, CHEAP);
}

#[test]
fn a_pdf_comes_back() {
    hold(Format::Pdf, DEAR);
}

#[test]
fn a_form_comes_back() {
    hold(Format::Form, CHEAP);
}
