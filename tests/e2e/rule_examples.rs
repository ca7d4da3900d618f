//! Every rule has examples in `rules/<CODE>.md`: a check finds in each exactly what it says, no more and
//! no less.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use jiff::civil::{Date, date};
use nianbao_loader::Disk;
use nianbao_model::{Diagnostic, SourceMap, rules};
use nianbao_tests::{Example, Examples, Expected, Workspace, repository};

/// The day of checking: departments are late with 2024, governments are not yet.
const TODAY: Date = date(2025, 3, 1);

/// The files of examples with their names.
fn files() -> Vec<(String, Examples)> {
    let folder = repository().join("tests/rules");
    let mut files: Vec<(String, Examples)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (
                path.file_stem().unwrap().to_string_lossy().into_owned(),
                Examples::read(&fs::read_to_string(&path).unwrap()),
            )
        })
        .collect();
    files.sort_by(|(one, _), (other, _)| one.cmp(other));
    files
}

/// Something that a check found.
struct Found {
    code: String,
    message: String,
    place: Option<(String, usize)>,
}

impl Found {
    fn new(finding: &Diagnostic, sources: &SourceMap) -> Self {
        let code = format!("{}[{}]", finding.severity().name(), finding.code.id);
        let place = finding.place().map(|place| (sources.path(place.file).to_owned(), sources.position(place).line));
        Self { code, message: finding.message.clone(), place }
    }

    fn is(&self, expected: &Expected) -> bool {
        self.code == expected.code && self.message.contains(&expected.message) && self.place == expected.place
    }
}

/// All that a check finds in an example.
fn findings(example: &Example) -> Vec<Found> {
    let workspace = Workspace::empty();
    example.write(&workspace);
    let loaded = nianbao_loader::load(&Disk::new(workspace.path())).unwrap();
    let municipality = loaded.municipality.expect("examples have an agency.yaml");
    let mut findings = rules::check(&municipality, &loaded.diagnostics, TODAY);
    findings.extend(loaded.diagnostics);
    findings.iter().map(|finding| Found::new(finding, &loaded.sources)).collect()
}

/// What differs between what an example says and what a check finds.
fn differences(file: &str, example: &Example) -> String {
    let mut found = findings(example);
    let mut text = String::new();
    for expected in &example.expected {
        if let Some(at) = found.iter().position(|found| found.is(expected)) {
            found.remove(at);
        } else {
            let Expected { written, code, message, .. } = expected;
            let _ = writeln!(text, "tests/rules/{file}.md:{written}: not found: {code} {message}");
        }
    }
    for Found { code, message, place } in found {
        let written = place.as_ref().and_then(|(path, line)| example.written(path, *line)).unwrap_or(example.line);
        let place = place.map_or_else(|| "no place".to_owned(), |(path, line)| format!("{path}:{line}"));
        let _ = writeln!(text, "tests/rules/{file}.md:{written}: not expected: {code} {message} ({place})");
    }
    if text.is_empty() { text } else { format!("## {}\n{text}\n", example.name) }
}

#[test]
fn a_check_finds_in_each_example_what_it_says() {
    let differences: String = files()
        .iter()
        .flat_map(|(file, examples)| examples.examples.iter().map(move |example| differences(file, example)))
        .collect();
    assert!(differences.is_empty(), "\n{differences}");
}

#[test]
fn each_rule_has_an_example_that_fails_and_one_that_passes() {
    let files = files();
    for rule in rules::codes() {
        let code = rule.id;
        let (_, examples) =
            files.iter().find(|(file, _)| file == code).unwrap_or_else(|| panic!("tests/rules/{code}.md is missing"));
        assert_eq!(examples.title, format!("{code} {}", rule.title), "tests/rules/{code}.md");
        let own = format!("[{code}]");
        let fails = |example: &Example| example.expected.iter().any(|expected| expected.code.ends_with(&own));
        assert!(examples.examples.iter().any(fails), "tests/rules/{code}.md has no example that fails");
        let passes = |example: &Example| example.expected.is_empty();
        assert!(examples.examples.iter().any(passes), "tests/rules/{code}.md has no example that passes");
    }
    let rules: BTreeSet<&str> = rules::codes().map(|rule| rule.id).collect();
    let strange: Vec<&String> =
        files.iter().map(|(file, _)| file).filter(|file| !rules.contains(file.as_str())).collect();
    assert!(strange.is_empty(), "no rules are called {strange:?}");
}
