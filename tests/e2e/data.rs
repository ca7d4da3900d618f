//! Data for machines: CSV, JSON and workbooks say the same as the report.

use std::collections::BTreeMap;

use nianbao_tests::{Tree, Workspace, csv, nianbao, part_of_workbook, read_tree, sheets, violations};
use serde_json::Value;

fn site(folder: &str) -> Tree {
    let workspace = Workspace::copy_of(folder);
    built(&workspace)
}

fn built(workspace: &Workspace) -> Tree {
    let built = nianbao(workspace.path(), ["build", "--no-pdf"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    read_tree(&workspace.path().join("dist/site"))
}

fn json(site: &Tree, path: &str) -> Value {
    serde_json::from_slice(&site[path]).unwrap()
}

/// The lines of table 3 that fulfil a condition, added up.
fn sum(lines: &[Vec<String>], counts: impl Fn(&[String]) -> bool) -> i64 {
    lines.iter().skip(1).filter(|line| counts(line)).map(|line| line[3].parse::<i64>().unwrap()).sum()
}

#[test]
fn totals_are_the_sums_of_what_was_filled_in() {
    let site = site("tests/sites/everything");
    let lines = csv(&site["government/2024/table-3.csv"]);
    assert_eq!(lines[0], ["项目", "栏目", "键", "数值", "性质", "注"]);
    assert_eq!(lines.len(), 1 + 25 * 7);
    let is_filled_in = |line: &[String]| line[4] == "填报";
    let (mut of_rows, mut of_columns) = (0, 0);
    for line in lines.iter().filter(|line| line[4] == "合计") {
        let value: i64 = line[3].parse().unwrap();
        let is_result = line[0] == "三、本年度办理结果/（七）总计";
        let in_row = |other: &[String]| {
            if is_result { other[0].starts_with("三、") } else { other[0] == line[0] }
        };
        let in_column = |other: &[String]| line[1].ends_with("总计") || other[1] == line[1];
        let counts = |other: &[String]| is_filled_in(other) && in_row(other) && in_column(other);
        assert_eq!(value, sum(&lines, counts), "{}", line[2]);
        of_rows += usize::from(line[1].ends_with("总计"));
        of_columns += usize::from(is_result);
    }
    assert_eq!((of_rows, of_columns), (25, 7));
    let total = |key: &str| lines.iter().find(|line| line[2] == key).unwrap()[3].parse::<i64>().unwrap();
    assert_eq!(total("申请.本年新收.总计"), 3525);
}

#[test]
fn remarks_and_exact_amounts_are_kept_everywhere() {
    let site = site("tests/sites/everything");
    let table = csv(&site["government/2024/table-2.csv"]);
    let line = table.iter().find(|line| line[2] == "主动公开.行政规范性文件.制发").unwrap();
    assert_eq!(line[3..], ["50", "填报", "其中修订16件"]);
    let fees = table.iter().find(|line| line[2] == "主动公开.行政事业性收费").unwrap();
    assert_eq!(fees[3], "316441.0907");
    let text = String::from_utf8(site["government/2024/report.json"].clone()).unwrap();
    for part in ["\"主动公开.行政事业性收费\": 316441.0907,", "\"主动公开.行政规范性文件.制发\": \"其中修订16件\""]
    {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
    let book: String = sheets(&site["government/2024/report.xlsx"]).iter().map(nianbao_tests::Sheet::text).collect();
    for part in ["316441.0907\n", "50（其中修订16件）", "注：行政复议、行政诉讼数量含上年度结转数量。"]
    {
        assert!(book.contains(part), "{part} is missing in\n{book}");
    }
}

#[test]
fn every_json_file_keeps_to_the_published_schema() {
    for folder in ["", "tests/sites/everything", "tests/sites/older-forms"] {
        let site = site(folder);
        let schema = json(&site, "data/report.schema.json");
        let is_ours = |path: &str| path.ends_with("report.json") || path.starts_with("data/2");
        let mut judged = 0;
        for path in site.keys().filter(|path| path.ends_with(".json") && is_ours(path)) {
            assert_eq!(violations(&schema, &json(&site, path)), [""; 0], "{path}");
            judged += 1;
        }
        assert!(judged >= 2, "{judged}");
    }
}

#[test]
fn the_schema_notices_what_is_wrong() {
    let site = site("tests/sites/everything");
    let schema = json(&site, "data/report.schema.json");
    let report = json(&site, "jia/2024/report.json");
    let changes: [fn(&mut Value); 5] = [
        |report| report["figures"]["申请.本年新收.自然人"] = (-1).into(),
        |report| report["figures"]["申请.没有这一项"] = 1.into(),
        |report| report["published"] = "2025年1月20日".into(),
        |report| drop(report.as_object_mut().unwrap().remove("sections")),
        |report| report["sections"][0]["blocks"][0]["type"] = "script".into(),
    ];
    for change in changes {
        let mut report = report.clone();
        change(&mut report);
        assert_ne!(violations(&schema, &report), [""; 0]);
    }
}

#[test]
fn formulas_come_to_what_is_stored_beside_them() {
    let site = site("tests/sites/everything");
    let sheets = sheets(&site["government/2024/report.xlsx"]);
    let mut formulas = Vec::new();
    for sheet in &sheets {
        for (place, cell) in &sheet.cells {
            let Some(formula) = &cell.formula else { continue };
            let stored: f64 = cell.value.parse().unwrap();
            assert!((sheet.evaluate(formula) - stored).abs() < 1e-9, "{} {place:?}: {formula}", sheet.name);
            formulas.push(formula.clone());
        }
    }
    // 25 row totals and 6 of （七）总计, 7 checks of the balance, 3 totals of table 4.
    assert_eq!(formulas.len(), 25 + 6 + 7 + 3);
    let table_3 = &sheets[1];
    let last = table_3.cells.keys().map(|(row, _)| *row).max().unwrap();
    let checks: Vec<&str> = (4..=10).map(|column| table_3.cells[&(last, column)].value.as_str()).collect();
    assert_eq!(checks, ["0"; 7]);
    assert!(table_3.merged.contains(&"A1:J1".to_owned()), "{:?}", table_3.merged);
}

#[test]
fn an_unbalanced_column_is_seen_in_the_workbook() {
    let workspace = Workspace::real();
    workspace.replace("content/agencies/tcj/2024/report.yaml", "本年新收: {自然人: 1,", "本年新收: {自然人: 3,");
    let sheets = sheets(&built(&workspace)["tcj/2024/report.xlsx"]);
    let last = sheets[1].cells.keys().map(|(row, _)| *row).max().unwrap();
    assert_eq!(sheets[1].cells[&(last, 4)].value, "2");
}

#[test]
fn a_year_is_its_reports_line_by_line() {
    for folder in ["tests/sites/everything", "tests/sites/older-forms"] {
        let site = site(folder);
        let years: Vec<&str> =
            site.keys().filter_map(|path| path.strip_prefix("data/")?.strip_suffix(".csv")).collect();
        for year in years {
            let lines = csv(&site[&format!("data/{year}.csv")]);
            for line in &lines[1..] {
                let of: BTreeMap<&str, &str> =
                    lines[0].iter().map(String::as_str).zip(line.iter().map(String::as_str)).collect();
                let report = json(&site, &format!("{}/{year}/report.json", of["机关编号"]));
                for (path, value) in report["figures"].as_object().unwrap() {
                    assert_eq!(of[path.as_str()], value.to_string(), "{path}");
                }
                assert_eq!(of["标题"], report["title"]);
                assert!(site.contains_key(of["网页"].strip_prefix("../").unwrap()));
            }
            let package = json(&site, "data/datapackage.json");
            let resources = package["resources"].as_array().unwrap();
            let resource = resources.iter().find(|resource| resource["path"] == format!("{year}.csv")).unwrap();
            let fields = resource["schema"]["fields"].as_array().unwrap();
            assert_eq!(fields.iter().map(|field| field["name"].as_str().unwrap()).collect::<Vec<_>>(), lines[0]);
        }
    }
}

#[test]
fn every_download_is_there() {
    let site = site("tests/sites/everything");
    let page = String::from_utf8(site["jia/2024/index.html"].clone()).unwrap();
    let links: Vec<&str> = page.split(" href=\"").skip(1).filter(|rest| rest.contains("download=")).collect();
    let links = links.into_iter().filter_map(|rest| rest.split_once('"'));
    let files: Vec<&str> = links.filter(|(_, rest)| rest.starts_with(" download=")).map(|(file, _)| file).collect();
    let tables = ["table-2.csv", "table-3.csv", "table-4.csv"];
    let in_the_record = [&["report.xlsx"][..], &tables, &["report.json"]].concat();
    assert_eq!(files, [in_the_record, tables.to_vec()].concat(), "in the record, then above each table");
    for file in files {
        assert!(site.contains_key(&format!("jia/2024/{file}")), "{file}");
    }
    assert!(page.contains("download=\"甲市甲局2024年政府信息公开工作年度报告-表3.csv\""), "{page}");
}

/// Each sheet says how it is printed, and keeps its headings in sight.
#[test]
fn sheets_are_set_up_for_paper_and_for_scrolling() {
    let site = site("tests/sites/everything");
    let part = |book: &str, sheet: usize| part_of_workbook(&site[book], &format!("xl/worksheets/sheet{sheet}.xml"));
    for (sheet, lying) in [(1, false), (2, true), (3, true)] {
        let xml = part("government/2024/report.xlsx", sheet);
        assert!(xml.contains("paperSize=\"9\"") && xml.contains("<pageSetUpPr fitToPage=\"1\"/>"), "sheet {sheet}");
        assert_eq!(xml.contains("orientation=\"landscape\""), lying, "sheet {sheet}");
        let year = part("data/2024.xlsx", sheet);
        assert!(
            year.contains("<pane xSplit=\"1\" ySplit=\"2\"") && year.contains("orientation=\"landscape\""),
            "{sheet}"
        );
        assert_eq!(year.contains("fitToHeight=\"0\""), sheet != 2, "sheet {sheet}");
    }
    assert!(part("government/2024/report.xlsx", 2).contains("<pane ySplit=\"5\""));
    let names = part_of_workbook(&site["data/2024.xlsx"], "xl/workbook.xml");
    assert_eq!(names.matches("_xlnm.Print_Titles").count(), 3, "{names}");
}
