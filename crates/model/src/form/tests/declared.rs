//! The declaration of the form against the official one.

use crate::form::{Content, Form, LayoutCell, LookupError, TableId};
use crate::{Cell, Decimal, Figures};

fn form() -> &'static Form {
    Form::latest()
}

/// Every form that is known: of 2019, of 2021, and the latter with （六）其他处理 in one row.
fn forms() -> [&'static Form; 3] {
    [Form::of_year(2020).expect("a form"), form(), form().undivided()]
}

#[test]
fn each_year_has_its_form() {
    let since = |year| Form::of_year(year).map(|form| form.since);
    assert_eq!([2018, 2019, 2020, 2021, 2030].map(since), [None, Some(2019), Some(2019), Some(2021), Some(2021)]);
}

#[test]
fn a_form_without_items_of_other_handling_is_its_own() {
    let [older, _, undivided] = forms();
    assert!(std::ptr::eq(older.undivided(), older));
    assert!(std::ptr::eq(undivided.undivided(), undivided));
}

#[test]
fn the_keys_that_rules_ask_for_are_on_every_form() {
    for form in forms() {
        for path in [
            "申请.本年新收.总计",
            "申请.上年结转.自然人",
            "申请.不予公开.总计",
            "申请.其他处理.总计",
            "申请.其他处理.自然人",
            "申请.办理结果总计.法律服务机构",
            "申请.结转下年度.其他",
            "复议.总计",
            "诉讼.复议后起诉.尚未审结",
        ] {
            assert!(form.look_up(path).is_ok(), "{path} on the form of {}", form.since);
        }
    }
}

#[test]
fn other_handling_in_one_row_is_typed_by_applicant() {
    let undivided = form().undivided();
    let block = &undivided.table(TableId::Applications).blocks[0];
    assert_eq!((block.rows.whole().len(), block.rows.leaves.len(), block.rows.depth), (22, 23, 3));
    let cell = undivided.look_up("申请.其他处理.其他").expect("a cell");
    assert_eq!(undivided.label(&cell), "表三“（六）其他处理”的“其他”");
    assert_eq!(undivided.look_up("申请.其他处理"), undivided.look_up("申请.其他处理.总计"));
}

#[test]
fn the_form_of_2019_has_its_own_table_two() {
    let older = forms()[0];
    assert_eq!(older.table(TableId::Disclosure).blocks.len(), 5);
    for (path, english, label) in [
        ("规范性文件.公开总数", "normative_documents.disclosed_in_all", "表二“规范性文件”的“对外公开总数量”"),
        ("行政许可.上年项目", "permits.items_last_year", "表二“行政许可”的“上一年项目数量”"),
        ("其他对外管理服务事项.处理决定", "other_services.decisions", "表二“其他对外管理服务事项”的“处理决定数量”"),
        ("行政事业性收费.增减", "fees.change", "表二“行政事业性收费”的“本年增/减”"),
        ("政府集中采购.采购总金额", "procurement.amount", "表二“政府集中采购”的“采购总金额”"),
    ] {
        let address = older.look_up(&format!("主动公开.{path}")).expect("a known path");
        assert_eq!(older.look_up(&format!("disclosure.{english}")), Ok(address.clone()), "{path}");
        assert_eq!(older.label(&address), label);
    }
    assert!(older.look_up("主动公开.行政事业性收费").is_err(), "its columns do not add up");
}

#[test]
fn a_change_is_told_from_a_count() {
    let lines = forms()[0].table(TableId::Disclosure).layout();
    let contents: Vec<(Content, usize)> = lines
        .iter()
        .flat_map(|line| &line.cells)
        .filter_map(|cell| match cell {
            LayoutCell::Figure { content, columns, .. } => Some((*content, *columns)),
            _ => None,
        })
        .collect();
    assert_eq!(contents.iter().filter(|(content, _)| *content == Content::Change).count(), 5);
    // Two columns under fees and under procurement are as wide as three elsewhere.
    assert_eq!(contents.last(), Some(&(Content::Amount, 2)));
    let spans: Vec<usize> = contents.iter().take(3).map(|(_, columns)| *columns).collect();
    assert_eq!((spans, forms()[0].table(TableId::Disclosure).shares()), (vec![1, 2, 1], vec![2, 1, 1, 2]));
}

#[test]
fn table_three_has_144_typed_cells() {
    let block = &form().table(TableId::Applications).blocks[0];
    assert_eq!((block.rows.whole().len(), block.columns.whole().len()), (24, 6));
    assert_eq!((block.rows.leaves.len(), block.columns.leaves.len()), (25, 7));
}

#[test]
fn every_line_of_a_table_is_as_wide_as_the_table() {
    for table in forms().into_iter().flat_map(|form| &form.tables) {
        let lines = table.layout();
        let mut covered = vec![vec![false; table.width()]; lines.len()];
        for (at, line) in lines.iter().enumerate() {
            for cell in &line.cells {
                let start = covered[at].iter().position(|taken| !taken).expect("room in the line");
                for row in covered.iter_mut().skip(at).take(cell.rows()) {
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
