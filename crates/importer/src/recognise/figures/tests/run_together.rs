//! Figures that run together: never read, but named with the readings whose sums hold.

use super::super::recognise;
use super::{COPIED, document, shown};

/// Table 3 as pages copy it, a row given by its label's beginning replaced.
fn applications(replaced: &[(&str, &str)]) -> String {
    let mut rows: Vec<String> = vec![
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |||||||".to_owned(),
        "| 自然人 | 法人或其他组织 |||||| 总计 |".to_owned(),
        "| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |".to_owned(),
    ];
    let form = nianbao_model::Form::of_year(2023).expect("a form");
    let block = &form.tables[1].blocks[0];
    for leaf in &block.rows.leaves {
        let label = leaf.item.label;
        let usual = match label {
            _ if label.starts_with("一、") => "12 | 1 | 0 | 0 | 0 | 0 | 13",
            _ if label.starts_with("（一）予以公开") => "10 | 1 | 0 | 0 | 0 | 0 | 11",
            _ if label.starts_with("（七）总计") => "12 | 1 | 0 | 0 | 0 | 0 | 13",
            _ if label.starts_with("（二）部分公开") => "2 | 0 | 0 | 0 | 0 | 0 | 2",
            _ => "0 | 0 | 0 | 0 | 0 | 0 | 0",
        };
        let values = replaced.iter().find(|(start, _)| label.starts_with(start)).map_or(usual, |(_, values)| values);
        rows.push(format!("{label} | {values} |"));
    }
    rows.join("\n")
}

/// What is told of the row whose doubt names `label`, with its hint.
fn told(text: &str, label: &str) -> (String, String) {
    let tables = recognise(&document(text), Some(2023));
    let of_row = |doubt: &&crate::Doubt| matches!(&doubt.subject, crate::Subject::Figure(address) | crate::Subject::Row(address) if tables.form.label(address).contains(label));
    // A row is told as a row, not as its total.
    assert!(
        !tables
            .doubts
            .iter()
            .any(|doubt| doubt.message.starts_with("这一行") && matches!(doubt.subject, crate::Subject::Figure(_)))
    );
    let doubt = tables.doubts.iter().find(of_row).unwrap_or_else(|| panic!("nothing is told: {:?}", tables.doubts));
    (doubt.message.clone(), doubt.hint.clone().unwrap_or_default())
}

#[test]
fn a_row_in_one_piece_is_named_with_the_reading_whose_sums_hold() {
    let text = applications(&[("（一）予以公开", "101000011")]);
    let (message, hint) = told(&text, "予以公开");
    assert!(message.contains("101000011"), "{message}");
    assert_eq!(hint, "读作 10、1、0、0、0、0、11 时本行和本列的合计都成立");
    let tables = recognise(&document(&text), Some(2023));
    assert!(shown(&tables).iter().any(|row| row.starts_with("（一）予以公开: ? ? ? ? ? ? -")), "{:?}", shown(&tables));
}

#[test]
fn cells_that_stick_together_or_were_torn_are_named() {
    let (_, hint) = told(&applications(&[("（一）予以公开", "101 | 0 | 0 | 0 | 0 | 11")]), "予以公开");
    assert_eq!(hint, "读作 10、1、0、0、0、0、11 时本行和本列的合计都成立");
    let (_, hint) = told(&applications(&[("一、", "1 | 2 | 1 | 0 | 0 | 0 | 0 | 13")]), "本年新收");
    assert_eq!(hint, "读作 12、1、0、0、0、0、13 时本行和本列的合计都成立");
}

#[test]
fn what_has_too_many_readings_has_no_hint() {
    let (_, hint) = told(COPIED.replace("109 | 489 | 597", "109489597").as_str(), "行政规范性文件");
    assert_eq!(hint, "");
    let (_, hint) = told(COPIED.replace("规章 | 2 | 0 | 11", "规章 | 000").as_str(), "规章");
    assert_eq!(hint, "只能读作 0、0、0，没有合计可以核对");
}

#[test]
fn a_figure_torn_in_two_is_named_joined() {
    let (_, hint) = told(COPIED, "行政强制");
    assert_eq!(hint, "只能读作 20163，没有合计可以核对");
}

/// Table 4 as pages copy it, with these figures.
fn proceedings(figures: &str) -> String {
    let outcomes = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计";
    format!(
        "行政复议 | 行政诉讼 |\n未经复议直接起诉 | 复议后起诉 |\n{outcomes} | {outcomes} | {outcomes} |\n{figures} |"
    )
}

#[test]
fn the_figures_of_table_4_in_one_piece_are_named() {
    let text = proceedings("30104000001201013");
    let tables = recognise(&document(&text), Some(2023));
    let doubt = tables.doubts.iter().find(|doubt| doubt.hint.is_some()).expect("a hint");
    assert_eq!(
        doubt.hint.as_deref(),
        Some(
            "读作 3、0、1、0、4、0、0、0、0、0、1、2、0、10、13，或者 3、0、1、0、4、0、0、0、0、0、12、0、1、0、13 时本行各组的总计都成立"
        ),
        "{}",
        doubt.message
    );
    assert!(shown(&tables).contains(&": ? ? ? ? - ? ? ? ? - ? ? ? ? -".to_owned()), "{:?}", shown(&tables));
    let tables = recognise(&document(&proceedings("3 | 0 | 1 | 0 | 4 | 0000000000")), Some(2023));
    let doubt = tables.doubts.iter().find(|doubt| doubt.hint.is_some()).expect("a hint");
    assert!(
        doubt
            .hint
            .as_deref()
            .is_some_and(|hint| hint.starts_with("读作 3、0、1、0、4、0、0、0、0、0、0、0、0、0、0 时")),
        "{doubt:?}"
    );
}

#[test]
fn rows_of_text_without_borders_are_named() {
    let form = nianbao_model::Form::of_year(2023).expect("a form");
    let rows = form.tables[1].blocks[0].rows.leaves.iter().map(|leaf| format!("{}0000000", leaf.item.label));
    let heads = "申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他";
    let text = std::iter::once(heads.to_owned()).chain(rows).collect::<Vec<_>>().join("\n");
    let (message, hint) = told(&text.replace("数量0000000", "数量1000001"), "本年新收");
    assert!(message.contains("连在一起"), "{message}");
    assert_eq!(hint, "读作 1、0、0、0、0、0、1 时本行合计成立");
}

#[test]
fn a_table_in_one_paragraph_is_named_row_by_row() {
    let form = nianbao_model::Form::of_year(2023).expect("a form");
    let rows = form.tables[1].blocks[0].rows.leaves.iter().map(|leaf| format!("{}0000000", leaf.item.label));
    let text = rows.collect::<String>().replace("数量0000000", "数量1000001");
    let tables = recognise(&document(&text), Some(2023));
    let hints: Vec<&str> = tables.doubts.iter().filter_map(|doubt| doubt.hint.as_deref()).collect();
    let [hint] = hints.as_slice() else { panic!("{:?}", tables.doubts) };
    assert!(hint.contains("“一、本年新收政府信息公开申请数量”读作 1、0、0、0、0、0、1 时本行合计成立；"), "{hint}");
    assert_eq!(hint.matches("读作").count(), form.tables[1].blocks[0].rows.leaves.len());
}
