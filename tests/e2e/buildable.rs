//! What a check passes, a build builds: real reports and a made-up city, changed at random in ways that people and bad luck
//! change texts, are refused by a finding with a place or come out as pages, PDFs and exports.
//!
//! A few cases by themselves; `PROPTEST_CASES=5000 cargo test --workspace --test e2e -- buildable` makes more.

mod mutation;

use std::cell::Cell;
use std::env;
use std::sync::atomic::AtomicBool;

use jiff::civil::date;
use nianbao_builder::pdf::FontFolders;
use nianbao_builder::{
    BuildError, ExportFormat, ExportOptions, Options, Progress, Task, Templates, build, codes, export, unbuildable,
};
use nianbao_loader::Memory;
use nianbao_model::{Municipality, Severity};
use nianbao_tests::{Finished, Workspace, cache, nianbao, read_tree, repository};
use nianbao_workspace::{Checked, check};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use mutation::{Content, Mutation};

/// One of so many cases is printed as well: that takes most of the time.
const PRINTED: usize = 8;

struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &'static str, _: usize) {}
    fn step(&self) {}
    fn tell(&self, _: &str) {}
}

/// The fonts of the tests.
pub(crate) fn fonts() -> FontFolders {
    FontFolders { named: Vec::new(), supplied: Some(cache().join("fonts")), system: true }
}

/// Real reports by their folders, and a made-up city.
fn originals() -> Vec<Content> {
    let real = ["", "tests/data/reports/suqian", "tests/data/reports/hongze"].map(|folder| {
        let content = repository().join(folder).join("content");
        read_tree(&content).into_iter().map(|(path, bytes)| (format!("content/{path}"), bytes)).collect()
    });
    let made_up = demo(3).into_iter().collect();
    real.into_iter().chain([made_up]).collect()
}

/// The texts of a made-up city.
fn demo(agencies: usize) -> Vec<(String, Vec<u8>)> {
    let workspace = Workspace::empty();
    let arguments = ["demo", ".", "--agencies", &agencies.to_string(), "--years", "1"];
    let made = nianbao(workspace.path(), arguments).output().unwrap();
    assert!(made.status.success());
    let tree = read_tree(&workspace.path().join("content"));
    tree.into_iter().map(|(path, bytes)| (format!("content/{path}"), bytes)).collect()
}

/// The content as a check sees it, what cannot be built included.
fn checked(content: &Content, templates: &Templates) -> Checked {
    let files: Memory = content.iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
    let mut checked = check(&files, codes(), Severity::Error, date(2025, 3, 1)).expect("a content folder");
    if let Some(municipality) = &checked.municipality {
        let found = unbuildable(municipality, templates, Some(&fonts()));
        assert!(found.unchecked.is_none(), "fonts are there");
        checked.add(found.findings);
    }
    checked
}

fn told(error: &BuildError) -> String {
    match error {
        BuildError::Findings(findings) => findings.iter().map(|finding| finding.message.as_str()).collect(),
        error => error.to_string(),
    }
}

/// Builds and exports what a check passed; says what went wrong.
fn make(checked: &Checked, municipality: &Municipality, templates: &Templates, pdf: bool) -> Result<(), String> {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options {
        task: Task::Everything,
        out: folder.path().join("dist"),
        content: Vec::new(),
        fonts: pdf.then(fonts),
        cache: None,
        timings: None,
        jobs: 2,
        complete: checked.complete,
        proof: false,
        source_date: None,
        cancel: &AtomicBool::new(false),
    };
    build(municipality, templates, &options, &Silent).map_err(|error| format!("build: {}", told(&error)))?;
    let options = ExportOptions { templates, fonts: fonts(), source_date: None, printing: municipality.site.printing };
    let (agency, report) = municipality.reports().next().expect("a build has reports");
    let mut formats = vec![ExportFormat::Docx, ExportFormat::Xlsx, ExportFormat::Csv, ExportFormat::Json];
    formats.extend(pdf.then_some(ExportFormat::Typst));
    for format in formats {
        export(format, agency, report, &options).map_err(|error| format!("export {format:?}: {error}"))?;
    }
    Ok(())
}

