//! A form with another column of applicants, another row and another outcome goes through everything that stands on forms:
//! only its declaration says so.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use jiff::civil::date;
use nianbao_builder::pdf::FontFolders;
use nianbao_builder::{ExportFormat, ExportOptions, Exported, Options, Progress, Task, Templates, build, export};
use nianbao_loader::{Disk, Loaded, load_on};
use nianbao_model::{Diagnostic, Municipality, Printing, Severity, rules};
use nianbao_tests::made_up_form::{NARRATIVE, REPORT, YEAR, forms, workspace};
use nianbao_tests::{Tree, Workspace, cache, csv, part_of_workbook, pdf_text, read_tree, sheets, violations};
use scraper::{Html, Selector};
use serde_json::Value;

/// Nobody waits.
struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &'static str, _: usize) {}
    fn step(&self) {}

    fn tell(&self, _: &str) {}
}

fn fonts() -> FontFolders {
    FontFolders { named: Vec::new(), supplied: Some(cache().join("fonts")), system: true }
}

fn load(workspace: &Workspace) -> Loaded {
    load_on(&Disk::new(workspace.path()), forms()).unwrap()
}

/// What is found in the report, hints left out.
fn findings(workspace: &Workspace) -> Vec<String> {
    let Loaded { municipality, diagnostics, .. } = load(workspace);
    let found = rules::check(&municipality.unwrap(), &diagnostics, date(2025, 3, 1));
    let told = |finding: &Diagnostic| format!("{} {}", finding.code.id, finding.message);
    let grave = |finding: &&Diagnostic| finding.severity() > Severity::Hint;
    diagnostics.iter().chain(&found).filter(grave).map(told).collect()
}

/// The site of the report, with PDFs.
static SITE: LazyLock<Tree> = LazyLock::new(|| {
    let workspace = workspace();
    let loaded = load(&workspace);
    let templates = templates(&workspace);
    let out = workspace.path().join("dist");
    let options = Options {
        task: Task::Everything,
        out: out.clone(),
        content: Vec::new(),
        fonts: Some(fonts()),
        cache: None,
        timings: None,
        jobs: 2,
        complete: true,
        proof: false,
        source_date: None,
        cancel: &AtomicBool::new(false),
    };
    build(&loaded.municipality.unwrap(), &templates, &options, &Silent).unwrap();
    read_tree(&out.join("site"))
});

fn templates(workspace: &Workspace) -> Templates {
    Templates::of_workspace(workspace.path(), &mut nianbao_model::SourceMap::default()).0
}

fn text(path: &str) -> String {
    String::from_utf8(SITE[path].clone()).unwrap()
}

fn assert_contains(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
}

#[test]
fn the_report_is_read_and_nothing_is_wrong_with_it() {
    let workspace = workspace();
    assert_eq!(findings(&workspace), [] as [&str; 0]);
    let municipality = load(&workspace).municipality.unwrap();
    let (_, report) = municipality.reports().next().unwrap();
    let figure = |path: &str| report.figure(&report.form.look_up(path).unwrap()).to_string();
    assert_eq!(report.form.since, YEAR);
    assert_eq!(figure("申请.本年新收.境外组织"), "731");
    assert_eq!(figure("applications.refused.trade_secret.foreign"), "529");
    assert_eq!(figure("申请.不予公开.总计"), "532");
    assert_eq!(figure("reconsideration.settled"), "417");
    assert_eq!(figure("复议.总计"), "419");
}

#[test]
fn an_imbalance_in_the_new_column_is_found() {
    let workspace = workspace();
    workspace.replace(REPORT, "境外组织: 731}", "境外组织: 732}");
    let found = findings(&workspace).join("\n");
    assert_contains(
        &found,
        &[
            "B001 表三“境外组织”一列不平衡：第一项 732 + 第二项 0 = 732，而第三项 731 + 第四项 0 = 731",
            "T001 表三“一、本年新收政府信息公开申请数量”的“总计”",
        ],
    );
}

#[test]
fn claims_are_held_against_sums_with_the_new_column_and_row() {
    for (right, wrong, told) in [
        ("法人或其他组织733件", "法人或其他组织2件", "本年新收（法人或其他组织）为 733"),
        ("不予公开532件", "不予公开3件", "不予公开为 532"),
        ("办结736件", "办结7件", "（七）总计为 736"),
        ("行政复议419件", "行政复议2件", "行政复议总计为 419"),
    ] {
        let workspace = workspace();
        workspace.replace(NARRATIVE, right, wrong);
        let found = findings(&workspace);
        assert!(found.iter().any(|it| it.starts_with("N001") && it.contains(told)), "{wrong}: {found:#?}");
    }
}

#[test]
fn one_row_of_other_handling_keeps_the_new_column() {
    let workspace = workspace();
    workspace.replace(REPORT, "复议:", "  其他处理: {境外组织: 0, 自然人: 0}\n复议:");
    let municipality = load(&workspace).municipality.unwrap();
    let (_, report) = municipality.reports().next().unwrap();
    assert_eq!((report.form.since, report.form.divides_other()), (YEAR, false));
    assert_eq!(report.form.applications().applicants.len(), 7);
    let made_up = forms().latest();
    assert!(std::ptr::eq(report.form, made_up.undivided()));
}

