//! The schemas of the YAML files: what is good by the check is good by them, and they find the usual mistakes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use nianbao_loader::schema::{SchemaOf, schema};
use nianbao_model::Forms;
use nianbao_tests::{Finished, Workspace, nianbao, repository, violations};
use serde_json::Value;

/// What is written in a file, if it is YAML at all.
fn written(file: &Path) -> Option<Value> {
    serde_yaml::from_slice(&fs::read(file).ok()?).ok()
}

fn parsed(which: SchemaOf) -> Value {
    serde_json::from_str(&schema(which, &Forms::default())).unwrap()
}

/// The YAML files below a folder that people write, each with what it is.
fn files(folder: &Path) -> Vec<(SchemaOf, PathBuf)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !path.is_symlink() {
                open.push(path);
            } else if let Some(which) = SchemaOf::ALL.into_iter().find(|which| which.file() == name) {
                found.push((which, path));
            }
        }
    }
    found.sort_by(|one, other| one.1.cmp(&other.1));
    found
}

/// What the schemas say of the files below a folder.
fn told(folder: &Path) -> Vec<String> {
    let schemas = SchemaOf::ALL.map(parsed);
    let mut told = Vec::new();
    for (which, file) in files(folder) {
        let Some(value) = written(&file) else { continue };
        let schema = &schemas[SchemaOf::ALL.iter().position(|other| *other == which).unwrap()];
        told.extend(violations(schema, &value).into_iter().map(|what| format!("{}{what}", file.display())));
    }
    told
}

#[test]
fn what_people_write_rightly_is_right() {
    let good = ["content", "tests/sites/everything", "tests/sites/small-city", "tests/sites/older-forms"];
    for folder in good.map(|folder| repository().join(folder)) {
        assert!(files(&folder).len() > 2, "{}", folder.display());
        assert_eq!(told(&folder), [""; 0]);
    }
}

#[test]
fn a_made_up_city_is_right() {
    let workspace = Workspace::empty();
    let made: Finished =
        nianbao(workspace.path(), ["demo", "城", "--agencies", "20", "--years", "4"]).output().unwrap().into();
    assert_eq!(made.status, Some(0), "{}", made.transcript());
    assert_eq!(told(&workspace.path().join("城")), [""; 0]);
}

/// Mistakes that the schemas need not find: they are no matter of shape.
#[test]
fn the_usual_mistakes_are_found() {
    let found: BTreeSet<String> = super::diagnostics::cases()
        .into_iter()
        .filter(|case| !told(&repository().join("tests/invalid").join(case).join("content")).is_empty())
        .collect();
    for case in [
        "S028-text-for-group",
        "V002-negative",
        "V003-fraction",
        "V008-typed-total",
        "V009-one-number",
        "V020-unknown-key",
        "V021-no-name",
        "V025-date-form",
        "V026-status",
        "V027-no-scheme",
        "V029-order",
    ] {
        assert!(found.contains(case), "{case} is not among {found:?}");
    }
    // Nothing is wrong with the shape of these.
    for case in ["B001-unbalanced", "K001-elsewhere", "A001-idle", "V014-unverified", "Y001-carried-in"] {
        assert!(!found.contains(case), "{case}");
    }
}

#[test]
fn english_names_are_taken_too_and_the_year_chooses_the_form() {
    let schema = parsed(SchemaOf::Report);
    let of = |text: &str| violations(&schema, &serde_yaml::from_str(text).unwrap());
    assert_eq!(of("year: 2024\napplications: {received: {natural_person: {value: 1, remark: 甲}}}\n"), [""; 0]);
    assert_eq!(of("年度: 2024\n申请: {其他处理: {其他: {自然人: 1}}}\n"), [""; 0]);
    assert_eq!(of("年度: 2024\n申请: {其他处理: {自然人: 1, 其他: 2}, 本年新收: 待核对}\n"), [""; 0]);
    assert_ne!(of("年度: 2024\n申请: {本年新收: {自然人: 一}}\n"), [""; 0]);
    assert_ne!(of("发布日期: 2025-01-20\n"), [""; 0]);
    // Columns that only 格式2019 has, and its row that is not divided.
    let older = "主动公开: {行政许可: {上年项目: 1, 增减: -1, 处理决定: 3}}\n申请: {其他处理: {自然人: 1}}\n";
    let right = [2020, 2024].map(|year| of(&format!("年度: {year}\n{older}")).is_empty());
    assert_eq!(right, [true, false]);
}

#[test]
fn the_program_prints_and_writes_them() {
    let workspace = Workspace::empty();
    let run = |args: &[&str]| -> Finished { nianbao(workspace.path(), args).output().unwrap().into() };
    let printed = run(&["schema", "report"]);
    assert_eq!((printed.status, printed.stdout), (Some(0), schema(SchemaOf::Report, &Forms::default())));
    assert_eq!(run(&["schema", "--out", "格式"]).status, Some(0));
    for which in SchemaOf::ALL {
        let file = format!("格式/{}", which.schema_file());
        assert_eq!(workspace.read(&file), schema(which, &Forms::default()));
    }
    let unsaid = run(&["schema"]);
    assert_eq!(unsaid.status, Some(2));
    assert!(unsaid.stderr.contains("report、agency 或 site"), "{}", unsaid.stderr);
}
