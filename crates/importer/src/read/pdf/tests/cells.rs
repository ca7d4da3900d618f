//! Cells by the lines around them, and what stands in them.

use super::written::{Content, turned};
use super::{Content as Page, cell, document, grids, paragraphs, rows};
use crate::document::Certainty;
use crate::read::pdf::read;

/// A table of two columns with a figure each.
fn simple() -> Content {
    Page::default()
        .lattice(&[100.0, 250.0, 400.0], &[700.0, 680.0, 660.0])
        .song(105.0, 685.0, 10.0, "行政许可")
        .latin(320.0, 685.0, 10.0, "550")
        .gbk(105.0, 665.0, 10.0, "行政处罚")
        .latin(320.0, 665.0, 10.0, "4119")
}

fn expected() -> Vec<Vec<String>> {
    vec![vec!["行政许可".into(), "550".into()], vec!["行政处罚".into(), "4119".into()]]
}

#[test]
fn fonts_that_the_file_does_not_hold_are_read() {
    assert_eq!(rows(grids(&document(&[simple()]))[0]), expected());
}

#[test]
fn turned_pages_are_read_as_they_are_seen() {
    for turn in [90, 180, 270] {
        let read = read(&turned(&[simple()], turn)).expect("it is read");
        assert_eq!(rows(grids(&read)[0]), expected(), "turned by {turn}");
    }
}

#[test]
fn a_table_drawn_on_its_side_is_read_upright() {
    let lines = "q 0 1 -1 0 700 0 cm";
    let page = Page::default().raw(lines);
    let inner = page.lattice(&[100.0, 250.0, 400.0], &[600.0, 580.0, 560.0]);
    let inner =
        inner.raw("BT /H 10 Tf 1 0 0 1 105 585 Tm (21) Tj ET BT /H 10 Tf 1 0 0 1 320 585 Tm (7) Tj ET").raw("Q");
    assert_eq!(rows(grids(&document(&[inner]))[0])[0], ["21", "7"]);
}

#[test]
fn thin_boxes_and_dots_are_lines_too() {
    let mut page = Page::default().filled(100.0, 700.0, 300.0, 0.7).filled(100.0, 660.0, 300.0, 0.7);
    for x in [100.0, 250.0, 400.0] {
        page = page.filled(x, 660.0, 0.7, 40.0);
    }
    for dot in 0..150 {
        page = page.filled(100.0 + 2.0 * f64::from(dot), 680.0, 1.0, 1.0);
    }
    let page = page
        .latin(110.0, 685.0, 10.0, "a")
        .latin(320.0, 685.0, 10.0, "1")
        .latin(110.0, 665.0, 10.0, "b")
        .latin(320.0, 665.0, 10.0, "2");
    assert_eq!(rows(grids(&document(&[page]))[0]), [["a", "1"], ["b", "2"]]);
}

#[test]
fn merged_cells_keep_their_spans() {
    let page = Page::default()
        .lattice(&[100.0, 400.0], &[700.0, 640.0])
        .line((160.0, 700.0), (160.0, 640.0))
        .line((160.0, 680.0), (400.0, 680.0))
        .line((100.0, 660.0), (400.0, 660.0))
        .line((280.0, 680.0), (280.0, 640.0))
        .latin(105.0, 675.0, 10.0, "tall")
        .latin(200.0, 685.0, 10.0, "wide")
        .latin(200.0, 665.0, 10.0, "1")
        .latin(300.0, 665.0, 10.0, "2");
    let document = document(&[page]);
    let grid = grids(&document)[0];
    let spans: Vec<_> =
        grid.cells.iter().map(|cell| (cell.row, cell.column, cell.rows, cell.columns, cell.text())).collect();
    assert_eq!(
        spans,
        [
            (0, 0, 2, 1, "tall".to_owned()),
            (0, 1, 1, 2, "wide".to_owned()),
            (1, 1, 1, 1, "1".to_owned()),
            (1, 2, 1, 1, "2".to_owned()),
            (2, 0, 1, 1, String::new()),
            (2, 1, 1, 1, String::new()),
            (2, 2, 1, 1, String::new()),
        ]
    );
}

