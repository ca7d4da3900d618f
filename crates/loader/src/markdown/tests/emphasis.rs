//! Bold and italics beside Chinese marks.

use nianbao_model::{Block, Inline};
use proptest::prelude::*;

use super::{codes, narrative, prose, shown};

#[test]
fn bold_beside_chinese_marks_is_bold_and_nothing_else_is() {
    for (text, expected) in [
        ("落实**《条例》**要求", "落实*《条例》*要求"),
        ("**（一）**主动", "*（一）*主动"),
        ("**主动公开。**全年", "*主动公开。*全年"),
        ("落实**《条例》**要求，坚持**“公开为常态”**原则", "落实*《条例》*要求，坚持*“公开为常态”*原则"),
        ("**重点工作：**全面推进**依申请公开。**共2件", "*重点工作：*全面推进*依申请公开。*共2件"),
        ("共**12**件，增长**5%**，第**3**位", "共*12*件，增长*5%*，第*3*位"),
        ("2024**年度**报告，共3**（含2件）**件", "2024*年度*报告，共3*（含2件）*件"),
        ("收到**{{ 复议 }}**件", "收到*<表四“行政复议—总计”>*件"),
        ("Word**2019**版，a**b**c", "Word*2019*版，a*b*c"),
        ("**甲，\n乙。**丙", "*甲，乙。*丙"),
        ("***甲。***乙", "_*甲。*_乙"),
        ("**甲*乙*丙。**丁", "*甲_乙_丙。*丁"),
        ("**甲。**_乙_", "*甲。*_乙_"),
        ("[**《条例》**全文](https://a.cn)**（新）**版", "[*《条例》*全文](https://a.cn)*（新）*版"),
    ] {
        assert_eq!((shown(text), codes(text)), (vec![expected.to_owned()], Vec::new()), "{text}");
    }
}

#[test]
fn italics_follow_and_a_times_sign_stays() {
    for (text, expected) in [
        ("落实*《条例》*要求", "落实_《条例》_要求"),
        ("*（一）*主动", "_（一）_主动"),
        ("*主动公开。*全年", "_主动公开。_全年"),
        ("共3*4*5件", "共3*4*5件"),
        ("3*4=12，5*6=30", "3*4=12，5*6=30"),
        ("100*（1+5%）*2", "100*（1+5%）*2"),
        ("(1+2)*3*(4+5)", "(1+2)*3*(4+5)"),
        ("a*b*c", "a*b*c"),
        ("3 * 4 * 5", "3 * 4 * 5"),
    ] {
        assert_eq!((shown(text), codes(text)), (vec![expected.to_owned()], Vec::new()), "{text}");
    }
}

#[test]
fn bold_is_bold_wherever_text_stands() {
    assert_eq!(shown("## 落实**《条例》**要求"), ["（一） 落实*《条例》*要求"]);
    assert_eq!(shown("- **甲。**乙\n- 丙**（丁）**戊"), ["None<*甲。*乙|丙*（丁）*戊>"]);
    assert_eq!(shown("|**（甲）**|乙|\n|---|---|\n|丙**“丁”**|**戊。**己|"), ["*（甲）*,乙/丙*“丁”*,*戊。*己"]);
    let notes = narrative("甲[^1]\n\n[^1]: 见**《条例》**第五十条").0.footnotes;
    assert_eq!(super::inlines(&notes[0].content), "见*《条例》*第五十条");
}

#[test]
fn what_is_no_pair_stays_and_is_told() {
    for (text, expected, found) in [
        ("甲**乙", "甲**乙", vec!["S045"]),
        ("甲**。乙\n\n丙**。", "甲**。乙/丙**。", vec!["S045", "S045"]),
        ("　　甲**。\n　　乙**。", "甲**。/乙**。", vec!["S045", "S045"]),
        ("** 甲 **乙", "** 甲 **乙", vec!["S045"]),
        ("\\*\\*甲\\*\\*", "**甲**", vec![]),
        ("\\**甲。*乙", "*_甲。_乙", vec![]),
        ("甲\\*乙*丙", "甲*乙*丙", vec![]),
        ("<https://a.cn/**b**c>", "[https://a.cn/**b**c](https://a.cn/**b**c)", vec!["S045"]),
    ] {
        assert_eq!((shown(text).join("/"), codes(text)), (expected.to_owned(), found), "{text}");
    }
}

/// A word that may stand in bold or beside it.
fn word() -> impl Strategy<Value = String> {
    "[甲乙一二，。；：！？、（）《》“”‘’…—·％%()\"/,.0-9a-c]{1,6}"
}

/// What is bold in some text, piece by piece, and all that it says.
fn bold(content: &[Inline]) -> (Vec<String>, String) {
    let (mut bold, mut all) = (Vec::new(), String::new());
    for inline in content {
        match inline {
            Inline::Text { text, .. } => all += text,
            Inline::Strong(inner) => {
                let text = super::super::part::plain_text(inner);
                all += &text;
                bold.push(text);
            }
            other => panic!("{other:?}"),
        }
    }
    (bold, all)
}

proptest! {
    #[test]
    fn pairs_make_bold_what_lies_in_them_and_nothing_is_lost(
        parts in prop::collection::vec((word(), word()), 1..6), last in word()
    ) {
        let marked: String = parts.iter().flat_map(|(plain, bold)| [plain, "**", bold, "**"]).collect();
        // A letter first, so that nothing opens a list.
        let text = format!("文{marked}{last}");
        let (narrative, _) = narrative(&text);
        let [Block::Paragraph { content, .. }] = &*narrative.introduction else { panic!("{text}") };
        let inner: Vec<String> = parts.into_iter().map(|(_, bold)| bold).collect();
        prop_assert_eq!(bold(content), (inner, text.replace("**", "")));
    }

    #[test]
    fn no_star_is_lost_but_in_pairs(text in "[*甲（）。1a \\\\]{0,40}") {
        let text = format!("文{text}");
        let (narrative, _) = narrative(&text);
        let shown: String = narrative.introduction.iter().map(super::block).collect();
        let count = |text: &str, character| text.chars().filter(|found| *found == character).count();
        for character in ['甲', '（', '）', '。', '1', 'a'] {
            prop_assert_eq!(count(&shown, character), count(&text, character), "{}", text);
        }
    }
}

#[test]
fn very_many_stars_take_no_longer_than_as_many_letters() {
    for text in ["*甲", "甲**", "**", "*甲**乙", "**甲*乙 "] {
        let _ = prose(&format!("文{}", text.repeat(20_000)));
    }
}