/// Whether a changed content is refused by a check, or is built.
fn judge(content: &Content, templates: &Templates, pdf: bool) -> Result<bool, String> {
    let checked = checked(content, templates);
    let blocking = || checked.findings.iter().filter(|finding| checked.blocks(finding));
    if checked.is_blocked() {
        return match blocking().find(|finding| finding.place().is_none()) {
            Some(finding) => Err(format!("no place: {}", finding.message)),
            None => Ok(false),
        };
    }
    match &checked.municipality {
        Some(municipality) if municipality.reports().next().is_some() => {
            make(&checked, municipality, templates, pdf).map(|()| true)
        }
        _ => Ok(false),
    }
}

/// A report whose every part is plain.
fn plain() -> Content {
    let narrative = "# 总体情况\n\n甲。\n\n# 存在的主要问题及改进情况\n\n乙。\n\n# 其他需要报告的事项\n\n丙。\n";
    [
        ("content/site.yaml", "网站名称: 海州市年度报告\n"),
        ("content/agency.yaml", "名称: 海州市人民政府\n"),
        ("content/2024/report.yaml", "年度: 2024\n状态: 已公开\n发布日期: 2025-01-20\n"),
        ("content/2024/narrative.md", narrative),
    ]
    .map(|(path, text)| (path.to_owned(), text.into()))
    .into()
}

fn on_disk(content: &Content) -> Workspace {
    let workspace = Workspace::empty();
    for (path, bytes) in content {
        workspace.write(path, bytes);
    }
    workspace
}

/// What is said to be unbuildable of the plain report with some more in it: `code path:line`.
fn blocking(more: &[(&str, &str)]) -> Vec<String> {
    let mut content = plain();
    for (path, text) in more {
        content.entry(format!("content/{path}")).or_default().extend(text.as_bytes());
    }
    let checked = checked(&content, &Templates::built_in());
    let blocking =
        checked.findings.iter().filter(|finding| checked.blocks(finding) && finding.code.id.starts_with('U'));
    let told = blocking.map(|finding| {
        let place = finding.place().expect("a place");
        let line = checked.sources.position(place).line;
        format!("{} {}:{line}", finding.code.id, checked.sources.path(place.file))
    });
    told.collect()
}

#[test]
fn what_cannot_be_built_is_told_at_its_line() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    let bureau = |folder: &str| (format!("agencies/{folder}/agency.yaml"), "名称: 海州市某局\n");
    assert_eq!(blocking(&[]), Vec::<String>::new());
    // Characters, wherever they are printed.
    assert_eq!(blocking(&[("site.yaml", "主办单位: 甲\u{378}\n")]), ["U001 content/site.yaml:2"]);
    assert_eq!(
        blocking(&[("2024/narrative.md", "\n[甲](https://a.cn/\u{378})\n")]),
        ["U001 content/2024/narrative.md:13"]
    );
    assert_eq!(blocking(&[("2024/narrative.md", "\n甲\u{E863}\n")]), ["U002 content/2024/narrative.md:13"]);
    let (path, text) = bureau("a");
    assert_eq!(blocking(&[(&path, text), (&path, "类别: 甲\u{378}\n")]), ["U001 content/agencies/a/agency.yaml:1"]);
    // Texts that a PDF keeps beside its pages.
    let long = "长".repeat(6_000);
    assert_eq!(blocking(&[("2024/narrative.md", &format!("\n## {long}\n"))]), ["U003 content/2024/narrative.md:13"]);
    let shown = format!("\n![{long}](a.svg)\n");
    assert_eq!(blocking(&[("2024/a.svg", svg), ("2024/narrative.md", &shown)]), ["U003 content/2024/narrative.md:13"]);
    // Names.
    for (folder, code) in [("search", "U010"), ("con", "U011")] {
        let (path, text) = bureau(folder);
        assert_eq!(blocking(&[(&path, text)]), [format!("{code} content/{path}:1")]);
    }
    for (one, other) in [("图a.svg", "图A.svg"), ("\u{E9}.svg", "e\u{301}.svg")] {
        let shown = format!("\n![甲]({one})\n\n![乙]({other})\n");
        let (one, other) = (format!("2024/{one}"), format!("2024/{other}"));
        let told = blocking(&[(&one, svg), (&other, svg), ("2024/narrative.md", &shown)]);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("U010 content/2024/narrative.md:1"), "{told:?}");
    }
    let told = blocking(&[("2024/图|.svg", svg), ("2024/narrative.md", "\n![甲](图|.svg)\n")]);
    assert_eq!(told, ["U011 content/2024/narrative.md:13"]);
    // Remarks that no cell of a workbook holds together; one alone is refused when it is read.
    let row = |name: &str| {
        let applicants = ["自然人", "商业企业", "科研机构", "社会公益组织"];
        let remarked = applicants.map(|applicant| format!("    {applicant}: {{数: 1, 注: {}}}\n", "长".repeat(4_900)));
        format!("  {name}:\n{}", remarked.concat())
    };
    let together = format!("申请:\n{}{}", row("本年新收"), row("上年结转"));
    let told = blocking(&[("2024/report.yaml", &together)]);
    assert!(told.iter().any(|told| told.starts_with("U012 content/2024/report.yaml:")), "{told:?}");
}

