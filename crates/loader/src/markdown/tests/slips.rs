//! What editors get wrong in narrative.md and Markdown takes for text.

use super::{blocks, codes, narrative, prose, shown};

/// Code, place and replacement of every finding but missing sections.
fn told(text: &str) -> Vec<(&'static str, &str, Option<String>)> {
    let (_, sink) = prose(text);
    let found = sink.found().iter().filter(|finding| finding.code.id != "C002").map(|finding| {
        let mend = finding.edits.first().map(|mend| {
            let (before, behind) = (&text[..mend.span.start], &text[mend.span.end..]);
            format!("{before}{}{behind}", mend.replacement)
        });
        let span = finding.place().expect("every finding has a place");
        (finding.code.id, &text[span.start..span.end], mend)
    });
    found.collect()
}

#[test]
fn headings_without_a_space_are_headings() {
    assert_eq!(told("##主动公开\n正文"), [("S054", "##主动公开", Some("## 主动公开\n正文".into()))]);
    assert_eq!(shown("前文\n##（一）主动公开\n正文"), ["前文", "（一） 主动公开 [1]", "正文"]);
    assert_eq!(told("＃＃ 甲"), [("S054", "＃＃ 甲", Some("## 甲".into()))]);
    assert_eq!(told("- 甲\n##乙"), [("S054", "##乙", Some("- 甲\n## 乙".into()))]);
    for text in ["\\##甲", "#政务公开#上线", "共#1楼", "甲 **#乙** 丙"] {
        assert_eq!(told(text), [], "{text}");
    }
}

#[test]
fn a_section_whose_title_lacks_the_space_is_there() {
    let text = "#总体情况\n甲\n\n＃ 存在的主要问题及改进情况\n\n乙\n\n#　其他需要报告的事项\n\n丙\n";
    let (narrative, codes) = narrative(text);
    assert_eq!(codes, ["S054", "S054", "S054"]);
    let shown: Vec<_> = narrative.sections.iter().map(|section| blocks(&section.blocks)).collect();
    assert_eq!(shown, [["甲"], ["乙"], ["丙"]]);
}

#[test]
fn an_underlined_text_is_a_paragraph() {
    for text in ["甲\n---", "甲\n===\n", "甲\r\n  -----\r\n"] {
        assert_eq!((shown(text), codes(text)), (vec!["甲".to_owned()], vec!["S055"]), "{text:?}");
    }
    assert_eq!(shown("甲\n　　乙\n---\n\n丙"), ["甲", "乙", "丙"]);
    assert_eq!(codes("总体情况\n---\n\n甲"), ["C009"]);
}

#[test]
fn rows_without_the_line_of_dashes_are_no_table() {
    for text in [
        "| 甲 | 乙 |\n| 丙 | 丁 |",
        "| 甲 | 乙 |\n|---|\n| 丙 | 丁 |",
        "｜甲｜乙｜\n｜---｜---｜\n｜丙｜丁｜",
        "见下表：\n| 甲 | 乙 |\n| 丙 | 丁 |",
    ] {
        assert_eq!(codes(text), ["S056"], "{text}");
    }
    for text in ["| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |", "见下表：\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |", "|甲|"]
    {
        assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn numbered_lines_that_run_together_are_found() {
    for text in ["1.甲\n2.乙\n3.丙", "1、甲\n接着\n2、乙", "如下：\n（一）甲\n（二）乙", "一、甲\n二、乙"]
    {
        assert_eq!(codes(text), ["S057"], "{text}");
    }
    for text in
        ["1.甲\n\n2.乙", "1. 甲\n2. 乙", "1.甲  \n2.乙", "　　1.甲\n　　2.乙", "共\n1.5 万件\n2.5 万件", "1.甲\n9.乙"]
    {
        assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn a_look_up_in_one_pair_of_braces_is_mended() {
    let mended = |text: &str| Some(text.to_owned());
    assert_eq!(
        told("共{ 申请.本年新收.总计 }件"),
        [("S051", "{ 申请.本年新收.总计 }", mended("共{{ 申请.本年新收.总计 }}件"))]
    );
    assert_eq!(told("共｛复议｝件"), [("S051", "｛复议｝", mended("共{{ 复议 }}件"))]);
    assert_eq!(told("见{附件}，{申请人}"), []);
}

#[test]
fn marks_that_mean_nothing_are_told() {
    assert_eq!(told("公开[^1]。"), [("S058", "[^1]", None)]);
    assert_eq!(told("~~删~~改"), [("S041", "~~删~~", None)]);
    for text in ["\\[^1]", "3~~5 件", "~1~", "[1]"] {
        assert_eq!(told(text), [], "{text}");
    }
}

#[test]
fn one_cause_has_one_message() {
    let table = "# 主动公开政府信息情况\n\n甲\n\n# 总体情况\n\n乙\n\n# 存在的主要问题及改进情况\n\n丙\n\n\
                 # 其他需要报告的事项\n\n丁\n";
    assert_eq!(narrative(table).1, ["C007"]);
    let title = "# 总体情况\n\n# 示例市2024年政府信息公开工作年度报告\n\n# 存在的主要问题及改进情况\n\n丙\n\n\
                 # 其他需要报告的事项\n\n丁\n";
    assert_eq!(narrative(title).1, ["C001"]);
}

#[test]
fn a_line_break_of_word_is_one_and_control_characters_are_left_out() {
    assert_eq!(shown("甲\u{b}乙\u{b}"), ["甲⏎乙"]);
    assert_eq!(shown("**甲\u{2028}乙**\u{7}丙\u{1}"), ["*甲⏎乙*丙"]);
    assert_eq!(shown("## 甲\u{b}乙\n\n| 甲\u{c}乙 |\n|---|\n| 丙 |"), ["（一） 甲乙", "甲乙/丙"]);
}

#[test]
fn a_link_is_short_enough_for_every_program() {
    let link = |length: usize| format!("[甲](https://a.cn/{})", "a".repeat(length - "https://a.cn/".len()));
    assert_eq!(codes(&link(2000)), Vec::<&str>::new());
    assert_eq!(codes(&link(2001)), ["S046"]);
    assert_eq!(shown(&link(2001)), ["甲"]);
}

#[test]
fn lists_and_emphasis_are_four_deep_at_most() {
    let list =
        |depth: usize| -> String { (0..depth).flat_map(|level| ["  ".repeat(level), "- 甲\n".to_owned()]).collect() };
    assert_eq!(codes(&list(4)), Vec::<&str>::new());
    for depth in [5, 50, 1000] {
        assert_eq!(codes(&list(depth)), ["S041"], "{depth}");
    }
    assert!(codes(&format!("{}甲", "> ".repeat(1000))).iter().all(|code| *code == "S041"));
    assert_eq!(codes("*a **b *c **d** c* b** a*"), Vec::<&str>::new());
    assert_eq!(codes("*a **b *c **d *e* d** c* b** a*"), ["S041"]);
}
