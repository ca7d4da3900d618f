//! Texts as they are copied from pages and PDFs.

use super::super::encoding::Decoded;
use super::read;
use crate::Document;
use crate::document::{Grid, Part};

fn document(text: &str) -> Document {
    read(&Decoded { text: text.to_owned(), malformed: false })
}

fn paragraphs(document: &Document) -> Vec<String> {
    document
        .parts
        .iter()
        .filter_map(|part| if let Part::Paragraph(paragraph) = part { Some(paragraph.text()) } else { None })
        .collect()
}

fn grids(document: &Document) -> Vec<&Grid> {
    document.parts.iter().filter_map(|part| if let Part::Grid(grid) = part { Some(grid) } else { None }).collect()
}

fn rows(grid: &Grid) -> Vec<Vec<String>> {
    (0..grid.height())
        .map(|row| grid.cells.iter().filter(|cell| cell.row == row).map(crate::document::GridCell::text).collect())
        .collect()
}

#[test]
fn bars_divide_cells_and_blank_ones_are_kept() {
    let document = document("二、主动公开\n信息内容 | 本年处理决定数量 | ||\n规章 |  | 0 | 5 |\n三、收到");
    assert_eq!(paragraphs(&document), ["二、主动公开", "三、收到"]);
    assert_eq!(rows(grids(&document)[0]), [["信息内容", "本年处理决定数量", "", ""], ["规章", "", "0", "5"]]);
    assert!(!grids(&document)[0].aligned);
}

#[test]
fn tabs_keep_columns_where_all_rows_have_as_many() {
    let even = document("信息内容\t制发\t废止\n规章\t\t0\n");
    assert!(grids(&even)[0].aligned);
    assert_eq!(rows(grids(&even)[0])[1], ["规章", "", "0"]);
    assert!(!grids(&document("信息内容\t制发\t废止\n规章\t0\n"))[0].aligned);
}

#[test]
fn a_pdf_text_has_rows_by_spaces_and_labels_over_lines() {
    let text = "       信息内容            本年处理决定数量\n\n\n行政许可                      550\n\n\u{c}   （二）部分公开（区分处理的，只计这一情 形，不\n   计其他情形）\n          4    0      0     0   0   0     4\n   1.属于国家秘密  1 0  0   0   0   0   1\n\n四、政府信息公开行政复议、行政诉讼情况\n";
    let document = document(text);
    let found = rows(grids(&document)[0]);
    assert_eq!(found[1], ["行政许可", "550"]);
    assert_eq!(
        found[2],
        ["（二）部分公开（区分处理的，只计这一情 形，不计其他情形）", "4", "0", "0", "0", "0", "0", "4"]
    );
    assert_eq!(found[3], ["1.属于国家秘密", "1", "0", "0", "0", "0", "0", "1"]);
    assert_eq!(paragraphs(&document), ["四、政府信息公开行政复议、行政诉讼情况"]);
}

#[test]
fn figures_after_single_spaces_are_cells() {
    let document = document("规章 0 0 0\n行政规范性文件 0 5 5\n309 17 88 26 440\n");
    assert_eq!(
        rows(grids(&document)[0]),
        [vec!["规章", "0", "0", "0"], vec!["行政规范性文件", "0", "5", "5"], vec!["309", "17", "88", "26", "440"]]
    );
}

#[test]
fn wrapped_lines_are_one_paragraph_over_pages_too() {
    let full = "政".repeat(28);
    let first = "年".repeat(26);
    let text = format!("    {first}\n{full}\n\n      - 1 -\n\u{c}{full}\n结束。\n").repeat(6);
    let document = document(&text);
    let found = paragraphs(&document);
    assert_eq!(found.len(), 6);
    assert_eq!(found[0], format!("{first}{full}{full}结束。"));
    assert_eq!(document.dropped.len(), 6);
    assert_eq!(document.dropped[0].kind, "页码");
}

#[test]
fn a_paragraph_a_line_stays_so() {
    let document = document(
        "索引号：A1    发布日期：2024-01-20\n一、总体情况\n2023年，我局收到申请 3 件。\n\n    某某局    2024年1月20日\n",
    );
    assert_eq!(paragraphs(&document).len(), 4);
    assert!(grids(&document).is_empty());
}

#[test]
fn a_cell_a_line_is_a_row_from_its_label_on() {
    let text = "第二十条第（一）项\n\n信息内容\n\n本年制发件数\n\n规章\n\n1\n\n1\n\n6\n\n行政许可\n\n85542\n\n三、收到和处理政府信息公开申请情况\n\n总计\n\n3\n\n4\n\n5\n\n6\n\n结束。\n";
    for text in [text.to_owned(), text.replace("\n\n", "\n")] {
        let document = document(&text);
        let found: Vec<Vec<Vec<String>>> = grids(&document).into_iter().map(rows).collect();
        assert_eq!(found[0], [vec!["规章", "1", "1", "6"], vec!["行政许可", "85542"]]);
        assert_eq!(found[1], [vec!["总计"], vec!["3", "4", "5", "6"]]);
        assert_eq!(paragraphs(&document)[3..], ["三、收到和处理政府信息公开申请情况", "结束。"]);
    }
}

#[test]
fn figures_copied_column_by_column_are_doubtful() {
    let text = "行政许可\n第二十条第（六）项\n行政处罚\n行政强制\n行政事业性收费\n82008\n8155\n25\n1222.73\n";
    let document = document(text);
    assert!(grids(&document)[0].cells.iter().all(|cell| cell.certainty != crate::document::Certainty::Certain));
}

#[test]
fn cells_between_lone_tabs_are_rows() {
    let text = "三、收到和处理政府信息公开申请情况\n\n三、本\n\n年度\n\n\t\n\n予以公开\n\n\t\n\n33\n\n\t\t\n\n4\n\n5\n\n\n\n\n总计\n\n\t\n\n7\n\n五、存在的主要问题及改进情况\n\n结束。\n";
    let document = document(text);
    assert_eq!(rows(grids(&document)[0]), [vec!["三、本年度", "予以公开", "33", "", "4 5"], vec!["总计", "7"]]);
    assert_eq!(paragraphs(&document), ["三、收到和处理政府信息公开申请情况", "五、存在的主要问题及改进情况", "结束。"]);
}
