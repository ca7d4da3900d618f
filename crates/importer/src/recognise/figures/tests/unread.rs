//! Rows that are none of the form's.

use nianbao_model::Form;

use super::super::recognise;
use super::shapes::shown;
use super::{COPIED, document, render};

#[test]
fn a_row_that_the_form_has_not_is_told_with_its_numbers() {
    let row = "行政规范性文件 | 109 | 489 | 597 |";
    let text = COPIED.replace(row, &format!("{row}\n镇街文件 | 9 | 8 | 70 |"));
    let tables = recognise(&document(&text), Some(2023));
    let told: Vec<&str> = tables.doubts.iter().map(|doubt| doubt.message.as_str()).collect();
    assert!(told.iter().any(|message| message.contains("“镇街文件 9 8 70”")), "{told:?}");
    let usual = recognise(&document(COPIED), Some(2023)).doubts;
    assert!(!usual.iter().any(|doubt| doubt.message.contains("官方表格")), "{usual:?}");
}

#[test]
fn numbers_beside_the_columns_of_the_form_are_told() {
    let form = Form::of_year(2024).expect("a form");
    let mut grids = render::tables(form, &shown(form, &[7, 12], true));
    let usual = recognise(&render::document(grids.clone()), Some(2024)).doubts;
    assert!(!usual.iter().any(|doubt| doubt.message.contains("各列里")), "{usual:?}");
    let (width, height) = (grids[1].width(), grids[1].height());
    grids[1].cells.push(render::cell(0, width, 3, 1, "上年总计"));
    grids[1].cells.extend((3..height).map(|row| render::cell(row, width, 1, 1, "77")));
    let told = recognise(&render::document(grids), Some(2024)).doubts;
    assert!(told.iter().any(|doubt| doubt.message.contains("“77 77")), "{told:?}");
}
