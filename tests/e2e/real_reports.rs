//! What the checks find in real published reports: the faults that are there, and nothing else.

use jiff::civil::{Date, date};
use nianbao_loader::{Disk, load};
use nianbao_model::form::Place;
use nianbao_model::{Address, Cell, Decimal, Diagnostic, Municipality, Severity, rules};
use nianbao_tests::repository;

/// The day of checking: departments are late with 2024, governments are not yet.
const TODAY: Date = date(2025, 3, 1);

/// Real reports, by their folders.
const REPORTS: [&str; 3] = ["", "tests/data/reports/suqian", "tests/data/reports/hongze"];

fn city(folder: &str) -> Municipality {
    let loaded = load(&Disk::new(repository().join(folder))).unwrap();
    assert!(loaded.diagnostics.iter().all(|finding| finding.severity() < Severity::Error), "{folder}");
    loaded.municipality.unwrap()
}

/// Errors and warnings, and hints on prose: `code message`.
fn findings(folder: &str) -> Vec<String> {
    let grave = |finding: &&Diagnostic| finding.severity() > Severity::Hint || finding.code.id.starts_with('N');
    let found = rules::check(&city(folder), &[], TODAY);
    found.iter().filter(grave).map(|finding| format!("{} {}", finding.code.id, finding.message)).collect()
}

#[test]
fn wenzhou_says_handled_what_is_carried_over() {
    assert_eq!(
        findings(""),
        ["N001 正文称“1起，已按时限按规范办结办理”（读作办结 1 件），而表三（七）总计为 0、结转下年度为 1"]
    );
}

#[test]
fn suqian_quotes_sums_and_only_a_percentage_is_off() {
    assert_eq!(
        findings("tests/data/reports/suqian"),
        ["N005 正文称“同比增长1.05%”，按表算是 (3646 − 3607) ÷ 3607 = 1.08%"]
    );
}

#[test]
fn hongze_states_two_totals_that_are_wrong() {
    assert_eq!(
        findings("tests/data/reports/hongze"),
        [
            "T001 表四“行政复议—总计”：表内合计写的是 0，各项相加是 10 + 1 + 0 + 0 = 11",
            "T001 表四“行政诉讼—复议后起诉—总计”：表内合计写的是 0，各项相加是 5 + 0 + 0 + 0 = 5",
        ]
    );
}

/// The 24 × 6 typed cells of table 3.
fn cells(city: &Municipality) -> Vec<Address> {
    let form = city.reports().next().unwrap().1.form;
    let row = |path: &str| form.look_up(path).unwrap();
    let (first, last) = (row("申请.本年新收.自然人"), row("申请.结转下年度.其他"));
    let rows = first.rows.start..last.rows.end;
    let cell = |(block, row, column): Place| Address { block, rows: row..row + 1, columns: column..column + 1 };
    let table = Address { block: first.block, rows, columns: first.columns.start..last.columns.end };
    table.cells().map(cell).collect()
}

#[test]
fn one_changed_cell_of_table_three_is_always_caught() {
    for folder in REPORTS {
        let city = city(folder);
        let cells = cells(&city);
        assert_eq!(cells.len(), 144);
        for (agency, year) in
            city.reports().map(|(agency, report)| (agency.id.clone(), report.year)).collect::<Vec<_>>()
        {
            for cell in &cells {
                let mut changed = city.clone();
                let report = report_mut(&mut changed, agency.as_str(), year);
                let value = report.figure(cell) + Decimal::ONE;
                report.figures.set(cell, Cell { value, ..Cell::default() });
                let caught = rules::check(&changed, &[], TODAY)
                    .iter()
                    .any(|finding| finding.code.id == "B001" && finding.is_about(&agency, year));
                assert!(caught, "{folder} {year} {}", city.reports().next().unwrap().1.form.label(cell));
            }
        }
    }
}

fn report_mut<'a>(city: &'a mut Municipality, agency: &str, year: i16) -> &'a mut nianbao_model::Report {
    let root = &mut city.root;
    let found = if root.id.as_str() == agency {
        root
    } else {
        root.children.iter_mut().find(|child| child.id.as_str() == agency).unwrap()
    };
    found.reports.get_mut(&year).unwrap()
}
