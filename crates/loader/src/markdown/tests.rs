//! Narratives as blocks.

mod comments;
mod emphasis;
mod pasted;
mod slips;

use nianbao_model::{Block, FileId, Form, Inline, Narrative, SectionKind, numbering::heading_number};
use proptest::prelude::*;

use super::{Prose, read};
use crate::Memory;
use crate::open_file::OpenFile;
use crate::picture::PictureFolder;
use crate::session::Sink;

/// A narrative in a folder without pictures.
fn prose(text: &str) -> (Prose, Sink) {
    let (mut sink, files) = (Sink::default(), Memory::new());
    let file = OpenFile { id: FileId(0), text: text.into() };
    let prose = read(&file, &mut sink, Form::latest(), PictureFolder::new(&files, "", "文件夹"));
    (prose, sink)
}

fn narrative(text: &str) -> (Narrative, Vec<&'static str>) {
    let (prose, sink) = prose(text);
    (prose.narrative, sink.found().iter().map(|finding| finding.code.id).collect())
}

/// A text as introduction: what it comes to, in a short notation.
fn shown(text: &str) -> Vec<String> {
    blocks(&narrative(text).0.introduction)
}

fn codes(text: &str) -> Vec<&'static str> {
    narrative(text).1.into_iter().filter(|code| *code != "C002").collect()
}

fn blocks(blocks: &[Block]) -> Vec<String> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, number, typed_number, content, .. } => {
            let typed = typed_number.map_or(String::new(), |number| format!(" [{number}]"));
            format!("{} {}{typed}", heading_number(*level, *number), inlines(content))
        }
        Block::Paragraph { content, .. } => inlines(content),
        Block::List { start, items } => {
            let items: Vec<String> = items.iter().map(|item| blocks(item).join("/")).collect();
            format!("{start:?}<{}>", items.join("|"))
        }
        Block::Table { head, rows, .. } => {
            let line = |cells: &Vec<Vec<Inline>>| cells.iter().map(|cell| inlines(cell)).collect::<Vec<_>>().join(",");
            format!("{}/{}", line(head), rows.iter().map(line).collect::<Vec<_>>().join("/"))
        }
        Block::Image { file, alt, .. } => format!("!{alt}({file})"),
    }
}

fn inlines(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, .. } => text.clone(),
            Inline::Figure { address, .. } => format!("<{}>", Form::latest().label(address)),
            Inline::Emphasis(inner) => format!("_{}_", inlines(inner)),
            Inline::Strong(inner) => format!("*{}*", inlines(inner)),
            Inline::Link { url, content } => format!("[{}]({url})", inlines(content)),
            Inline::Footnote { number, first, .. } => format!("^{number}{}", if *first { "" } else { "again" }),
            Inline::Break => "⏎".to_owned(),
        })
        .collect()
}

#[test]
fn lines_of_chinese_are_joined_without_a_space() {
    assert_eq!(shown("公开工作\n取得成绩"), ["公开工作取得成绩"]);
    assert_eq!(shown("using open\ndata"), ["using open data"]);
    assert_eq!(shown("共 12\n件"), ["共 12件"]);
    assert_eq!(shown("使用 Word\n2019"), ["使用 Word 2019"]);
    assert_eq!(shown("第一行\\\n第二行"), ["第一行⏎第二行"]);
    assert_eq!(shown("第一行  \r\n第二行\r\n"), ["第一行⏎第二行"]);
    assert_eq!(shown("甲**乙**\n丙"), ["甲*乙*丙"]);
}

#[test]
fn full_width_spaces_open_paragraphs() {
    assert_eq!(shown("　　第一段。\n　　第二段\n接着。"), ["第一段。", "第二段接着。"]);
    assert_eq!(shown("&emsp;&emsp;第一段。"), ["第一段。"]);
}

#[test]
fn typed_numbers_are_taken_off_and_counted_anew() {
    let text = "## （一）主动公开\n\n### 1. 甲\n\n### 2、乙\n\n## （三）依申请公开\n\n### 丙\n\n#### （1）丁";
    assert_eq!(
        shown(text),
        ["（一） 主动公开 [1]", "1. 甲 [1]", "2. 乙 [2]", "（二） 依申请公开 [3]", "1. 丙", "（1） 丁 [1]"]
    );
    assert_eq!(shown("## **（一）主动公开**"), ["（一） *主动公开* [1]"]);
}

#[test]
fn sections_are_found_however_they_are_written() {
    let text = "编制说明。\n\n# 一、总体情况\n\n甲\n\n#  存在的主要问题 及改进情况\n\n乙\n\n六、其他需要报告的事项\n======\n\n丙\n";
    let (narrative, codes) = narrative(text);
    let kinds: Vec<SectionKind> = narrative.sections.iter().map(|section| section.kind).collect();
    assert_eq!(kinds, SectionKind::NARRATIVE);
    assert_eq!(blocks(&narrative.introduction), ["编制说明。"]);
    assert_eq!(codes, Vec::<&str>::new());
}

#[test]
fn sections_with_wrong_titles_are_still_read() {
    let text = "**一、总体情况**\n\n甲\n\n## 五、存在的主要问题及改进情况\n\n乙\n\n# 六、其它需要报告的事项\n\n丙\n";
    let (narrative, codes) = narrative(text);
    assert_eq!(narrative.sections.len(), 3);
    assert_eq!(codes, ["C009", "C009", "C001"]);
}

