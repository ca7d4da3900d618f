//! Keys and cursors, also in texts that are half written.

use proptest::prelude::*;

use super::outline::Entry;
use super::{Cursor, Outline, cursor};

const REPORT: &str = "年度: 2024\n申请:\n  本年新收: {自然人: 1, 其他: {数: 2, 注: 甲}}\n  不予公开:\n    属于国家秘密: {}\n更正:\n- 日期: 2025-01-01\n  内容: 乙\n- {日期: 2025-02-01, 内容: 丙}\n关键词: [甲, 乙]\n";

/// The keys on the way to the cursor, which stands at `|`, and what it stands on.
fn at(marked: &str) -> (Vec<String>, String) {
    let place = marked.find('|').expect("a cursor");
    let text = marked.replacen('|', "", 1);
    let outline = Outline::of(&text);
    let Some(cursor) = cursor(&text, &outline, place) else { return (Vec::new(), "-".into()) };
    let (entry, what) = match cursor {
        Cursor::Key { parent, word, .. } => (parent, format!("key {}", &text[word])),
        Cursor::Value { entry, word, .. } => (Some(entry), format!("value {}", &text[word])),
    };
    let name = |entry: &Entry| entry.name.clone().unwrap_or_else(|| "-".into());
    (outline.chain(entry).into_iter().map(name).collect(), what)
}

fn stands(marked: &str, chain: &[&str], what: &str) {
    let (found, kind) = at(marked);
    assert_eq!((found, kind.as_str()), (chain.iter().map(ToString::to_string).collect(), what), "{marked}");
}

#[test]
fn every_key_stands_below_its_own() {
    let outline = Outline::of(REPORT);
    let path = |entry: usize| {
        let names = outline.chain(Some(entry)).into_iter().map(|entry| entry.name.as_deref().unwrap_or("-"));
        names.collect::<Vec<_>>().join(".")
    };
    let all: Vec<String> = (0..outline.entries.len()).map(path).collect();
    for wanted in ["申请.本年新收.其他.注", "申请.不予公开.属于国家秘密", "更正.-.内容", "关键词"]
    {
        assert!(all.iter().any(|path| path == wanted), "{wanted} in {all:?}");
    }
    let cell = outline.find(&[["申请", "applications"], ["本年新收", "received"], ["自然人", "natural_person"]]);
    assert_eq!(cell.map(|entry| &REPORT[entry.value.clone()]), Some("1"));
    let row = outline.find(&[["申请", ""], ["本年新收", ""]]).expect("a row");
    assert_eq!(&REPORT[row.value.clone()], "{自然人: 1, 其他: {数: 2, 注: 甲}}");
}

#[test]
fn a_cursor_knows_what_it_stands_below() {
    stands("年度: 2024\n申|", &[], "key 申");
    stands("申请:\n  |", &["申请"], "key ");
    stands("申请:\n  本年新收: {}\n  |", &["申请"], "key ");
    stands("申请:\n  本年新收: {|}\n", &["申请", "本年新收"], "key ");
    stands("申请:\n  本年新收: {自然人: 1, 商|\n状态: 起草\n", &["申请", "本年新收"], "key 商");
    stands("申请:\n  本年新收: {自然人: |}", &["申请", "本年新收", "自然人"], "value ");
    stands("状态: 起|", &["状态"], "value 起");
    stands("更正:\n- 日期: 2025-01-01\n  |", &["更正", "-"], "key ");
    stands("更正:\n- |", &["更正", "-"], "key ");
    stands("汇总: [甲, 乙|]", &["汇总"], "value 乙");
    stands("申请:\n  本年新收: {自然人: {数: 1, |}}", &["申请", "本年新收", "自然人"], "key ");
    stands("# 说|明", &[], "-");
}

#[test]
fn brackets_that_nothing_closes_end_with_the_next_key() {
    let outline = Outline::of("申请:\n  本年新收: {自然人: 1\n复议: {结果维持: 1}\n");
    let names: Vec<_> = outline.below(None).filter_map(|(_, entry)| entry.name.clone()).collect();
    assert_eq!(names, ["申请", "复议"]);
}

proptest! {
    #[test]
    fn no_text_is_too_odd(text in r#"[a申 \n\r\t{}\[\],:#'"|>-]{0,60}"#, at in 0_usize..80) {
        let outline = Outline::of(&text);
        let _ = cursor(&text, &outline, at);
        for entry in &outline.entries {
            prop_assert!(text.get(entry.key.clone()).is_some() && text.get(entry.value.clone()).is_some());
        }
    }
}