/// What stands in `tests/invalid` for findings that a check shares with a build.
#[test]
fn a_check_tells_what_a_build_would() {
    for case in super::diagnostics::cases().iter().filter(|case| case.starts_with("U0") && case.as_str() < "U02") {
        let workspace = super::diagnostics::workspace(case);
        let [checked, built]: [Finished; 2] =
            ["check", "build"].map(|command| nianbao(workspace.path(), [command]).output().unwrap().into());
        assert_eq!((checked.status, &checked.stdout), (built.status, &built.stdout), "{case}");
    }
}

#[test]
fn an_export_says_what_its_format_cannot_hold() {
    let workspace = on_disk(&plain());
    let narrative = "content/2024/narrative.md";
    workspace.write(narrative, workspace.read(narrative) + "\n联系人：李\u{378}。\n");
    let run = |arguments: &[&str]| -> Finished { nianbao(workspace.path(), arguments).output().unwrap().into() };
    let refused = run(&["export", "typst", "海州市人民政府", "--out", "排版"]);
    assert_eq!(refused.status, Some(1), "{}", refused.stderr);
    assert!(refused.stdout.contains("[U001]") && !workspace.path().join("排版").exists());
    assert_eq!(run(&["export", "docx", "海州市人民政府", "--out", "年报.docx"]).status, Some(0));
}

/// Common characters are in every font; others are looked up where there are fonts.
#[test]
fn a_check_without_fonts_tells_what_it_could_not_do() {
    let workspace = on_disk(&plain());
    let site = format!("{}字体文件夹: 没有这个文件夹\n", workspace.read("content/site.yaml"));
    workspace.write("content/site.yaml", site);
    let check = || -> Finished { nianbao(workspace.path(), ["check"]).output().unwrap().into() };
    assert_eq!(check().stderr, "");
    let narrative = "content/2024/narrative.md";
    workspace.write(narrative, workspace.read(narrative) + "\n联系人：李\u{2B820}。\n");
    let told = check();
    assert_eq!(told.status, Some(0), "{}", told.stdout);
    assert!(told.stderr.starts_with("注意：没有核对字体里有没有生僻字。找不到字体文件夹"), "{}", told.stderr);
}

fn number_of_cases() -> u32 {
    env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(8)
}

#[test]
fn what_a_check_passes_a_build_builds() {
    let (originals, templates) = (originals(), Templates::built_in());
    let which = (0..originals.len(), prop::collection::vec(any::<Mutation>(), 1..3), 0..PRINTED);
    let config = ProptestConfig {
        cases: number_of_cases(),
        max_shrink_iters: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let (built, refused) = (Cell::new(0), Cell::new(0));
    let ran = TestRunner::new(config).run(&which, |(which, mutations, print)| {
        let mut content = originals[which].clone();
        for mutation in &mutations {
            mutation.apply(&mut content);
        }
        match judge(&content, &templates, print == 0) {
            Ok(true) => built.set(built.get() + 1),
            Ok(false) => refused.set(refused.get() + 1),
            Err(error) => return Err(TestCaseError::fail(error)),
        }
        Ok(())
    });
    ran.unwrap_or_else(|error| panic!("{error} ({} built, {} refused before)", built.get(), refused.get()));
}
