//! The registry, and the arithmetic against generated tables. Examples of each rule stand in tests/rules/.

use proptest::prelude::*;

use super::judge::judged;
use super::subject::RuleSubject;
use super::{all, codes, of_city};
use crate::{
    Address, Agency, AgencyId, Cell, Decimal, Diagnostic, Figures, FileId, Form, Report, Span, Spanned, Stated,
};

const COLUMNS: usize = 6;
const ROWS: usize = 24;

fn applications() -> usize {
    Form::latest().look_up("申请.本年新收.自然人").expect("a cell").block
}

fn span() -> Span {
    Span::new(FileId(0), 0, 1)
}

fn report(figures: Figures, stated: Vec<Stated>) -> Report {
    Report { figures, stated, ..Report::blank(2024) }
}

fn check(report: &Report) -> Vec<Diagnostic> {
    let agency = Agency::new(AgencyId::root(), Spanned::new("某市人民政府".to_owned(), span()));
    let subject = RuleSubject {
        report: report.clone().into(),
        agency: agency.into(),
        last_year: None,
        merged: Vec::new(),
        same_sum: false,
    };
    judged(subject).findings().to_vec()
}

fn set(figures: &mut Figures, row: usize, column: usize, value: u32) {
    let address = Address { block: applications(), rows: row..row + 1, columns: column..column + 1 };
    figures.set(&address, Cell { value: Decimal::from(value), span: Some(span()), ..Cell::default() });
}

/// A table whose columns balance: the last row is what is left over.
fn balanced(cells: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let mut table = cells.to_vec();
    let results: Vec<u32> = (0..COLUMNS).map(|column| cells[2..ROWS - 1].iter().map(|row| row[column]).sum()).collect();
    table[0].iter_mut().zip(&results).for_each(|(received, concluded)| *received += concluded);
    table[ROWS - 1] = (0..COLUMNS).map(|column| table[0][column] + table[1][column] - results[column]).collect();
    table
}

fn figures(table: &[Vec<u32>]) -> Figures {
    let mut figures = Figures::default();
    for (row, cells) in table.iter().enumerate() {
        for (column, value) in cells.iter().enumerate() {
            set(&mut figures, row, column, *value);
        }
    }
    figures
}

proptest! {
    // Each case tries all 144 cells.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_change_of_one_cell_of_a_balanced_table_is_caught(
        cells in prop::collection::vec(prop::collection::vec(0u32..5000, COLUMNS), ROWS),
    ) {
        let table = balanced(&cells);
        prop_assert!(check(&report(figures(&table), Vec::new())).is_empty());
        for row in 0..ROWS {
            for column in 0..COLUMNS {
                let mut changed = table.clone();
                changed[row][column] += 1;
                let findings = check(&report(figures(&changed), Vec::new()));
                prop_assert_eq!(findings.len(), 1, "row {} column {}", row, column);
                prop_assert_eq!(findings[0].code.id, "B001");
            }
        }
    }

    #[test]
    fn a_stated_total_that_is_off_by_anything_is_caught(
        cells in prop::collection::vec(prop::collection::vec(0u32..5000, COLUMNS), ROWS),
        off in 1u32..100_000,
    ) {
        let figures = figures(&balanced(&cells));
        let address = Form::latest().look_up("申请.办理结果总计.总计").expect("a total");
        let right = figures.sum(&address);
        let stated = |value| vec![Stated { address: address.clone(), value, span: span() }];
        prop_assert!(check(&report(figures.clone(), stated(right))).is_empty());
        let findings = check(&report(figures.clone(), stated(right + Decimal::from(off))));
        prop_assert_eq!(findings.len(), 1);
        prop_assert_eq!(findings[0].code.id, "T001");
    }
}

#[test]
fn the_registries_are_sorted_and_every_rule_is_explained() {
    let sorted = |ids: Vec<&str>| ids.is_sorted() && ids.windows(2).all(|pair| pair[0] != pair[1]);
    assert!(sorted(all().map(|rule| rule.code.id).collect()));
    assert!(sorted(of_city().map(|rule| rule.code.id).collect()));
    for code in codes() {
        let headings: Vec<&str> = code.docs.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(headings, ["## 检查什么", "## 依据", "## 例", "## 怎样改"], "{}", code.id);
    }
}

#[test]
fn a_number_cut_in_two_is_named_as_a_likely_cause() {
    let mut table = Figures::default();
    set(&mut table, 0, 0, 2);
    set(&mut table, 0, 1, 5);
    set(&mut table, 2, 0, 25);
    let findings = check(&report(table, Vec::new()));
    let help: Vec<&str> = findings.iter().filter_map(|finding| finding.help.as_deref()).collect();
    assert!(help[0].contains("的 2 和右边一格的 5 合起来是 25"), "{help:?}");
    assert!(!help[1].contains("合起来"), "{help:?}");
}