#[test]
fn blocks_are_told_apart() {
    assert_eq!(shown("- 甲\n- 乙\n  - 丙\n\n3. 丁\n\n   戊"), ["None<甲|乙/None<丙>>", "Some(3)<丁/戊>"]);
    assert_eq!(shown("| 渠道 | 件数 |\n|--|--|\n| 网络 | **12** |\n| 信函 |"), ["渠道,件数/网络,*12*/信函,"]);
    assert_eq!(
        shown("见<https://a.cn/>和[乙](mailto:b@c.cn)"),
        ["见[https://a.cn/](https://a.cn/)和[乙](mailto:b@c.cn)"]
    );
    assert_eq!(shown("<b@c.cn>"), ["[b@c.cn](mailto:b@c.cn)"]);
}

#[test]
fn what_is_refused_is_named() {
    for (text, expected) in [
        ("甲<br>乙", "S040"),
        ("<div>\n甲\n</div>", "S040"),
        ("<!-- 待补充\n\n甲", "S040"),
        ("<!-- 待补充 --> 甲", "S040"),
        ("> 甲", "S041"),
        ("```\n甲\n```", "S041"),
        ("甲`乙`", "S041"),
        ("甲\n\n---\n\n乙", "S041"),
        ("- [ ] 甲", "S041"),
        ("- # 甲", "S041"),
        ("##### 甲", "S043"),
        ("#", "S044"),
        ("## 1.", "S044"),
        ("[甲](乙.html)", "S046"),
        ("[甲](javascript:alert)", "S046"),
        ("![甲](https://a.cn/b.png)", "S047"),
        ("![甲](../b.png)", "S047"),
        ("![甲](/b.png)", "S047"),
        ("![甲](b.gif)", "S047"),
        ("甲![乙](b.png)", "S048"),
        ("| 甲 |\n|--|\n| 乙 | 丙 |", "S050"),
        ("{{ 复议 ", "S051"),
        ("{{ 主动公开.规章 }}", "S053"),
    ] {
        assert_eq!(codes(text), [expected], "{text}");
    }
    assert_eq!(codes("甲 < 乙，5*3，{丙}，~1~，图<通知>"), Vec::<&str>::new());
}

#[test]
fn deep_nesting_is_cut_off() {
    assert!(codes(&"> ".repeat(500)).contains(&"S041"));
    assert!(codes(&format!("{}甲", "- ".repeat(500))).contains(&"S041"));
    let _ = codes(&"*a ".repeat(5000));
    let _ = codes(&"[".repeat(5000));
}

#[test]
fn figures_are_quoted_with_exact_places() {
    let text = "　　共{{ applications.carried_in.total }}件\\*，**{{复议}}**。";
    let (narrative, codes) = narrative(text);
    assert_eq!(codes.into_iter().filter(|code| *code != "C002").count(), 0);
    assert_eq!(
        blocks(&narrative.introduction),
        ["共<表三“二、上年结转政府信息公开申请数量”的“总计”>件*，*<表四“行政复议—总计”>*。"]
    );
    let Block::Paragraph { content, .. } = &narrative.introduction[0] else { panic!("a paragraph") };
    let Inline::Figure { span, .. } = &content[1] else { panic!("a figure: {content:?}") };
    assert_eq!(&text[span.start..span.end], "{{ applications.carried_in.total }}");
}

fn check_places(text: &str, content: &[Inline]) {
    for inline in content {
        match inline {
            Inline::Text { text: found, span }
                if !text[span.start..span.end].contains(['&', '\n', '\r', '`', '\0']) =>
            {
                assert_eq!(found, &text[span.start..span.end]);
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => {
                check_places(text, inner);
            }
            _ => {}
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_and_text_stands_where_it_says(
        text in "([#＃>*_`~^｜=\\[\\]()!<|\\-{}｛ \t\n\r　&;.0-9a-c一二、（）甲乙\\\\]|\\PC){0,80}"
    ) {
        let (narrative, _) = narrative(&text);
        for block in narrative.introduction.iter().chain(narrative.sections.iter().flat_map(|section| &section.blocks)) {
            if let Block::Paragraph { content, .. } | Block::Heading { content, .. } = block {
                check_places(&text, content);
            }
        }
    }
}

#[test]
fn footnotes_are_counted_in_the_order_in_which_the_text_refers_to_them() {
    let (narrative, _) = narrative("甲[^后]乙[^先]，丙[^后]。\n\n[^先]: 子**丑**\n\n[^后]: 寅\n    卯\n");
    assert_eq!(blocks(&narrative.introduction), ["甲^1乙^2，丙^1again。"]);
    let notes: Vec<String> = narrative.footnotes.iter().map(|note| inlines(&note.content)).collect();
    assert_eq!(notes, ["寅卯", "子*丑*"]);
}

#[test]
fn footnotes_without_a_partner_or_in_a_wrong_place_are_told() {
    assert_eq!(codes("甲[^1]"), ["S058"]);
    assert_eq!(codes("甲[^1]\n\n[^1]：乙"), ["S058", "S058"]);
    assert_eq!(codes("甲\n\n[^1]: 乙"), ["S059"]);
    assert_eq!(codes("## 甲[^1]\n\n丙[^1]\n\n[^1]: 乙"), ["S060"]);
    assert_eq!(codes("甲[^1]\n\n[^1]: - 乙"), ["S060"]);
}