#[test]
fn a_last_row_without_its_lower_line_is_a_row() {
    let page = Page::default()
        .line((100.0, 700.0), (400.0, 700.0))
        .line((100.0, 680.0), (400.0, 680.0))
        .line((100.0, 700.0), (100.0, 660.0))
        .line((250.0, 700.0), (250.0, 660.0))
        .line((400.0, 700.0), (400.0, 660.0))
        .latin(110.0, 685.0, 10.0, "a")
        .latin(320.0, 685.0, 10.0, "1")
        .latin(110.0, 665.0, 10.0, "b")
        .latin(320.0, 665.0, 10.0, "2");
    assert_eq!(rows(grids(&document(&[page]))[0]), [["a", "1"], ["b", "2"]]);
}

#[test]
fn letters_drawn_twice_to_look_bold_are_read_once() {
    let page = simple().song(105.3, 685.0, 10.0, "行政许可").latin(320.3, 685.0, 10.0, "550");
    assert_eq!(rows(grids(&document(&[page]))[0]), expected());
}

#[test]
fn a_label_spelt_downwards_is_one_label() {
    let mut page = Page::default().lattice(&[100.0, 120.0, 300.0], &[700.0, 580.0]).latin(200.0, 640.0, 10.0, "3");
    for (place, letter) in (0..).zip("三、本年度办理".chars()) {
        page = page.song(105.0, 685.0 - 14.0 * f64::from(place), 10.0, &letter.to_string());
    }
    assert_eq!(rows(grids(&document(&[page]))[0]), [["三、本年度办理", "3"]]);
}

#[test]
fn figures_that_may_be_one_or_two_are_doubted() {
    let near = Page::default()
        .lattice(&[100.0, 250.0, 400.0], &[700.0, 680.0])
        .latin(110.0, 685.0, 10.0, "20")
        .latin(123.5, 685.0, 10.0, "4");
    assert_eq!(cell(grids(&document(&[near]))[0], 0, 0).as_deref(), Some("20 4?"));
    let upon = Page::default()
        .lattice(&[100.0, 250.0, 400.0], &[700.0, 680.0])
        .latin(110.0, 685.0, 10.0, "20")
        .latin(117.0, 685.0, 10.0, "4");
    assert!(cell(grids(&document(&[upon]))[0], 0, 0).is_some_and(|text| text.ends_with('?')));
}

#[test]
fn figures_over_a_line_are_doubted() {
    let page = Page::default()
        .lattice(&[100.0, 250.0, 400.0], &[700.0, 680.0])
        .latin(238.0, 685.0, 10.0, "1234")
        .latin(320.0, 685.0, 10.0, "5");
    let document = document(&[page]);
    let doubted = grids(&document)[0].cells.iter().filter(|cell| cell.certainty != Certainty::Certain).count();
    assert_eq!(doubted, 2, "neither cell is certain of a number that runs over the line between them");
}

#[test]
fn a_number_over_two_lines_is_doubted() {
    let page = Page::default()
        .lattice(&[100.0, 130.0, 400.0], &[700.0, 660.0])
        .latin(105.0, 685.0, 10.0, "1234")
        .latin(105.0, 670.0, 10.0, "5");
    assert_eq!(cell(grids(&document(&[page]))[0], 0, 0).as_deref(), Some("1234\n5?"));
}

#[test]
fn what_was_recognised_from_a_picture_is_doubted() {
    let page =
        Page::default().picture().lattice(&[100.0, 250.0, 400.0], &[700.0, 680.0]).unseen(110.0, 685.0, 10.0, "20");
    let document = document(&[page]);
    assert_eq!(cell(grids(&document)[0], 0, 0).as_deref(), Some("20?"));
    assert_eq!(document.warnings.len(), 1);
    assert_eq!(document.parts.len(), 1, "the picture of the page itself is not shown again");
}

#[test]
fn a_row_cut_by_the_page_is_one_row() {
    let above = Page::default()
        .lattice(&[100.0, 160.0, 250.0, 400.0], &[90.0, 70.0, 50.0])
        .song(165.0, 75.0, 10.0, "（四）无法提供")
        .latin(320.0, 75.0, 10.0, "1")
        .song(165.0, 55.0, 10.0, "要求行政机关确认")
        .latin(320.0, 55.0, 10.0, "2");
    let below = Page::default()
        .lattice(&[100.0, 160.0, 250.0, 400.0], &[800.0, 780.0, 760.0])
        .song(165.0, 785.0, 10.0, "已获取信息")
        .song(165.0, 765.0, 10.0, "（七）总计")
        .latin(320.0, 765.0, 10.0, "3");
    let document = document(&[above, below]);
    let grid = grids(&document);
    assert_eq!(grid.len(), 1);
    assert_eq!(rows(grid[0])[1], ["", "要求行政机关确认已获取信息", "2"]);
    assert_eq!(rows(grid[0])[2], ["", "（七）总计", "3"]);
}

