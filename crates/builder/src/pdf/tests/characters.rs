//! Characters that cannot be printed.

use nianbao_model::{Diagnostic, Span};

use super::sample::{self, with_text};
use super::{library, press, print};
use crate::pdf::codes::{NO_GLYPH, UNPRINTABLE};
use crate::pdf::{Sheet, missing_glyphs};

fn findings(text: &str) -> Vec<Diagnostic> {
    let (agency, report) = with_text(text);
    missing_glyphs(&library(), &agency, &report)
}

#[test]
fn rare_characters_of_names_are_there() {
    assert_eq!(findings("喆堃镕䶮𫖮𬭎㙍"), []);
}

#[test]
fn a_missing_character_is_named_with_its_code_and_its_place() {
    let found = findings("姓名：\u{0378}、\u{0378}");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, &NO_GLYPH);
    assert_eq!(found[0].message, "字体里没有“\u{0378}”（U+0378），PDF 印不出来");
    let start = sample::span(0).start + "姓名：".len();
    assert_eq!(found[0].place(), Some(Span::new(sample::span(0).file, start, start + 2)));
    assert_eq!(found[0].year, Some(2024));
}

#[test]
fn private_and_control_characters_are_refused() {
    let found = findings("\u{E863}\u{7}\u{FEFF}");
    let messages: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
    assert!(found.iter().all(|finding| finding.code == &UNPRINTABLE));
    assert_eq!(
        messages,
        [
            "自造字 U+E863（私用区）不能印在 PDF 里",
            "看不见的控制字符 U+0007 不能印在 PDF 里",
            "看不见的控制字符 U+FEFF 不能印在 PDF 里"
        ]
    );
}

#[test]
fn the_title_is_looked_at_too() {
    let (mut agency, report) = sample::city();
    agency.name.value = "\u{0378}局".to_owned();
    let found = missing_glyphs(&library(), &agency, &report);
    assert_eq!(found.len(), 1);
    assert!(found[0].place().is_some());
}

#[test]
fn what_is_not_complained_of_prints() {
    // Spaces of all kinds, invisible marks, and characters that come from a fallback.
    let (agency, report) = with_text("甲\u{A0}乙\u{3000}丙\u{200B}丁\u{2003}戊己\t庚\u{AD}辛\u{FE0F}䶮①ⅷ㎡℃½é\n·…—");
    assert_eq!(missing_glyphs(&library(), &agency, &report), []);
    print(&press(), &Sheet::new(&agency, &report, None));
}
