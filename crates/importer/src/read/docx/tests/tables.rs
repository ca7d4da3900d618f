//! Tables.

use super::{dropped, file, grid, p, r, tc, texts, tr};
use crate::Document;
use crate::document::{Certainty, GridCell, Part};

fn table(rows: &[String]) -> Document {
    file(&format!("<w:tbl>{}</w:tbl>", rows.concat())).read()
}

/// Each cell as `row,column+rows×columns text`.
fn cells(document: &Document) -> Vec<String> {
    let cell = |cell: &GridCell| {
        format!("{},{}+{}x{} {}", cell.row, cell.column, cell.rows, cell.columns, cell.text()).trim().to_owned()
    };
    grid(document).cells.iter().map(cell).collect()
}

#[test]
fn merged_cells_become_one() {
    let document = table(&[
        tr(&[tc(r#"<w:gridSpan w:val="2"/>"#, "宽"), tc(r#"<w:vMerge w:val="restart"/>"#, "高")]),
        tr(&[tc("", "甲"), tc("", ""), tc("<w:vMerge/>", "盖住")]),
        tr(&[tc(r#"<w:hMerge w:val="restart"/>"#, "旧"), tc("<w:hMerge/>", ""), tc("", "5")]),
    ]);
    assert_eq!(cells(&document), ["0,0+1x2 宽", "0,2+2x1 高", "1,0+1x1 甲", "1,1+1x1", "2,0+1x2 旧", "2,2+1x1 5"]);
    assert!(grid(&document).aligned);
    assert_eq!(dropped(&document), ["合并单元格里看不见的文字：盖住"]);
}

#[test]
fn rows_may_begin_and_end_within_the_table() {
    let row = r#"<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>"#.to_owned()
        + &tc("", "中")
        + "</w:tr>";
    let document = table(&[tr(&[tc("", "1"), tc("", "2"), tc("", "3")]), row]);
    assert_eq!(cells(&document)[3], "1,1+1x1 中");
    assert!(grid(&document).aligned);
}

#[test]
fn deleted_and_hidden_rows_are_left_out() {
    let gone = |mark: &str| format!("<w:tr><w:trPr>{mark}</w:trPr>{}{}</w:tr>", tc("", "旧"), tc("", "9"));
    let document = table(&[
        tr(&[tc("", "甲"), tc("", "1")]),
        gone("<w:del/>"),
        gone("<w:hidden/>"),
        tr(&[tc("", "乙"), tc("", "2")]),
    ]);
    assert_eq!(cells(&document), ["0,0+1x1 甲", "0,1+1x1 1", "1,0+1x1 乙", "1,1+1x1 2"]);
    assert_eq!(dropped(&document), ["修订中删去的表格行：旧9", "隐藏的表格行：旧9"]);
}

#[test]
fn figures_that_were_changed_or_struck_are_exact_or_doubtful() {
    let changed =
        format!("<w:tc><w:p><w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins>{}</w:ins></w:p></w:tc>", r("4"));
    let struck =
        "<w:tc><w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>3</w:t></w:r><w:r><w:t>4</w:t></w:r></w:p></w:tc>".to_owned();
    let shifted = format!("<w:tc><w:tcPr><w:cellDel/></w:tcPr>{}</w:tc>", p("7"));
    let document = table(&[tr(&[tc("", "甲"), changed, struck]), tr(&[tc("", "乙"), shifted, tc("", "8")])]);
    let grid = grid(&document);
    assert_eq!((grid.cells[1].text().as_str(), &grid.cells[1].certainty), ("4", &Certainty::Certain));
    assert!(matches!(&grid.cells[2].certainty, Certainty::Doubtful(why) if why.contains("删除线")));
    assert!(matches!(&grid.cells[4].certainty, Certainty::Doubtful(why) if why.contains("错了列")));
}

#[test]
fn raised_marks_are_no_digits() {
    let marked = r#"<w:tc><w:p><w:r><w:t>22</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r></w:p></w:tc>"#;
    let document = table(&[tr(&[tc("", "甲"), marked.to_owned()])]);
    assert_eq!(grid(&document).cells[1].text(), "22¹");
}

#[test]
fn rows_of_different_lengths_are_placed_by_their_widths() {
    let width = |width: u32, text: &str| tc(&format!(r#"<w:tcW w:w="{width}" w:type="dxa"/>"#), text);
    let document = table(&[
        tr(&[width(3000, "甲"), width(3000, "乙")]),
        tr(&[width(3000, "丙"), width(1490, "丁"), width(1510, "戊")]),
    ]);
    assert_eq!(cells(&document), ["0,0+1x1 甲", "0,1+1x2 乙", "1,0+1x1 丙", "1,1+1x1 丁", "1,2+1x1 戊"]);
    assert!(grid(&document).aligned);
    let document = table(&[tr(&[tc("", "甲"), tc("", "1")]), tr(&[tc("", "乙"), tc("", "2"), tc("", "3")])]);
    assert!(!grid(&document).aligned);
}

#[test]
fn tables_that_only_arrange_are_taken_apart() {
    let inner = format!("<w:tbl>{}</w:tbl>", tr(&[tc("", "规章"), tc("", "1")]));
    let outer = format!("<w:tbl><w:tr><w:tc>{}{inner}{}</w:tc></w:tr></w:tbl>", p("一、总体情况"), p("尾"));
    let document = file(&outer).read();
    assert_eq!(texts(&document), ["一、总体情况", "尾"]);
    assert_eq!(cells(&document), ["0,0+1x1 规章", "0,1+1x1 1"]);
}

#[test]
fn a_table_within_a_cell_stays_there() {
    let inner = format!("<w:tc><w:tbl>{}</w:tbl><w:p/></w:tc>", tr(&[tc("", "里"), tc("", "1")]));
    let document = table(&[tr(&[tc("", "甲"), inner]), tr(&[tc("", "乙"), tc("", "2")])]);
    assert!(matches!(grid(&document).cells[1].parts.as_slice(), [Part::Grid(_)]));
}

#[test]
fn rows_and_cells_in_controls_count() {
    let row = format!(
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        tr(&[tc("", "甲"), "<w:sdt><w:sdtContent>".to_owned() + &tc("", "1") + "</w:sdtContent></w:sdt>"])
    );
    assert_eq!(cells(&table(&[row])), ["0,0+1x1 甲", "0,1+1x1 1"]);
}

#[test]
fn slivers_between_edges_are_no_columns() {
    let rows = [
        tr(&[tc("", "复议"), tc(r#"<w:gridSpan w:val="2"/>"#, "诉讼")]),
        tr(&[tc(r#"<w:gridSpan w:val="2"/>"#, "1"), tc("", "2")]),
    ];
    let columns = r#"<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="4"/><w:gridCol w:w="2000"/></w:tblGrid>"#;
    let document = table(&[columns.to_owned(), rows.concat()]);
    assert_eq!(cells(&document), ["0,0+1x1 复议", "0,1+1x1 诉讼", "1,0+1x1 1", "1,1+1x1 2"]);
}
