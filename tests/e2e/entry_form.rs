//! Forms that agencies fill in: in the official layout, with what is known already, and checks that reckon anywhere.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use nianbao_tests::{Finished, Sheet, Workspace, convert, nianbao, part_of_workbook, pdf_text, read_tree};
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn export(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), [&["export", "form"], args].concat()).output().unwrap().into()
}

/// The only form in a folder that was just filled.
fn form(workspace: &Workspace, args: &[&str]) -> PathBuf {
    let told = export(workspace, &[args, &["--out", "填报表"]].concat());
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    let forms = read_tree(&workspace.path().join("填报表"));
    let (name, bytes) = forms.first_key_value().unwrap();
    let plain = workspace.path().join("form.xlsx");
    fs::write(&plain, bytes).unwrap();
    assert!(name.ends_with("年政府信息公开工作年度报告填报表.xlsx"), "{name}");
    plain
}

fn sheets(file: &Path) -> BTreeMap<String, Sheet> {
    nianbao_tests::sheets(&fs::read(file).unwrap()).into_iter().map(|sheet| (sheet.name.clone(), sheet)).collect()
}

/// The texts of a row, blank cells left out.
fn row<'a>(sheet: &'a Sheet, label: &str) -> Vec<&'a str> {
    let (row, _) = sheet.cells.iter().find(|(_, cell)| cell.value.starts_with(label)).expect("a row so labelled").0;
    sheet.cells.range((*row, 0)..(*row + 1, 0)).map(|(_, cell)| cell.value.as_str()).collect()
}

#[test]
fn every_agency_gets_a_form_for_the_year_to_come() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let told = export(&workspace, &["--all", "--out", "填报表"]);
    assert_eq!(told.stdout, "写了 3 份 2025 年的填报表：填报表\n", "{}", told.transcript());
    let names: Vec<String> = read_tree(&workspace.path().join("填报表")).into_keys().collect();
    let of = |name: &str| format!("{name}2025年政府信息公开工作年度报告填报表.xlsx");
    assert_eq!(names, [of("甲市乙区交通运输局"), of("甲市人民政府"), of("甲市甲局")]);
    let again = export(&workspace, &["jia", "--out", "填报表"]);
    assert_eq!(again.status, Some(2), "a form may be filled in already: {}", again.transcript());
    // As long as somebody lacks the newest year, it is that year's forms that are sent out.
    fs::remove_dir_all(workspace.path().join("content/agencies/jia/2024")).unwrap();
    let told = export(&workspace, &["--all", "--out", "补"]);
    assert_eq!(told.stdout, "写了 3 份 2024 年的填报表：补\n", "{}", told.transcript());
}

/// The office makes the reports of a new year, and sends forms to those who fill in no files.
#[test]
fn a_report_that_nobody_began_gets_a_form_as_if_there_were_none() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let of_year = |out: &str| export(&workspace, &["jia", "--out", out]);
    let before = of_year("前");
    let new = nianbao(workspace.path(), ["new", "report", "jia", "--year", "2025"]).output().unwrap();
    assert!(new.status.success(), "{new:?}");
    let told = of_year("后");
    assert_eq!((told.status, told.stdout), (before.status, before.stdout.replace('前', "后")), "{}", told.stderr);
    let forms = ["前", "后"].map(|folder| read_tree(&workspace.path().join(folder)));
    assert_eq!(forms[0], forms[1]);
}

