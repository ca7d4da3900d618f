//! Automatic numbers.

use super::super::numeral::numeral;
use super::{File, file, texts};
use crate::document::{Part, Style};

fn level(at: usize, format: &str, text: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>"#
    )
}

fn item(list: u32, level: usize, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
    )
}

fn numbered(body: &str, schemes: &str, lists: &str) -> File {
    file(body).part("numbering", &format!("{schemes}{lists}"))
}

fn scheme(id: u32, levels: &[String]) -> String {
    format!(r#"<w:abstractNum w:abstractNumId="{id}">{}</w:abstractNum>"#, levels.concat())
}

fn list(id: u32, scheme: u32, changes: &str) -> String {
    format!(r#"<w:num w:numId="{id}"><w:abstractNumId w:val="{scheme}"/>{changes}</w:num>"#)
}

#[test]
fn numerals_are_those_of_word() {
    for (number, format, text) in [
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (21, "japaneseCounting", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (10, "ideographDigital", "一〇"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (25, "decimalEnclosedCircle", "25"),
        (2, "ideographTraditional", "乙"),
        (28, "lowerLetter", "bb"),
        (1994, "upperRoman", "MCMXCIV"),
        (7, "decimalZero", "07"),
        (7, "unheardOf", "7"),
        (0, "chineseCounting", "零"),
        (u64::MAX, "upperRoman", "18446744073709551615"),
    ] {
        assert_eq!(numeral(number, format), text, "{format}");
    }
}

#[test]
fn headings_get_their_numbers_as_text() {
    let body = [
        item(1, 0, "总体情况"),
        item(1, 1, "主动公开"),
        item(1, 1, "依申请公开"),
        item(1, 0, "主动公开政府信息情况"),
        item(1, 1, "又一"),
    ]
    .concat();
    let levels = [level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）")];
    let document = numbered(&body, &scheme(0, &levels), &list(1, 0, "")).read();
    assert_eq!(
        texts(&document),
        ["一、总体情况", "（一）主动公开", "（二）依申请公开", "二、主动公开政府信息情况", "（一）又一"]
    );
}

#[test]
fn lists_of_one_scheme_count_on_unless_one_begins_anew() {
    let body = [item(1, 0, "甲"), item(2, 0, "乙"), item(3, 0, "丙"), item(3, 0, "丁"), item(2, 0, "戊")].concat();
    let start = r#"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>"#;
    let lists = [list(1, 0, ""), list(2, 0, ""), list(3, 0, start)].concat();
    let document = numbered(&body, &scheme(0, &[level(0, "decimal", "%1、")]), &lists).read();
    assert_eq!(texts(&document), ["1、甲", "2、乙", "5、丙", "6、丁", "7、戊"]);
}

#[test]
fn plain_lists_stay_lists() {
    let body = [item(1, 0, "甲"), item(1, 1, "乙"), item(2, 0, "丙")].concat();
    let levels = [level(0, "decimal", "%1."), level(1, "decimal", "（%2）")];
    let schemes = [scheme(0, &levels), scheme(1, &[level(0, "bullet", "•")])].concat();
    let document = numbered(&body, &schemes, &[list(1, 0, ""), list(2, 1, "")].concat()).read();
    let styles: Vec<&Style> = super::paragraphs(&document).iter().map(|paragraph| &paragraph.style).collect();
    let item = |level, number| Style::Item { level, number };
    assert_eq!(styles, [&item(0, Some(1)), &item(1, Some(1)), &item(0, None)]);
    assert_eq!(texts(&document), ["甲", "乙", "丙"]);
}

#[test]
fn numbers_of_several_levels_and_of_digits_are_spelt_out() {
    let body = [item(1, 0, "2024年"), item(1, 1, "乙"), item(1, 2, "丙")].concat();
    let legal = level(2, "decimal", "%1.%2.%3").replace("</w:lvl>", "<w:isLgl/></w:lvl>");
    let levels = [level(0, "chineseCounting", "%1"), level(1, "decimal", "%1.%2"), legal];
    let document = numbered(&body, &scheme(0, &levels), &list(1, 0, "")).read();
    assert_eq!(texts(&document), ["一 2024年", "一.1 乙", "1.1.1 丙"]);
}

#[test]
fn numbers_in_cells_are_text() {
    let body = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        item(1, 0, "属于国家秘密"),
        item(1, 0, "")
    );
    let document = numbered(&body, &scheme(0, &[level(0, "decimal", "%1.")]), &list(1, 0, "")).read();
    let texts: Vec<String> = super::grid(&document).cells.iter().map(crate::document::GridCell::text).collect();
    assert_eq!(texts, ["1.属于国家秘密", "2."]);
}

#[test]
fn a_style_can_number_and_a_paragraph_refuse() {
    let heading = |extra: &str, text: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="1"/>{extra}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
    };
    let body =
        heading("", "总体情况") + &heading(r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#, "附") + &heading("", "问题");
    let style = r#"<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let document = numbered(&body, &scheme(0, &[level(0, "chineseCounting", "%1、")]), &list(1, 0, ""))
        .part("styles", style)
        .read();
    assert_eq!(texts(&document), ["一、总体情况", "附", "二、问题"]);
    assert!(document.parts.iter().all(|part| matches!(part, Part::Paragraph(line) if line.style == Style::Heading(1))));
}

#[test]
fn broken_lists_number_nothing() {
    let body = [item(9, 0, "甲"), item(1, 77, "乙")].concat();
    let document = numbered(&body, "", &list(1, 42, "")).read();
    assert_eq!(texts(&document), ["甲", "乙"]);
}
