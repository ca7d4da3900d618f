//! The result for programs: version 1.

use nianbao_importer::{Blame, Doubt, Subject};
use nianbao_loader::report_folder;
use serde::Serialize;
use serde_json::Value;

use super::result::{Imports, ReadReport};
use super::writing::Written;
use crate::{json, render};

#[derive(Serialize)]
struct ImportResult<'a> {
    version: u8,
    reports: Vec<ReportResult<'a>>,
    refused: Vec<RefusedFile<'a>>,
}

#[derive(Serialize)]
struct ReportResult<'a> {
    agency: &'a str,
    year: i16,
    files: Vec<&'a str>,
    folder: String,
    written: &'static str,
    made: Vec<&'a str>,
    figures: usize,
    unverified: usize,
    doubts: Vec<DoubtResult<'a>>,
    dropped: Vec<DroppedResult<'a>>,
    diagnostics: Vec<Value>,
    blocking: usize,
}

#[derive(Serialize)]
struct DoubtResult<'a> {
    about: &'static str,
    subject: String,
    message: &'a str,
    hint: Option<&'a str>,
    place: Option<String>,
}

#[derive(Serialize)]
struct DroppedResult<'a> {
    kind: &'a str,
    text: &'a str,
    place: String,
}

#[derive(Serialize)]
struct RefusedFile<'a> {
    file: &'a str,
    reason: &'a str,
}

pub(super) fn render(imports: &Imports) -> String {
    let refused = imports.refused.iter().map(|refused| RefusedFile { file: &refused.file, reason: &refused.why });
    json::document(&ImportResult {
        version: 1,
        reports: imports.reports.iter().map(|one| report(one, imports)).collect(),
        refused: refused.collect(),
    })
}

fn report<'a>(report: &'a ReadReport, imports: &Imports) -> ReportResult<'a> {
    let draft = &report.draft;
    let figures = report.figures();
    let dropped = draft.imported.dropped.iter().map(|dropped| DroppedResult {
        kind: &dropped.kind,
        text: &dropped.text,
        place: dropped.place.to_string(),
    });
    ReportResult {
        agency: draft.agency.as_str(),
        year: draft.year,
        files: draft.files.iter().map(|(name, _)| name.as_str()).collect(),
        folder: report_folder(&draft.agency, draft.year),
        written: written(&report.written),
        made: draft.made.iter().map(|(path, _)| path.as_str()).collect(),
        figures: figures.read,
        unverified: figures.unverified,
        doubts: draft.imported.doubts.iter().map(|one| doubt(report, one)).collect(),
        dropped: dropped.collect(),
        diagnostics: diagnostics(report, imports),
        blocking: report.blocking,
    }
}

fn written(written: &Written) -> &'static str {
    match written {
        Written::New => "new",
        Written::Replaced(_) => "replaced",
        Written::Already => "same",
        Written::Tried(_) => "tried",
        Written::Left | Written::LeftRecord => "left",
    }
}

fn doubt<'a>(report: &ReadReport, doubt: &'a Doubt) -> DoubtResult<'a> {
    let about = match doubt.subject {
        Subject::Document => "document",
        Subject::Record => "record",
        Subject::Figure(_) | Subject::Row(_) => "figure",
        Subject::Section(_) => "section",
    };
    DoubtResult {
        about,
        subject: report.subject(&doubt.subject),
        message: &doubt.message,
        hint: doubt.hint.as_deref(),
        place: doubt.spot.map(|spot| report.draft.place(spot)),
    }
}

/// As `check` has them, and whose fault each is.
fn diagnostics(report: &ReadReport, imports: &Imports) -> Vec<Value> {
    let mut values = render::values(&imports.checked, report.findings.iter().map(|(finding, _)| finding));
    for (value, (_, blame)) in values.iter_mut().zip(&report.findings) {
        if let Value::Object(members) = value {
            let blame = if *blame == Blame::Source { "source" } else { "reading" };
            members.insert("blame".to_owned(), blame.into());
        }
    }
    values
}