#[test]
fn what_is_known_stands_in_it() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let report = "content/agencies/jia/2024/report.yaml";
    workspace.replace(report, "予以公开: {自然人: 1}", "结转下年度: {自然人: 1}");
    let sheets = sheets(&form(&workspace, &["市甲局"]));
    let names: Vec<&str> = sheets.keys().map(String::as_str).collect();
    assert_eq!(names, ["填表说明", "文字部分", "表三", "表二", "表四"]);
    let guide = &sheets["填表说明"];
    assert_eq!(row(guide, "机关名称"), ["机关名称", "甲市甲局"]);
    assert_eq!(row(guide, "机关编号"), ["机关编号", "jia"]);
    assert_eq!(row(guide, "年度"), ["年度", "2025"]);
    assert!(guide.text().contains("在2026年1月31日前公布"), "{}", guide.text());
    let applications = &sheets["表三"];
    assert_eq!(
        row(applications, "二、上年结转"),
        ["二、上年结转政府信息公开申请数量", "1", "0", "0", "0", "0", "0", "1"]
    );
    assert_eq!(row(applications, "一、本年新收")[1..], ["0"], "nothing is filled in but what is known");
    assert!(applications.text().contains("勾稽检查：还没有填"), "{}", applications.text());
    let text = sheets["文字部分"].text();
    for heading in
        ["一、总体情况", "（五）监督保障", "五、存在的主要问题及改进情况", "六、其他需要报告的事项", "信息处理费"]
    {
        assert!(text.contains(heading), "no {heading} in {text}");
    }
}

#[test]
fn a_report_that_is_there_stands_in_its_form() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let file = form(&workspace, &["甲市人民政府", "--year", "2024"]);
    let sheets = sheets(&file);
    let disclosure = sheets["表二"].text();
    assert!(disclosure.contains(": 11398889\n") && disclosure.contains(": 316441.0907\n"), "{disclosure}");
    assert!(disclosure.contains("50（其中修订16件）"), "remarks stand below: {disclosure}");
    assert!(row(&sheets["表三"], "一、本年新收").ends_with(&["3440", "75", "0", "1", "6", "3", "3525"]));
}

#[test]
fn only_what_is_to_be_filled_in_can_be_changed() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let bytes = fs::read(form(&workspace, &["市甲局"])).unwrap();
    let styles = part_of_workbook(&bytes, "xl/styles.xml");
    let open: Vec<bool> =
        styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).map(|xf| xf.contains("locked=\"0\"")).collect();
    let mut opened = 0;
    for number in 1..=5 {
        let xml = part_of_workbook(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(xml.contains("<sheetProtection sheet=\"1\"") && !xml.contains("password"), "sheet {number}");
        for cell in xml.split("<c r=\"").skip(1) {
            let cell = cell.split("<c ").next().unwrap().split("</c>").next().unwrap();
            let Some(style) = cell.split(" s=\"").nth(1) else { continue };
            let style: usize = style.split('"').next().unwrap().parse().unwrap();
            assert!(!open[style] || !cell.contains("<f>"), "a formula can be changed: {cell}");
            opened += usize::from(open[style]);
        }
        assert!(number <= 2 || xml.contains("<dataValidation "), "sheet {number} takes anything");
    }
    assert!(opened > 150, "only {opened} cells can be filled in");
}

