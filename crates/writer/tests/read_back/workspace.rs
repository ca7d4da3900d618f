//! A municipality written to files and read again.

use std::collections::BTreeMap;

use nianbao_loader::Memory;
use nianbao_model::{Agency, Municipality, Site};
use nianbao_writer::Style;

/// The files of a municipality by their paths. Pictures lie beside what shows them.
pub(crate) fn files(municipality: &Municipality, style: Style) -> BTreeMap<String, Vec<u8>> {
    let Site { emblem, .. } = &municipality.site;
    let mut files =
        BTreeMap::from([("content/site.yaml".to_owned(), nianbao_writer::site(&municipality.site).into_bytes())]);
    let picture = emblem.as_ref().and_then(|emblem| emblem.picture.as_ref());
    files.extend(picture.map(|picture| (format!("content/{}", picture.name), picture.bytes.clone())));
    for agency in municipality.agencies() {
        files.extend(of_agency(agency, style));
    }
    files
}

fn of_agency(agency: &Agency, style: Style) -> BTreeMap<String, Vec<u8>> {
    let steps = agency.id.as_str().split('/').filter(|step| !step.is_empty());
    let folder = steps.fold("content/".to_owned(), |folder, step| format!("{folder}agencies/{step}/"));
    let mut files = BTreeMap::from([(format!("{folder}agency.yaml"), nianbao_writer::agency(agency).into_bytes())]);
    for (year, report) in &agency.reports {
        let narrative = nianbao_writer::narrative(&report.narrative, report.form);
        files.insert(format!("{folder}{year}/report.yaml"), nianbao_writer::report(report, style).into_bytes());
        files.insert(format!("{folder}{year}/narrative.md"), narrative.into_bytes());
        let record = report
            .record
            .as_ref()
            .map(|record| nianbao_writer::record(record, report.form, format!("{folder}{year}").trim_end_matches('/')));
        files.extend(record.map(|text| (format!("{folder}{year}/record.yaml"), text.into_bytes())));
        let pictures = report.images.iter();
        files.extend(pictures.map(|(name, image)| (format!("{folder}{year}/{name}"), image.bytes.clone())));
    }
    files
}

/// What the files say.
pub(crate) fn read(files: &BTreeMap<String, Vec<u8>>) -> Municipality {
    let files: Memory = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let loaded = nianbao_loader::load(&files).expect("a content folder");
    loaded.municipality.expect("a municipality")
}

/// The texts among the files, to be shown where a test fails.
pub(crate) fn shown(files: &BTreeMap<String, Vec<u8>>) -> String {
    let texts = files.iter().filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)));
    texts.map(|(path, text)| ["--- ", path, "\n", text, "\n"].concat()).collect()
}

/// Where two values differ, and the files that should have told both the same.
pub(crate) fn difference(read: &Municipality, expected: &Municipality, files: &BTreeMap<String, Vec<u8>>) -> String {
    let (read, expected) = (format!("{read:#?}"), format!("{expected:#?}"));
    let meaning = |text: &str| -> Vec<String> {
        let lines = text
            .lines()
            .filter(|line| !["span", "file:", "4294967295", "start:", "end:"].iter().any(|place| line.contains(place)));
        lines.map(|line| line.trim_start().to_owned()).collect()
    };
    let (read, expected) = (meaning(&read), meaning(&expected));
    let at = read.iter().zip(&expected).take_while(|(read, expected)| read == expected).count();
    let around = |lines: &[String]| {
        let lines: Vec<&str> = lines.iter().skip(at.saturating_sub(8)).take(16).map(String::as_str).collect();
        lines.join("\n")
    };
    format!("{}\nread:\n{}\nexpected:\n{}", shown(files), around(&read), around(&expected))
}
