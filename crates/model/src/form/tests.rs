//! The declaration of the form against the official one.

use super::{Form, LayoutCell, LookupError, TableId};
use crate::{Cell, Decimal, Figures};

fn form() -> &'static Form {
    Form::latest()
}

#[test]
fn table_three_has_144_typed_cells() {
    let block = &form().table(TableId::Applications).blocks[0];
    assert_eq!((block.rows.whole().len(), block.columns.whole().len()), (24, 6));
    assert_eq!((block.rows.leaves.len(), block.columns.leaves.len()), (25, 7));
}

#[test]
fn every_line_of_a_table_is_as_wide_as_the_table() {
    for table in &form().tables {
        let lines = table.layout();
        let mut covered = vec![vec![false; table.width()]; lines.len()];
        for (at, line) in lines.iter().enumerate() {
            for cell in &line.cells {
                let rows = match cell {
                    LayoutCell::Heading { rows, .. } | LayoutCell::Corner { rows, .. } => *rows,
                    LayoutCell::Figure { .. } => 1,
                };
                let start = covered[at].iter().position(|taken| !taken).expect("room in the line");
                for row in covered.iter_mut().skip(at).take(rows) {
                    for place in &mut row[start..start + cell.columns()] {
                        assert!(!std::mem::replace(place, true), "{:?}: {cell:?} overlaps", table.id);
                    }
                }
            }
        }
        assert!(covered.iter().flatten().all(|taken| *taken), "{:?} has a hole", table.id);
    }
}

#[test]
fn look_ups_take_chinese_keys_and_english_names() {
    for (chinese, english) in [
        ("申请.本年新收.总计", "applications.received.total"),
        ("申请.不予公开.属于国家秘密.自然人", "applications.refused.state_secret.natural_person"),
        ("申请.办理结果总计.总计", "applications.concluded.total"),
        ("主动公开.规章.制发", "disclosure.regulations.issued"),
        ("主动公开.行政事业性收费", "disclosure.fees"),
        ("诉讼.复议后起诉.尚未审结", "litigation.after_reconsideration.pending"),
    ] {
        assert_eq!(form().look_up(chinese), form().look_up(english), "{chinese}");
        assert!(form().look_up(chinese).is_ok(), "{chinese}");
    }
}

#[test]
fn a_row_stands_for_its_total_only_where_its_columns_add_up() {
    assert_eq!(form().look_up("申请.本年新收"), form().look_up("申请.本年新收.总计"));
    assert_eq!(form().look_up("复议"), form().look_up("复议.总计"));
    assert_eq!(form().look_up("主动公开.规章"), Err(LookupError::NotASum { next: vec!["制发", "废止", "现行有效"] }));
}

#[test]
fn an_unknown_part_is_named() {
    let unknown = LookupError::Unknown { part: "新收".into(), before: "申请".into() };
    assert_eq!(form().look_up("申请.新收.总计"), Err(unknown));
}

#[test]
fn totals_sum_what_stands_under_the_same_heading() {
    let mut figures = Figures::default();
    let paths = form().keys().paths();
    let cells = paths.iter().filter_map(|path| {
        let address = form().look_up(path).ok()?;
        (address.cell().is_some() && path.starts_with("申请")).then_some(address)
    });
    let mut count = 0;
    for address in cells {
        if figures.cell(&address).is_none() {
            count += 1;
            figures.set(&address, Cell { value: Decimal::ONE, ..Cell::default() });
        }
    }
    assert_eq!(count, 144);
    let sum = |path: &str| figures.sum(&form().look_up(path).expect("a known path"));
    assert_eq!(sum("申请.本年新收.总计"), Decimal::from(6));
    assert_eq!(sum("申请.不予公开.总计"), Decimal::from(48));
    assert_eq!(sum("申请.办理结果总计.自然人"), Decimal::from(21));
    assert_eq!(sum("申请.办理结果总计.总计"), Decimal::from(126));
}
