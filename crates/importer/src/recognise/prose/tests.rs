//! Narratives as documents show them, with their headings, signatures and what a page puts around them.

use nianbao_model::{Block, SectionKind};
use proptest::prelude::*;

use crate::document::{Format, Paragraph, Part, Picture, Place, Run, Style};
use crate::{Document, Imported, recognise};

/// A document of these paragraphs.
fn document(paragraphs: &[&str]) -> Document {
    let parts = paragraphs.iter().map(|text| Part::Paragraph(Paragraph::plain(*text, Place::Unknown)));
    Document { format: Format::Html, parts: parts.collect(), ..Document::default() }
}

/// The narrative as it is written.
fn written(imported: &Imported) -> String {
    nianbao_writer::narrative(&imported.report.narrative, imported.report.form)
}

fn read(paragraphs: &[&str]) -> String {
    written(&recognise(&document(paragraphs), None))
}

fn doubts(imported: &Imported) -> String {
    imported.doubts.iter().map(|doubt| doubt.message.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn sections_and_subheadings_are_told_by_their_numbers() {
    let text = read(&[
        "某市教育局2023年政府信息公开工作年度报告",
        "本报告根据《条例》编制，统计期限自2023年1月1日起至2023年12月31日止。",
        "一、总体情况",
        "（一）主动公开",
        "公开信息10条。",
        "（二）依申请公开情况。收到申请3件。",
        "五、存在的主要问题及改进情况",
        "1.队伍建设",
        "还有不足，将加强培训。",
        "六、其他需要报告的事项",
        "未收取信息处理费。",
    ]);
    let expected = "本报告根据《条例》编制，统计期限自2023年1月1日起至2023年12月31日止。

# 一、总体情况

## （一）主动公开

公开信息10条。

（二）依申请公开情况。收到申请3件。

# 五、存在的主要问题及改进情况

### 1. 队伍建设

还有不足，将加强培训。

# 六、其他需要报告的事项

未收取信息处理费。
";
    assert_eq!(text, expected);
}

#[test]
fn words_count_more_than_wrong_numbers() {
    let imported = recognise(
        &document(&[
            "一、总体情况",
            "2023年公开信息10条。",
            "一、存在的主要问题及改进情况",
            "有不足，将改进。",
            "二、其他需要报告的事项",
            "未收费。",
        ]),
        None,
    );
    let kinds: Vec<SectionKind> = imported.report.narrative.sections.iter().map(|section| section.kind).collect();
    assert_eq!(kinds, SectionKind::NARRATIVE);
}

#[test]
fn whole_sections_in_one_line_are_cut() {
    let text = "某区2022年政府信息公开工作年度报告 本报告按要求编制，统计期限自2022年1月1日起至2022年12月31日止。 一、总体情况 2022年，全区扎实推进公开工作。 \
                （一）主动公开方面 公开信息14571条。 （二）依申请公开方面 收到75件。 二、主动公开政府信息情况第二十条第（一）项信息内容规章000行政规范性文件8855698 \
                五、存在的主要问题及改进情况 还有不足。 将予改进。 六、其他需要报告的事项 2022年，无收取信息处理费情况。";
    let imported = recognise(&document(&[text]), None);
    let text = written(&imported);
    assert_eq!(imported.agency.as_deref(), Some("某区"));
    assert!(text.starts_with("本报告按要求编制"), "{text}");
    assert!(text.contains("## （一）主动公开方面\n\n公开信息14571条。\n\n## （二）"), "{text}");
    assert!(text.contains("# 五、存在的主要问题及改进情况\n\n还有不足。\n\n将予改进。\n\n# 六、"), "{text}");
    assert!(!text.contains("8855698"), "{text}");
    assert!(doubts(&imported).contains("连成了一段"));
}

#[test]
fn a_list_of_the_sections_is_no_section() {
    let text = read(&[
        "本报告包括：一、总体情况；二、主动公开政府信息情况；三、其他内容等六个部分，统计期限为2023年1月1日至2023年12月31日。",
        "一、总体情况",
        "公开信息10条。",
    ]);
    assert!(text.starts_with("本报告包括：一、总体情况；二、"), "{text}");
}

#[test]
fn text_beside_a_table_is_moved_and_told() {
    let imported = recognise(
        &document(&[
            "一、总体情况",
            "公开信息10条。",
            "三、收到和处理政府信息公开申请情况",
            "今年申请有所增加，主要涉及征地。",
        ]),
        None,
    );
    assert!(written(&imported).contains("公开信息10条。\n\n今年申请有所增加"), "{}", written(&imported));
    assert!(doubts(&imported).contains("除了表格还有文字"), "{}", doubts(&imported));
}

#[test]
fn the_signature_is_taken_off() {
    let imported = recognise(
        &document(&[
            "一、总体情况",
            "公开信息10条。",
            "六、其他需要报告的事项",
            "未收费。",
            "某市教育局",
            "二〇二四年一月二十日",
            "上一篇：某市教育局2022年政府信息公开工作年度报告",
            "版权所有：某市人民政府",
        ]),
        None,
    );
    let signature = imported.report.signature.clone().expect("a signature");
    assert_eq!(signature.agency.map(|name| name.value).as_deref(), Some("某市教育局"));
    assert_eq!(imported.report.published.clone().map(|day| day.value.to_string()).as_deref(), Some("2024-01-20"));
    assert!(doubts(&imported).contains("落款的日期"));
    assert!(written(&imported).ends_with("未收费。\n"));
    assert!(imported.dropped.iter().any(|dropped| dropped.text.contains("版权所有")));
}

#[test]
fn parts_of_a_form_that_nobody_filled_in_yet_are_sub_headings() {
    let text = read(&[
        "一、总体情况",
        "（一）主动公开",
        "公开信息10条。",
        "（二）依申请公开情况",
        "没有收到申请。",
        "（三）政府信息管理",
        "（四）政府信息公开平台建设",
        "（五）监督保障",
        "五、存在的主要问题及改进情况",
        "还有不足。",
    ]);
    let headings: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(
        headings,
        [
            "## （一）主动公开",
            "## （二）依申请公开情况",
            "## （三）政府信息管理",
            "## （四）政府信息公开平台建设",
            "## （五）监督保障"
        ]
    );
}

#[test]
fn a_subheading_worded_as_a_section_stays_where_it_is() {
    let text = read(&[
        "一、总体情况",
        "（一）主动公开",
        "公开信息10条。",
        "（二）政府信息公开行政复议、行政诉讼情况",
        "全年行政复议3件。",
        "五、存在的主要问题及改进情况",
        "有不足。",
    ]);
    assert!(text.contains("**（二）政府信息公开行政复议、行政诉讼情况**\u{3000}全年行政复议3件。"), "{text}");
}

#[test]
fn a_picture_waits_for_its_description() {
    let mut document = document(&["一、总体情况", "公开信息10条。"]);
    document.pictures = vec![Picture { name: "图1.png".to_owned(), bytes: vec![1] }];
    document.parts.push(Part::Picture {
        name: "图1.png".to_owned(),
        alt: "image1.png".to_owned(),
        place: Place::Unknown,
    });
    let imported = recognise(&document, None);
    assert!(written(&imported).contains("![](图1.png)"), "{}", written(&imported));
    assert!(imported.report.images.contains_key("图1.png"));
    assert!(doubts(&imported).contains("没有文字说明"));
}

#[test]
fn lines_of_a_page_are_joined() {
    let mut document = document(&[
        "一、总体情况",
        "　　2023年，我局坚持以习近平新时代中国特色社会主义思想为指",
        "导，全面贯彻落实《条例》相关规范要求，不断完善政府信息公开",
        "- 1 -",
        "制度，推进政府信息公开工作规范、有序、健康发展，主动公开政",
        "府信息 1136 条，回应关切 20 次，做到应公开尽公开。",
        "　　全年收到申请 21 件，都在期限内答复，没有发生行政复议和行",
        "政诉讼案件。",
    ]);
    document.format = Format::Text;
    let imported = recognise(&document, None);
    let text = written(&imported);
    assert!(text.contains("主义思想为指导，全面贯彻") && text.contains("信息公开制度，推进"), "{text}");
    assert!(text.contains("信息1136条，回应关切20次，做到应公开尽公开。\n\n全年收到申请21件"), "{text}");
    assert!(imported.dropped.iter().any(|dropped| dropped.kind == "页码"));
}

#[test]
fn looks_lists_and_footnotes_are_kept() {
    let mut document = document(&["一、总体情况", "甲"]);
    let run = |text: &str| Run { text: text.to_owned(), ..Run::default() };
    let item = |text: &str| {
        Part::Paragraph(Paragraph {
            style: Style::Item { level: 0, number: None },
            runs: vec![run(text)],
            ..Paragraph::default()
        })
    };
    let runs = vec![
        run("见"),
        Run { link: Some("https://example.gov.cn/".to_owned()), ..run("专栏") },
        Run { bold: true, ..run("重点") },
        run("公开"),
        Run { footnote: Some(0), ..Run::default() },
        run("。"),
    ];
    document.parts.extend([
        Part::Paragraph(Paragraph { runs, ..Paragraph::default() }),
        item("第一项"),
        item("第二项"),
    ]);
    document.footnotes = vec![vec![Paragraph::plain("含上年结转。", Place::Unknown)]];
    let text = written(&recognise(&document, None));
    assert!(
        text.contains(
            "见[专栏](https://example.gov.cn/)**重点**公开[^1]。\n\n- 第一项\n- 第二项\n\n[^1]: 含上年结转。"
        ),
        "{text}"
    );
}

/// The Chinese characters of a text.
fn han(text: &str) -> String {
    text.chars().filter(|c| crate::recognise::words::is_han(*c)).collect()
}

fn pieces() -> impl Strategy<Value = Vec<String>> {
    let piece = prop_oneof![
        "[甲乙丙丁戊己庚辛]{1,40}[。，；]?",
        "（[一二三]）[甲乙丙丁]{2,12}",
        "[1-9][.、][甲乙丙丁]{2,40}",
        Just("一、总体情况".to_owned()),
        Just("五、存在的主要问题及改进情况".to_owned()),
        Just("六、其他需要报告的事项".to_owned()),
        Just("三、收到和处理政府信息公开申请情况".to_owned()),
        Just("2023年1月1日".to_owned()),
        Just("某市教育局".to_owned()),
    ];
    proptest::collection::vec(piece, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn nothing_is_lost(pieces in pieces()) {
        let texts: Vec<&str> = pieces.iter().map(String::as_str).collect();
        let imported = recognise(&document(&texts), None);
        let mut kept = written(&imported);
        for dropped in &imported.dropped {
            kept.push_str(&dropped.text);
        }
        let signed = imported.report.signature.iter().filter_map(|signature| signature.agency.as_ref());
        kept.extend(signed.map(|name| name.value.clone()));
        let mut kept: Vec<char> = han(&kept).chars().filter(|c| "甲乙丙丁戊己庚辛".contains(*c)).collect();
        let mut expected: Vec<char> = han(&texts.concat()).chars().filter(|c| "甲乙丙丁戊己庚辛".contains(*c)).collect();
        kept.sort_unstable();
        expected.sort_unstable();
        prop_assert_eq!(kept, expected);
    }
}

#[test]
fn an_empty_document_has_no_narrative() {
    let imported = recognise(&Document::default(), None);
    assert!(imported.report.narrative.sections.is_empty());
    let of_blocks = imported.report.narrative.introduction.iter().any(|block| matches!(block, Block::Heading { .. }));
    assert!(!of_blocks && !imported.doubts.is_empty());
}

/// What is recognised in a file.
fn imported(name: &str, text: &str) -> Imported {
    recognise(&crate::read(name, text.as_bytes()).expect("a document"), None)
}

#[test]
fn what_was_not_read_is_quoted() {
    let imported = recognise(
        &document(&[
            "一、总体情况",
            "公开信息10条。",
            "二、主动公开政府信息情况",
            "规章 3 0 5",
            "三、收到和处理政府信息公开申请情况",
        ]),
        None,
    );
    assert!(doubts(&imported).contains("从“规章 3 0 5”开始"), "{}", doubts(&imported));
}

#[test]
fn lines_with_tabulators_are_no_tables_of_one_cell() {
    let text = "一、总体情况\t\n（一）主动公开\t\n全年主动公开信息十条\t\n（二）监督保障\t\n无\t\n";
    let written = written(&imported("年报.txt", text));
    assert!(written.contains("## （一）主动公开\n\n全年主动公开信息十条") && !written.contains('|'), "{written}");
    let text = "一、总体情况\n（一）主动公开\t\n项目\t件数\n公文\t3\n（二）监督保障\t\n";
    let written = self::written(&imported("年报.txt", text));
    assert!(written.contains("| 项目 | 件数 |") && written.contains("## （二）监督保障"), "{written}");
}

#[test]
fn columns_keep_their_side() {
    let table = "<table><tr><th>项目<th>件数<tr><td>公文<td align=right>3<tr><td>图解<td align=right>4</table>";
    let written = written(&imported(
        "年报.html",
        &format!("<p>一、总体情况</p><p>公开如下。</p>{table}<p>五、存在的主要问题及改进情况</p>"),
    ));
    assert!(written.contains("|---|---:|"), "{written}");
}

#[test]
fn a_link_without_a_whole_address_is_told() {
    let page = "<p>一、总体情况</p><p>详见<a href='../a/b.html'>公开指南</a>。</p>";
    let told = imported("年报.html", page);
    assert!(doubts(&told).contains("链接“公开指南”的地址不完整（../a/b.html）"), "{}", doubts(&told));
    assert!(written(&told).contains("详见公开指南。"));
    let known = format!("<link rel=canonical href='https://x.gov.cn/nb/1.html'>{page}");
    assert!(written(&imported("年报.html", &known)).contains("[公开指南](https://x.gov.cn/a/b.html)"));
}