#[test]
fn a_row_of_blanks_at_the_end_of_a_page_stays_a_row() {
    let above = Page::default()
        .lattice(&[100.0, 250.0, 400.0], &[90.0, 70.0, 50.0])
        .song(105.0, 75.0, 10.0, "信息内容")
        .song(255.0, 75.0, 10.0, "本年处理决定数量")
        .song(105.0, 55.0, 10.0, "行政处罚");
    let below = Page::default()
        .lattice(&[100.0, 250.0, 400.0], &[800.0, 780.0])
        .song(105.0, 785.0, 10.0, "行政强制")
        .latin(320.0, 785.0, 10.0, "195");
    let document = document(&[above, below]);
    assert_eq!(
        rows(grids(&document)[0])[1..],
        [["行政处罚".to_owned(), String::new()], ["行政强制".to_owned(), "195".to_owned()]]
    );
}

#[test]
fn a_head_repeated_on_the_next_page_is_left_out() {
    let head = |page: Content, y: f64| page.song(105.0, y, 10.0, "信息内容").song(255.0, y, 10.0, "数量");
    let above = head(Page::default().lattice(&[100.0, 250.0, 400.0], &[90.0, 70.0, 50.0]), 75.0)
        .song(105.0, 55.0, 10.0, "行政处罚")
        .latin(320.0, 55.0, 10.0, "4");
    let below = head(Page::default().lattice(&[100.0, 250.0, 400.0], &[800.0, 780.0, 760.0]), 785.0)
        .song(105.0, 765.0, 10.0, "行政强制")
        .latin(320.0, 765.0, 10.0, "5");
    let document = document(&[above, below]);
    assert_eq!(rows(grids(&document)[0]).len(), 3);
}

#[test]
fn a_table_without_lines_keeps_the_order_of_its_rows() {
    let row = |page: Content, y: f64, label: &str, figures: [&str; 3]| {
        let page = page.song(100.0, y, 10.0, label);
        figures.iter().zip([250.0, 320.0, 390.0]).fold(page, |page, (figure, x)| page.latin(x, y, 10.0, figure))
    };
    let page = row(Page::default(), 700.0, "规章", ["0", "0", "12"]);
    let page = row(page, 680.0, "行政规范性文件", ["50", "227", "420"]);
    let page = row(page, 660.0, "其他", ["1", "2", "3"]);
    let document = document(&[page]);
    let grid = grids(&document)[0];
    assert!(!grid.aligned);
    assert_eq!(rows(grid)[1], ["行政规范性文件", "50", "227", "420"]);
    assert!(paragraphs(&document).is_empty());
}

#[test]
fn text_that_nobody_sees_is_doubted() {
    let white = Page::default().raw("1 g").latin(320.0, 685.0, 10.0, "7").raw("0 g");
    let cut = Page::default().raw("q 0 0 50 50 re W n").latin(320.0, 665.0, 10.0, "8").raw("Q");
    let page = Page::default()
        .lattice(&[100.0, 250.0, 400.0], &[700.0, 680.0, 660.0])
        .latin(105.0, 685.0, 10.0, "a")
        .latin(105.0, 665.0, 10.0, "b");
    let page = page.raw(white.operators()).raw(cut.operators());
    assert_eq!(rows(grids(&document(&[page]))[0]), [["a", "7?"], ["b", "8?"]]);
    let on_blue = Page::default()
        .lattice(&[100.0, 250.0, 400.0], &[700.0, 680.0, 660.0])
        .raw("0 0 1 rg 251 661 148 38 re f 1 g")
        .latin(320.0, 685.0, 10.0, "9")
        .raw("0 g");
    assert_eq!(cell(grids(&document(&[on_blue]))[0], 0, 1).as_deref(), Some("9"));
}
