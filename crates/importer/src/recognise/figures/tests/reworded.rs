//! Tables whose heads or rows are called otherwise, stand in another order, or come twice.

use nianbao_model::form::Content;
use nianbao_model::{Address, Form, figures, number};

use super::super::{Tables, recognise};
use super::render::{self, Shown, place};
use super::shapes::{seats, shown};
use crate::document::{Grid, Place};

fn form() -> &'static Form {
    Form::of_year(2024).expect("a form")
}

fn numbers(first: u32) -> Shown {
    let numbers: Vec<u32> = (0..217).map(|number| first + 7 * number).collect();
    shown(form(), &numbers, true)
}

/// The figures that were read for certain, but for totals, by their labels.
fn certain(tables: &Tables) -> Vec<(Address, String)> {
    let own = seats(form()).into_iter().filter(|(_, total, _)| !total);
    let read = own.filter_map(|(address, ..)| {
        let cell = tables.figures.cell(&address).filter(|cell| cell.written.as_deref() != Some(figures::UNVERIFIED))?;
        Some((address, cell.value.to_string()))
    });
    read.collect()
}

/// Reads the official tables with other `words` in the heads of one, each with the official heading that it means, if any.
/// What is read for certain stands below the words that mean it.
fn hold(table: usize, words: &[(&str, &str, Option<&str>)]) -> usize {
    let form = form();
    let shown = numbers(3);
    let mut grids = render::tables(form, &shown);
    for cell in &mut grids[table].cells {
        if let Some((_, word, _)) = words.iter().find(|(official, ..)| cell.text() == *official) {
            *cell = render::cell(cell.row, cell.column, cell.rows, cell.columns, word);
        }
    }
    let read = certain(&recognise(&render::document(grids), Some(2024)));
    let leaf = |address: &Address| {
        let (_, block) = form.block(address).expect("a block");
        block
            .columns
            .leaves
            .iter()
            .rposition(|leaf| leaf.range == address.columns)
            .map(|at| (block, at))
            .expect("a column")
    };
    let blocks: Vec<usize> = form.tables[table].blocks.iter().map(|block| block.index).collect();
    for (address, value) in read.iter().filter(|(address, _)| blocks.contains(&address.block)) {
        let (block, column) = leaf(address);
        let label = block.columns.leaves[column].item.label;
        let group = column / 5;
        let is_meant = |official: &str| match words.iter().find(|(own, ..)| *own == official) {
            Some((_, _, means)) => *means == Some(label),
            None => official == label,
        };
        let headed = block.columns.leaves.iter().enumerate().filter(|(_, other)| is_meant(other.item.label));
        let under: Vec<String> = headed
            .filter(|(at, _)| table != 2 || at / 5 == group)
            .filter_map(|(_, other)| shown.get(&place(&Address { columns: other.range.clone(), ..address.clone() })))
            .map(|text| number::read(text, Content::Count).expect("a figure").value.to_string())
            .collect();
        assert!(under.contains(value), "{} is {value}, not one of {under:?}", form.label(address));
    }
    read.iter().filter(|(address, _)| blocks.contains(&address.block)).count()
}

#[test]
fn heads_of_other_words_are_never_taken_by_their_place() {
    let whole = hold(1, &[]);
    hold(1, &[("科研机构", "高校", None), ("社会公益组织", "科研机构", Some("科研机构"))]);
    hold(1, &[("社会公益组织", "律师事务所", None), ("法律服务机构", "社会组织", Some("社会公益组织"))]);
    let open = hold(
        1,
        &[
            ("自然人", "公民", None),
            ("商业企业", "公益组织", Some("社会公益组织")),
            ("科研机构", "科研教育机构", None),
            ("社会公益组织", "企业", Some("商业企业")),
            ("法律服务机构", "律所等法律服务", None),
        ],
    );
    assert!(open < whole);
    let one = hold(1, &[("法律服务机构", "律师事务所", None)]);
    assert!(one > whole / 2, "the other columns have their own heads");
}