#[test]
fn the_page_shows_them() {
    let page = Html::parse_document(&text("government/2030/index.html"));
    let texts = |selector: &str| -> Vec<String> {
        page.select(&Selector::parse(selector).unwrap()).map(|cell| cell.text().collect()).collect()
    };
    let columns = texts(".form-3 thead th[scope=col]");
    assert!(columns.contains(&"境外组织".to_owned()), "{columns:?}");
    assert!(texts(".form-3 tbody th").contains(&"9.属于商业秘密".to_owned()));
    assert_eq!(texts(".form-4 thead th").iter().filter(|text| *text == "调解结案").count(), 3);
    assert_eq!(texts(".form-4 tbody td").len(), 18);
    assert!(texts(".form-3 td").contains(&"731".to_owned()) && texts(".form-4 td").contains(&"417".to_owned()));
    let quoted = r##"[href="#申请.不予公开.属于商业秘密.境外组织"]"##;
    assert_eq!(texts(quoted), ["529"]);
    for line in page.select(&Selector::parse(".form-3 tbody tr").unwrap()) {
        assert_eq!(line.select(&Selector::parse("td").unwrap()).count(), 8);
    }
}

#[test]
fn the_printed_report_shows_them() {
    let workspace = Workspace::empty();
    workspace.write("report.pdf", &SITE["government/2030/report.pdf"]);
    let printed = pdf_text(&workspace.path().join("report.pdf"));
    let printed: String = printed.split_whitespace().collect();
    assert_contains(&printed, &["境外", "731", "9.属于商业秘密", "529", "调解", "417"]);
}

#[test]
fn data_files_hold_them() {
    let table = csv(&SITE["government/2030/table-3.csv"]);
    assert_eq!(table.len(), 1 + 26 * 8);
    let line = table.iter().find(|line| line[2] == "申请.不予公开.属于商业秘密.境外组织").unwrap();
    assert_eq!(line[0], "三、本年度办理结果/（三）不予公开/9.属于商业秘密");
    assert_eq!(line[1], "申请人情况/法人或其他组织/境外组织");
    assert_eq!(line[3], "529");
    let line = csv(&SITE["government/2030/table-4.csv"]).into_iter().find(|line| line[2] == "复议.调解结案").unwrap();
    assert_eq!(line[3], "417");
    let year = csv(&SITE["data/2030.csv"]);
    let at = year[0].iter().position(|name| name == "申请.本年新收.境外组织").unwrap();
    assert_eq!(year[1][at], "731");
}

#[test]
fn the_schema_knows_them() {
    let json = |path: &str| -> Value { serde_json::from_slice(&SITE[path]).unwrap() };
    let schema = json("data/report.schema.json");
    let mut report = json("government/2030/report.json");
    assert_eq!(report["figures"]["申请.不予公开.属于商业秘密.境外组织"], 529);
    assert_eq!(violations(&schema, &report), [] as [&str; 0]);
    assert_eq!(violations(&schema, &json("data/2030.json")), [] as [&str; 0]);
    report["figures"]["申请.不予公开.属于商业秘密.境外组织"] = (-1).into();
    assert!(!violations(&schema, &report).is_empty());
}

#[test]
fn workbooks_add_them_up() {
    let sheets = sheets(&SITE["government/2030/report.xlsx"]);
    let mut formulas = 0;
    for sheet in &sheets {
        for (place, cell) in &sheet.cells {
            let Some(formula) = &cell.formula else { continue };
            let stored: f64 = cell.value.parse().unwrap();
            assert!((sheet.evaluate(formula) - stored).abs() < 1e-9, "{} {place:?}: {formula}", sheet.name);
            formulas += 1;
        }
    }
    // 26 row totals and 7 of （七）总计, 8 checks of the balance, 3 totals of table 4.
    assert_eq!(formulas, 26 + 7 + 8 + 3);
    assert_contains(&sheets[1].text(), &["境外组织", "9.属于商业秘密", ": 731\n", ": 529\n", ": 736 = SUM("]);
    assert_contains(&sheets[2].text(), &["调解结案", ": 417\n", ": 419 = SUM("]);
}

#[test]
fn the_text_to_be_edited_shows_them() {
    let workspace = workspace();
    let municipality: Municipality = load(&workspace).municipality.unwrap();
    let (agency, report) = municipality.reports().next().unwrap();
    let options = ExportOptions {
        templates: &templates(&workspace),
        fonts: fonts(),
        source_date: None,
        printing: Printing::default(),
    };
    let Exported::File(bytes) = export(ExportFormat::Docx, agency, report, &options).unwrap() else {
        panic!("a Word file is one file")
    };
    let document = part_of_workbook(&bytes, "word/document.xml");
    assert_contains(&document, &["境外", "731", "属于商业秘密", "529", "调解结案", "417"]);
    let widths: BTreeSet<usize> =
        document.split("<w:tbl>").skip(1).map(|table| table.matches("<w:gridCol ").count()).collect();
    assert!(widths.is_superset(&BTreeSet::from([3 + 8, 18])), "{widths:?}");
}
