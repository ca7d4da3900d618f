//! Files that are no reports, are damaged or are made to do harm.

use super::Content;
use super::written::pdf;
use crate::read::ReadError;
use crate::read::pdf::read;

#[test]
fn a_scan_is_refused_with_advice() {
    let error = read(&pdf(&[Content::default().picture()])).expect_err("it has no text");
    assert!(matches!(&error, ReadError::Unsupported(advice) if advice.contains("扫描件") && advice.contains("Word")));
}

#[test]
fn files_cut_short_never_panic() {
    let file = pdf(&[Content::default().song(84.0, 700.0, 16.0, "一、总体情况")]);
    for end in (0..file.len()).step_by(37) {
        let _ = read(&file[..end]);
    }
    assert!(read(b"%PDF-1.7").is_err());
}

#[test]
fn flipped_bytes_never_panic() {
    let file = pdf(&[Content::default().lattice(&[100.0, 250.0], &[700.0, 680.0]).latin(110.0, 685.0, 10.0, "20")]);
    for place in (0..file.len()).step_by(11) {
        let mut file = file.clone();
        file[place] ^= 0x15;
        let _ = read(&file);
    }
}

#[test]
fn a_drawing_of_thousands_of_lines_is_no_table_and_takes_no_time() {
    let mut page = Content::default().song(84.0, 800.0, 16.0, "一、总体情况");
    for line in 0..4000 {
        let at = f64::from(line) * 0.14;
        page = page.line((at, 0.0), (at, 800.0)).line((0.0, at), (590.0, at));
    }
    let document = read(&pdf(&[page])).expect("its text is read");
    assert!(!document.parts.is_empty());
}

#[test]
fn numbers_beyond_reason_do_no_harm() {
    let page = Content::default()
        .raw("1e38 w 1e38 1e38 m -1e38 1e38 l S BT /H 1e30 Tf 1e30 0 0 1e30 1e30 1e30 Tm (12) Tj ET")
        .song(84.0, 700.0, 16.0, "一");
    assert!(read(&pdf(&[page])).is_ok());
}

#[test]
fn too_many_pages_are_refused() {
    let pages = vec![Content::default(); 301];
    assert!(matches!(read(&pdf(&pages)), Err(ReadError::TooLarge(_))));
}

#[test]
fn a_drawing_that_holds_itself_twice_ends() {
    let file = include_bytes!("../../../../../../tests/data/fuzz/pdf/recursive-form.pdf");
    assert!(matches!(read(file), Err(ReadError::TooLarge(_))));
}
