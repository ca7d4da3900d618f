//! Narratives written anew by blocks: whatever is not named anew keeps every byte.

use nianbao_model::{Block, Form, SectionKind};
use proptest::prelude::*;

use super::{Manuscript, NewBlock};

const TEXT: &str = "\
<!-- 说明 -->

# 总体情况

<!-- 写明主要做法 -->

第一段。

## 主动公开
紧跟的一段。
<!-- 留着 -->

- 甲
- 乙

---

# 其他需要报告的事项

本年度未收取信息处理费。[^1]

[^1]: 依据。
";

fn read(text: &str) -> Manuscript {
    Manuscript::read(text, Form::latest())
}

fn sources(text: &str, kind: Option<SectionKind>) -> Vec<String> {
    let manuscript = read(text);
    let blocks = manuscript.section(kind).map(|section| section.blocks.clone()).unwrap_or_default();
    blocks.into_iter().map(|block| text[block.range].to_owned()).collect()
}

fn rewritten(text: &str, kind: SectionKind, blocks: &[NewBlock]) -> String {
    read(text).rewritten(text, Some(kind), blocks)
}

fn kept(ids: impl IntoIterator<Item = usize>) -> Vec<NewBlock> {
    ids.into_iter().map(NewBlock::Kept).collect()
}

fn source(text: &str) -> NewBlock {
    NewBlock::Source(text.to_owned())
}

#[test]
fn blocks_stand_where_they_were_written() {
    assert_eq!(
        sources(TEXT, Some(SectionKind::Overview)),
        ["第一段。", "## 主动公开", "紧跟的一段。", "- 甲\n- 乙", "---"]
    );
    assert_eq!(sources(TEXT, Some(SectionKind::Other)), ["本年度未收取信息处理费。[^1]", "[^1]: 依据。"]);
    assert_eq!(sources(TEXT, None), Vec::<String>::new());
    let manuscript = read(TEXT);
    let overview = manuscript.section(Some(SectionKind::Overview)).expect("is there");
    let known: Vec<bool> = overview.blocks.iter().map(|block| block.content.is_some()).collect();
    assert_eq!(known, [true, true, true, true, false]);
    assert!(matches!(overview.blocks[1].content, Some(Block::Heading { number: 1, .. })));
    assert_eq!(&TEXT[overview.heading.clone()], "# 总体情况");
}

#[test]
fn escapes_marks_and_indentation_belong_to_their_block() {
    let text = "# 总体情况\n\n\\*甲\\*\n\n**乙**\n\n　　丙\n　　丁\n\n    戊\n\n> 己\n";
    let blocks = sources(text, Some(SectionKind::Overview));
    assert_eq!(blocks, ["\\*甲\\*", "**乙**", "　　丙", "　　丁", "    戊", "> 己"]);
}

#[test]
fn a_changed_block_changes_its_own_bytes_alone() {
    let new = rewritten(
        TEXT,
        SectionKind::Overview,
        &[NewBlock::Kept(0), NewBlock::Kept(1), source("新的一段。"), NewBlock::Kept(3), NewBlock::Kept(4)],
    );
    // What stood right below the heading without a blank line is parted from it.
    assert_eq!(new, TEXT.replace("## 主动公开\n紧跟的一段。\n<!--", "## 主动公开\n\n新的一段。\n\n<!--"));
    let all = rewritten(TEXT, SectionKind::Overview, &kept(0..5));
    assert_eq!(all, TEXT);
}

#[test]
fn new_blocks_come_where_they_are_named_and_others_go() {
    let new = rewritten(TEXT, SectionKind::Overview, &[source("开头。"), NewBlock::Kept(0), source("中间。")]);
    let expected = TEXT
        .replace("第一段。\n\n## 主动公开\n紧跟的一段。\n", "开头。\n\n第一段。\n\n中间。\n\n")
        .replace("- 甲\n- 乙\n\n---\n\n", "");
    assert_eq!(new, expected);
    let moved = rewritten(TEXT, SectionKind::Overview, &kept([3, 0, 1, 2, 4]));
    let sources = sources(&moved, Some(SectionKind::Overview));
    assert_eq!(sources, ["- 甲\n- 乙", "第一段。", "## 主动公开", "紧跟的一段。", "---"]);
    assert!(moved.contains("<!-- 留着 -->") && moved.contains("<!-- 写明主要做法 -->"), "{moved}");
}

