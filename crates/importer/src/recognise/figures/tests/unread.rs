//! Rows that are none of the form's.

use super::super::recognise;
use super::{COPIED, document};

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