#[test]
fn results_in_short_words_are_known_and_others_open() {
    let short = [
        ("结果维持", "纠正", Some("结果纠正")),
        ("结果纠正", "维持", Some("结果维持")),
        ("其他结果", "未审结", Some("尚未审结")),
        ("尚未审结", "其他", Some("其他结果")),
        ("总计", "合计", Some("总计")),
    ];
    assert_eq!(hold(2, &short), 12);
    hold(2, &[("结果维持", "被纠正", None), ("结果纠正", "维持原结果", None)]);
    hold(2, &[("结果维持", "被纠正", Some("结果纠正")), ("结果纠正", "维持原结果", Some("结果维持"))]);
    hold(
        2,
        &[
            ("结果维持", "维持", Some("结果维持")),
            ("结果纠正", "其他", Some("其他结果")),
            ("其他结果", "纠正", Some("结果纠正")),
            ("尚未审结", "未结", None),
            ("总计", "小计", Some("总计")),
        ],
    );
    hold(
        2,
        &[("结果纠正", "其他", Some("其他结果")), ("其他结果", "纠正", Some("结果纠正")), ("尚未审结", "未结", None)],
    );
}

/// Table 4 with a row for each kind of case.
fn in_rows(names: [&str; 3]) -> Grid {
    let heads = ["类别", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    let rows = [["4", "0", "2", "1", "7"], ["8", "7", "8", "0", "23"], ["0", "7", "3", "4", "14"]];
    let head = heads.iter().enumerate().map(|(column, text)| render::cell(0, column, 1, 1, text));
    let body = names.iter().zip(rows).enumerate().flat_map(|(row, (name, figures))| {
        let texts = std::iter::once(*name).chain(figures);
        texts.enumerate().map(move |(column, text)| render::cell(row + 1, column, 1, 1, text)).collect::<Vec<_>>()
    });
    Grid { cells: head.chain(body).collect(), aligned: true, place: Place::Unknown }
}

fn of_cases(grids: Vec<Grid>) -> Vec<String> {
    let cases: Vec<usize> = form().tables[2].blocks.iter().map(|block| block.index).collect();
    let read = certain(&recognise(&render::document(grids), Some(2024)));
    read.into_iter()
        .filter(|(address, _)| cases.contains(&address.block))
        .map(|(address, value)| format!("{} {value}", form().label(&address)))
        .collect()
}

#[test]
fn rows_of_cases_are_known_by_their_names() {
    let row = |names| {
        let mut grids = render::tables(form(), &numbers(3));
        grids[2] = in_rows(names);
        of_cases(grids)
    };
    let right = row(["行政复议", "未经复议直接起诉的行政诉讼", "复议后起诉的行政诉讼"]);
    assert_eq!(right.len(), 12, "{right:?}");
    assert!(right.iter().any(|line| line.contains("行政复议") && line.ends_with("结果维持” 4")), "{right:?}");
    let turned = row(["行政复议", "行政诉讼—复议后", "行政诉讼—未经复议"]);
    assert!(turned.iter().any(|line| line.contains("复议后起诉") && line.ends_with("结果维持” 8")), "{turned:?}");
    let unknown = row(["行政复议", "直接诉讼", "复议后诉讼"]);
    assert!(!unknown.iter().any(|line| line.contains("未经复议") || line.ends_with(" 8")), "{unknown:?}");
    assert!(unknown.iter().any(|line| line.contains("行政复议") && line.ends_with("结果维持” 4")), "{unknown:?}");
}

#[test]
fn a_second_table_of_other_figures_leaves_none_of_both() {
    let mut grids = render::tables(form(), &numbers(3));
    grids.push(render::tables(form(), &numbers(4)).remove(2));
    let read = of_cases(grids);
    assert!(read.iter().all(|line| line.ends_with(" 0")), "{read:?}");
    let same = vec![render::tables(form(), &numbers(3)).remove(2); 2];
    assert_eq!(of_cases(same).len(), 12);
}