#[test]
fn empty_and_missing_sections_are_begun() {
    let text = "# 总体情况\r\n\r\n<!-- 写这里 -->\r\n\r\n# 其他需要报告的事项\r\n";
    let new = rewritten(text, SectionKind::Overview, &[source("甲\n乙")]);
    assert_eq!(new, text.replace("-->\r\n\r\n#", "-->\r\n\r\n甲\r\n乙\r\n\r\n#"));
    let new = rewritten(text, SectionKind::Problems, &[source("问题。")]);
    assert_eq!(new, text.replace("# 其他", "# 存在的主要问题及改进情况\r\n\r\n问题。\r\n\r\n# 其他"));
    let new = rewritten(text, SectionKind::Other, &[source("没有。")]);
    assert_eq!(new, format!("{text}\r\n没有。\r\n"));
    assert_eq!(
        read("").rewritten("", Some(SectionKind::Other), &[source("没有。")]),
        "# 其他需要报告的事项\n\n没有。\n"
    );
    assert_eq!(read(text).rewritten(text, None, &[source("依据。")]), format!("依据。\r\n\r\n{text}"));
}

#[test]
fn what_is_typed_is_words() {
    let section = |typed: &str| {
        let new = rewritten(TEXT, SectionKind::Overview, &[source(typed)]);
        (sources(&new, Some(SectionKind::Overview)).join("|"), new)
    };
    for (typed, shown) in [
        ("<script>x</script>", "\\<script>x\\</script>"),
        ("<!-- 没完", "\\<!-- 没完"),
        ("甲<b>乙</b>", "甲\\<b>乙\\</b>"),
        ("```\n甲", "\\```\n甲"),
        ("~~~\n甲", "\\~~~\n甲"),
        ("甲`乙`丙", "甲\\`乙`丙"),
        ("3<5", "3<5"),
    ] {
        let (blocks, new) = section(typed);
        assert_eq!(blocks, shown, "{typed}");
        assert!(new.contains("# 其他需要报告的事项\n\n本年度未收取信息处理费。"), "{new}");
        assert!(read(&new).section(Some(SectionKind::Other)).is_some(), "{typed}");
    }
}

#[test]
fn what_reads_like_the_title_of_a_section_opens_none() {
    for typed in [
        "二、主动公开政府信息情况",
        "五、存在的主要问题及改进情况",
        "## 总体情况",
        "**一、总体情况**",
        "总体{{ 申请.本年新收.总计 }}情况",
        "甲。\\\n六、其他需要报告的事项\\\n乙。",
    ] {
        let new = rewritten(TEXT, SectionKind::Overview, &[NewBlock::Kept(0), source(typed), source("后面的话。")]);
        let manuscript = read(&new);
        let kinds: Vec<_> = manuscript.sections.iter().map(|section| section.kind).collect();
        assert_eq!(kinds, [None, Some(SectionKind::Overview), Some(SectionKind::Other)], "{new}");
        let own = sources(&new, Some(SectionKind::Overview));
        assert_eq!(own.last().map(String::as_str), Some("后面的话。"), "{new}");
        let again = manuscript.rewritten(&new, Some(SectionKind::Overview), &kept(0..own.len()));
        assert_eq!(again, new, "{typed}");
    }
    let named = rewritten(TEXT, SectionKind::Overview, &[source("二、主动公开政府信息情况")]);
    assert!(named.contains("\n\n&#20108;、主动公开政府信息情况\n"), "{named}");
}

/// Blocks, comments and what no report has.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[甲乙丙丁，。0-9]{1,20}",
        "[甲乙]{1,5}\n[丙丁]{1,5}",
        "#{2,4} [甲乙丙]{1,6}",
        "- [甲乙]{1,4}\n- [丙丁]{1,4}",
        "1\\. [甲乙]{1,4}\n2\\. [丙丁]{1,4}\n\n   [甲乙]{1,4}",
        Just("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |".to_owned()),
        Just("共{{ 申请.本年新收.总计 }}件。".to_owned()),
        Just("<!-- 给自己看的\n\n两段 -->".to_owned()),
        Just("<!-- 短 -->".to_owned()),
        Just("---".to_owned()),
        Just("> 引用".to_owned()),
        Just("```\n代码\n```".to_owned()),
        Just("　　首行\n　　又一段".to_owned()),
        Just("**粗**和\\*星\\*".to_owned()),
        Just("![图](图.png)".to_owned()),
    ]
}

