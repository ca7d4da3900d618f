//! Characters that cannot be printed.

use nianbao_model::{Diagnostic, Span};

use super::sample::{self, with_text};
use super::{library, press, print};
use crate::pdf::codes::{NO_GLYPH, UNPRINTABLE};
use crate::pdf::{Sheet, missing_glyphs};

fn findings(text: &str) -> Vec<Diagnostic> {
    let (agency, report) = with_text(text);
    missing_glyphs(Some(&library()), &agency, &report)
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
            "自造字（U+E863）只在造字的电脑上看得见，不能印在 PDF 里",
            "看不见的控制字符 U+0007 不能印在 PDF 里",
            "看不见的控制字符 U+FEFF 不能印在 PDF 里"
        ]
    );
}

#[test]
fn the_title_is_looked_at_too() {
    let (mut agency, report) = sample::city();
    agency.name.value = "\u{0378}局".to_owned();
    let found = missing_glyphs(Some(&library()), &agency, &report);
    assert_eq!(found.len(), 1);
    assert!(found[0].place().is_some());
}

#[test]
fn what_is_not_complained_of_prints() {
    // Spaces of all kinds, invisible marks, and characters that come from a fallback.
    let (agency, report) = with_text("甲\u{A0}乙\u{3000}丙\u{200B}丁\u{2003}戊己\t庚\u{AD}辛\u{FE0F}䶮①ⅷ㎡℃½é\n·…—");
    assert_eq!(missing_glyphs(Some(&library()), &agency, &report), []);
    print(&press(), &Sheet::new(&agency, &report, None));
}

#[test]
fn every_font_has_what_is_taken_for_common() {
    assert!(library().shows_what_is_common());
}

#[test]
fn a_character_with_marks_prints_or_is_told() {
    let all = [
        "e\u{301}",
        "か\u{3099}",
        "甲\u{301}",
        "𫖮\u{301}",
        "甲\u{20E3}",
        "𫖮\u{3099}",
        "甲\u{FE00}",
        "葛\u{E0100}",
        "1\u{FE0F}\u{20E3}",
    ];
    let good: Vec<&str> = all.into_iter().filter(|cluster| findings(cluster).is_empty()).collect();
    assert!(good.contains(&"か\u{3099}") && good.contains(&"甲\u{FE00}"), "{good:?}");
    let (agency, report) = with_text(&good.join("、"));
    print(&press(), &Sheet::new(&agency, &report, None));
}

#[test]
fn an_invisible_mark_that_shaping_does_not_know_is_told() {
    assert_eq!(findings("甲\u{180F}").len(), 1);
}

#[test]
fn a_symbol_that_a_font_lists_has_a_picture_or_is_told() {
    let symbols: String = ('\u{2B0}'..='\u{36F}').flat_map(|symbol| ['甲', symbol, '乙']).collect();
    let bad: Vec<char> = findings(&symbols).iter().flat_map(|found| found.message.chars()).collect();
    let good: String = ('\u{2B0}'..='\u{2FF}').filter(|symbol| !bad.contains(symbol)).collect();
    let (agency, report) = with_text(&good);
    assert_eq!(missing_glyphs(Some(&library()), &agency, &report), []);
    print(&press(), &Sheet::new(&agency, &report, None));
}
