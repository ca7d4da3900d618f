//! Acceptances against the findings that they name.

use super::{apply, codes};
use crate::report::Acceptance;
use crate::{
    Agency, AgencyId, Code, Diagnostic, FileId, Kind, Municipality, Report, Severity, Site, Span, Spanned, Status,
};

static ORDER: Code = code("C004", Kind::Sections, Severity::Warning);
static OLDER: Code = code("C008", Kind::Sections, Severity::Hint);
static MISSING: Code = code("C002", Kind::Sections, Severity::Error);
static NUMBER: Code = code("V001", Kind::Values, Severity::Error);
static CITY: Code = code("W900", Kind::City, Severity::Warning);
static GLYPH: Code = code("U900", Kind::Build, Severity::Warning);

const fn code(id: &'static str, kind: Kind, severity: Severity) -> Code {
    Code { id, kind, severity, title: "", docs: "" }
}

fn known() -> Vec<&'static Code> {
    [&[&ORDER, &OLDER, &MISSING, &NUMBER, &CITY, &GLYPH], codes()].concat()
}

fn spanned(text: &str) -> Spanned<String> {
    Spanned::new(text.to_owned(), Span::new(FileId(0), 0, text.len()))
}

fn report(year: i16, status: Status, accepts: &[&str]) -> Report {
    Report {
        status,
        acceptances: accepts.iter().map(|id| Acceptance { code: spanned(id), reason: spanned("理由。") }).collect(),
        ..Report::blank(year)
    }
}

fn city(reports: Vec<Report>) -> Municipality {
    let root = Agency {
        reports: reports.into_iter().map(|report| (report.year, report)).collect(),
        ..Agency::new(AgencyId::root(), spanned("某市人民政府"))
    };
    Municipality::new(Site::default(), root)
}

fn finding(code: &'static Code, agency: &str, year: i16) -> Diagnostic {
    let agency = if agency.is_empty() { AgencyId::root() } else { AgencyId::root().child(agency) };
    Diagnostic::new(code, "").about(&agency, year)
}

/// The codes of all findings after a report of 2024 accepts `accepts`, those accepted with `+` before them.
fn told(accepts: &[&str], mut findings: Vec<Diagnostic>) -> Vec<String> {
    apply(&city(vec![report(2024, Status::Draft, accepts)]), &mut findings, &known());
    let mark = |finding: &Diagnostic| if finding.accepted.is_some() { "+" } else { "" };
    findings.iter().map(|finding| format!("{}{}", mark(finding), finding.code.id)).collect()
}

#[test]
fn warnings_and_hints_of_the_report_are_accepted_all_of_a_code() {
    let findings = vec![
        finding(&ORDER, "", 2024),
        finding(&ORDER, "", 2024),
        finding(&OLDER, "", 2024),
        finding(&ORDER, "", 2023),
    ];
    assert_eq!(told(&["C004", "C008"], findings), ["+C004", "+C004", "+C008", "C004"]);
}

#[test]
fn what_was_not_found_is_told_and_errors_are_never_accepted() {
    assert_eq!(told(&["C004"], vec![]), ["A001"]);
    assert_eq!(told(&["C004"], vec![finding(&ORDER, "a", 2024)]), ["C004", "A001"]);
    assert_eq!(told(&["C002"], vec![finding(&MISSING, "", 2024)]), ["C002", "A002"]);
    assert_eq!(told(&["A001"], vec![]), ["A001"]);
}

#[test]
fn what_a_record_accepted_stands_as_it_was_published() {
    let mut findings = Vec::new();
    apply(&city(vec![report(2024, Status::Published, &["C004"])]), &mut findings, &known());
    assert!(findings.is_empty());
}

#[test]
fn where_rules_did_not_run_nothing_is_said_of_what_they_did_not_find() {
    assert_eq!(told(&["C004"], vec![finding(&NUMBER, "", 2023)]), ["V001"]);
    assert_eq!(told(&["C004"], vec![finding(&NUMBER, "a", 2024)]), ["V001", "A001"]);
    assert_eq!(told(&["W900"], vec![finding(&NUMBER, "a", 2024)]), ["V001"]);
    assert_eq!(told(&["U900"], vec![]), Vec::<String>::new());
}

#[test]
fn a_code_in_small_or_wide_letters_is_mended_and_no_other() {
    let edits = |written: &str| {
        let mut findings = Vec::new();
        apply(&city(vec![report(2024, Status::Draft, &[written])]), &mut findings, &known());
        let edits = findings.into_iter().flat_map(|finding| finding.edits);
        edits.map(|edit| edit.replacement).collect::<Vec<_>>()
    };
    assert_eq!([edits("c004"), edits("Ｃ００４")], [["C004"], ["C004"]]);
    assert_eq!(edits("C4"), Vec::<String>::new());
    assert_eq!(told(&["c004"], vec![finding(&ORDER, "", 2024)]), ["C004", "A003"]);
}

#[test]
fn a_warning_blocks_a_draft_if_asked_to_unless_it_is_accepted() {
    let blocks = |status, accepts: &[&str], code, least| {
        let (city, mut findings) = (city(vec![report(2024, status, accepts)]), vec![finding(code, "", 2024)]);
        apply(&city, &mut findings, &known());
        city.blocks(&findings[0], least)
    };
    assert!(!blocks(Status::Draft, &[], &ORDER, Severity::Error));
    assert!(blocks(Status::Draft, &[], &ORDER, Severity::Warning));
    assert!(!blocks(Status::Draft, &[], &OLDER, Severity::Warning));
    assert!(!blocks(Status::Draft, &["C004"], &ORDER, Severity::Warning));
    assert!(!blocks(Status::Published, &[], &ORDER, Severity::Warning));
    assert!(blocks(Status::Draft, &["C002"], &MISSING, Severity::Error));
    assert!(!blocks(Status::Published, &[], &MISSING, Severity::Warning));
    assert!(blocks(Status::Published, &[], &NUMBER, Severity::Error));
}

#[test]
fn explanations_have_their_headings() {
    for code in codes() {
        let headings: Vec<&str> = code.docs.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(headings, ["## 检查什么", "## 依据", "## 例", "## 怎样改"], "{}", code.id);
    }
}