/// A workbook beside `file`, called `name`, with each part as `change` has it.
fn rewritten(file: &Path, name: &str, change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> PathBuf {
    let mut read = ZipArchive::new(Cursor::new(fs::read(file).unwrap())).unwrap();
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..read.len() {
        let mut part = read.by_index(number).unwrap();
        let (path, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        bytes = change(&path, bytes);
        written.start_file(path, SimpleFileOptions::default()).unwrap();
        written.write_all(&bytes).unwrap();
    }
    let made = file.with_file_name(name);
    fs::write(&made, written.finish().unwrap().into_inner()).unwrap();
    made
}

/// The form without the results that we stored, so that whoever opens it must reckon.
fn unreckoned(file: &Path) -> PathBuf {
    rewritten(file, "bare.xlsx", |name, bytes| {
        if !name.starts_with("xl/worksheets/sheet") {
            return bytes;
        }
        let xml = String::from_utf8(bytes).unwrap();
        let mut pieces = xml.split("</f><v>");
        let first = pieces.next().unwrap().to_owned();
        let rest = pieces.map(|piece| format!("</f>{}", piece.split_once("</v>").unwrap().1));
        (first + &rest.collect::<String>()).into_bytes()
    })
}

#[test]
fn office_programs_reckon_and_keep_it() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    workspace.replace(
        "content/agencies/jia/2024/report.yaml",
        "本年新收: {自然人: 1}",
        "本年新收: {自然人: 3, 其他: 2}",
    );
    let file = form(&workspace, &["市甲局", "--year", "2024"]);
    let ours = sheets(&file);
    assert!(
        ours["表三"].text().contains("勾稽检查：不符的列：自然人多2；其他多2；总计多4；"),
        "{}",
        ours["表三"].text()
    );
    // To the old format and back.
    let old = convert(&unreckoned(&file), "xls");
    let again = old.with_file_name("again.xls");
    fs::rename(&old, &again).unwrap();
    let again = convert(&again, "xlsx");
    let theirs = sheets(&again);
    for (name, sheet) in &ours {
        let texts = |sheet: &Sheet| -> BTreeMap<(u32, u32), String> {
            let cells = sheet.cells.iter().filter(|(_, cell)| !cell.value.is_empty());
            cells.map(|(at, cell)| (*at, cell.value.clone())).collect()
        };
        assert_eq!(texts(&theirs[name]), texts(sheet), "{name}");
        let formulas = |sheet: &Sheet| sheet.cells.values().filter(|cell| cell.formula.is_some()).count();
        assert_eq!(formulas(&theirs[name]), formulas(sheet), "{name}");
        let sorted = |sheet: &Sheet| {
            let mut merged = sheet.merged.clone();
            merged.sort();
            merged
        };
        assert_eq!(sorted(&theirs[name]), sorted(sheet), "{name}");
    }
    let bytes = fs::read(&again).unwrap();
    let names = part_of_workbook(&bytes, "xl/workbook.xml");
    for name in ["机关名称", "机关编号", "年度"] {
        assert!(names.contains(&format!("name=\"{name}\"")), "{names}");
    }
    assert!(part_of_workbook(&bytes, "xl/worksheets/sheet3.xml").contains("<sheetProtection"));
    let pdf = pdf_text(&convert(&file, "pdf"));
    assert!(pdf.contains("勾稽检查：不符的列") && pdf.contains("（七）总计"), "{pdf}");
}

/// The members of a report that an import brings.
fn content(workspace: &Workspace, name: &str) -> Value {
    drop(fs::remove_file(workspace.path().join("report.json")));
    let args = ["export", "json", name, "--year", "2024", "--out", "report.json"];
    let told: Finished = nianbao(workspace.path(), args).output().unwrap().into();
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    let json: Value = serde_json::from_str(&workspace.read("report.json")).unwrap();
    let note = json["notes"]["复议诉讼"].as_str().map(|note| note.trim_start_matches("注："));
    json!({ "agency": json["agency"]["id"], "figures": json["figures"], "note": note })
}

#[test]
fn what_comes_back_is_what_went_out() {
    for (name, folder) in [("甲市甲局", "agencies/jia/2024"), ("甲市人民政府", "2024")] {
        for ending in ["xlsx", "xls"] {
            let workspace = Workspace::copy_of("tests/sites/everything");
            let expected = content(&workspace, name);
            let file = form(&workspace, &[name, "--year", "2024"]);
            let file = if ending == "xlsx" { file } else { convert(&file, ending) };
            fs::remove_dir_all(workspace.path().join("content").join(folder)).unwrap();
            let told: Finished = nianbao(workspace.path(), ["import"]).arg(&file).output().unwrap().into();
            assert!(told.status != Some(2), "{name} as {ending}: {}", told.transcript());
            assert_eq!(content(&workspace, name), expected, "{name} as {ending}: {}", told.transcript());
            let text = workspace.read(&format!("content/{folder}/narrative.md"));
            assert!(text.contains("未收取信息处理费。") && !text.contains("填写说明"), "{text}");
            let report = workspace.read(&format!("content/{folder}/report.yaml"));
            assert!(folder != "2024" || report.contains("其中修订16件"), "remarks come back, too: {report}");
        }
    }
}

/// The form with numbers in cells that were blank, behind the labels of their rows.
fn filled(file: &Path, sheet: &str, rows: &[(&str, &[u32])]) -> PathBuf {
    let bytes = fs::read(file).unwrap();
    let all = nianbao_tests::sheets(&bytes);
    let number = all.iter().position(|one| one.name == sheet).unwrap() + 1;
    let part = format!("xl/worksheets/sheet{number}.xml");
    let mut xml = part_of_workbook(&bytes, &part);
    for (label, numbers) in rows {
        let found = all[number - 1].cells.iter().find(|(_, cell)| cell.value.starts_with(label)).unwrap();
        for (number, column) in numbers.iter().zip("DEFGHI".chars()) {
            let cell = format!("<c r=\"{column}{}\"", found.0.0);
            let (before, rest) = xml.split_once(&cell).unwrap_or_else(|| panic!("no cell {cell}"));
            let (style, after) = rest.split_once("/>").unwrap();
            xml = format!("{before}{cell}{style}><v>{number}</v></c>{after}");
        }
    }
    rewritten(file, "filled.xlsx", |name, bytes| if name == part { xml.clone().into_bytes() } else { bytes })
}

#[test]
fn a_form_that_was_filled_in_becomes_a_report() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let file = form(&workspace, &["市甲局"]);
    let rows: [(&str, &[u32]); 3] = [("一、本年新收", &[7, 2]), ("（一）予以公开", &[4, 2]), ("四、结转", &[2])];
    let filled = filled(&file, "表三", &rows);
    let old = convert(&filled, "xls");
    let again = old.with_file_name("again.xls");
    fs::rename(old, &again).unwrap();
    let reckoned = sheets(&convert(&again, "xlsx"))["表三"].text();
    assert!(reckoned.contains("勾稽检查：不符的列：自然人多1；总计多1；"), "{reckoned}");
    let told: Finished = nianbao(workspace.path(), ["import"]).arg(&again).output().unwrap().into();
    assert!(told.stdout.contains("甲市甲局 2025 年"), "{}", told.transcript());
    assert!(told.stdout.contains("错误[B001]"), "what is off is told again: {}", told.transcript());
    let report = workspace.read("content/agencies/jia/2025/report.yaml");
    assert!(report.contains("本年新收: {自然人: 7, 商业企业: 2,"), "{report}");
    assert!(report.contains("结转下年度: {自然人: 2,"), "{report}");
}

#[test]
fn forms_of_both_kinds_are_made_and_none_that_nobody_fills_in() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let file = form(&workspace, &["市甲局", "--year", "2020"]);
    assert!(sheets(&file)["表二"].text().contains("上一年项目数量"));
    fs::remove_dir_all(workspace.path().join("填报表")).unwrap();
    workspace.write("content/agencies/jia/2024/report.yaml", "年度: 2024\n状态: 可公开\n汇总: 全部下级\n");
    let told = export(&workspace, &["--all", "--year", "2024", "--out", "填报表"]);
    assert!(told.stdout.contains("没有写甲市甲局的：它的数字由下级汇总得出，不用填表"), "{}", told.transcript());
    workspace.write("content/agencies/jia/2024/report.yaml", "年度: 2024\n申请:\n  本年新收: {自然人: 三件}\n");
    let told = export(&workspace, &["市甲局", "--year", "2024", "--out", "另"]);
    assert_eq!(told.status, Some(1), "{}", told.transcript());
    assert!(told.stderr.contains("没有写：甲市甲局 2024 年的报告里有读不出的内容"), "{}", told.transcript());
}