fn whole() -> impl Strategy<Value = String> {
    let section = || proptest::collection::vec((piece(), "\n{2,4}"), 0..6);
    (section(), section(), section(), any::<bool>()).prop_map(|(intro, one, six, windows)| {
        let flat = |parts: Vec<(String, String)>| parts.into_iter().map(|(part, gap)| part + &gap).collect::<String>();
        let text = format!("{}# 总体情况\n\n{}# 其他需要报告的事项\n\n{}", flat(intro), flat(one), flat(six));
        if windows { text.replace('\n', "\r\n") } else { text }
    })
}

/// The lines of a text that say anything, comments left out.
fn saying(text: &str) -> Vec<String> {
    let mut text = text.to_owned();
    while let Some(start) = text.find("<!--") {
        let end = text[start..].find("-->").map_or(text.len(), |end| start + end + 3);
        text.replace_range(start..end, "");
    }
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

proptest! {
    #[test]
    fn whatever_is_written_is_in_a_heading_or_a_block(text in whole()) {
        let manuscript = read(&text);
        let mut ranges: Vec<_> = manuscript.sections.iter().flat_map(|section| {
            section.blocks.iter().map(|block| block.range.clone()).chain([section.heading.clone()])
        }).filter(|range| !range.is_empty()).collect();
        ranges.sort_by_key(|range| range.start);
        prop_assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start));
        let (mut rest, mut at) = (String::new(), 0);
        for range in ranges {
            rest += &text[at..range.start];
            at = range.end;
        }
        rest += &text[at..];
        prop_assert_eq!(saying(&rest), Vec::<String>::new());
    }

    #[test]
    fn one_changed_block_leaves_all_other_bytes(text in whole(), section in 0_usize..3, which in any::<prop::sample::Index>()) {
        let kind = [None, Some(SectionKind::Overview), Some(SectionKind::Other)][section];
        let manuscript = read(&text);
        let own = manuscript.section(kind).expect("is there");
        let count = own.blocks.len();
        prop_assert_eq!(manuscript.rewritten(&text, kind, &kept(0..count)), text.clone());
        prop_assume!(count > 0);
        let id = which.index(count);
        let mut blocks = kept(0..count);
        blocks[id] = source("改了。");
        let new = manuscript.rewritten(&text, kind, &blocks);
        let range = own.blocks[id].range.clone();
        let (before, after) = (&text[..range.start], &text[range.end..]);
        // Nothing but line ends may come between, where two blocks stood on lines next to each other.
        let (head, tail) = new.split_once("改了。").expect("was put in");
        prop_assert_eq!(head.trim_end(), before.trim_end());
        prop_assert!(head.starts_with(before) && tail.ends_with(after.trim_start()));
        prop_assert_eq!(tail.trim_start(), after.trim_start());
    }

    #[test]
    fn a_block_that_goes_takes_no_other_with_it(text in whole(), which in any::<prop::sample::Index>()) {
        let kind = Some(SectionKind::Overview);
        let manuscript = read(&text);
        let count = manuscript.section(kind).expect("is there").blocks.len();
        prop_assume!(count > 0);
        let id = which.index(count);
        let mut blocks = kept(0..count);
        blocks.remove(id);
        let new = manuscript.rewritten(&text, kind, &blocks);
        let mut expected = sources(&text, kind);
        expected.remove(id);
        let lines = |blocks: &[String]| -> Vec<String> { blocks.iter().flat_map(|block| saying(block)).collect() };
        prop_assert_eq!(lines(&sources(&new, kind)), lines(&expected));
        prop_assert_eq!(new.matches("<!--").count(), text.matches("<!--").count());
    }

    #[test]
    fn any_text_can_be_written_anew(text in "[#>`<!\\-甲\n* |\\[\\]:1.　]{0,60}", ids in proptest::collection::vec(0_usize..9, 0..6), typed in "[#>`<!\\-甲\n* |~]{0,20}") {
        let manuscript = read(&text);
        for section in &manuscript.sections {
            let mut blocks = kept(ids.clone());
            blocks.insert(ids.len() / 2, source(&typed));
            manuscript.rewritten(&text, section.kind, &blocks);
        }
    }
}

#[test]
fn each_footnote_is_a_block_by_itself() {
    let text = "# 其他需要报告的事项\n\n甲[^1]乙[^2]丙[^3]\n\n[^1]: 丁\n[^2]: 戊\n\n[^3]: 己\n    庚\n";
    let found = sources(text, Some(SectionKind::Other));
    assert_eq!(found, ["甲[^1]乙[^2]丙[^3]", "[^1]: 丁", "[^2]: 戊", "[^3]: 己\n    庚"]);
}
