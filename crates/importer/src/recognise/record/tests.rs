//! Titles, years and days as documents write them.

use crate::document::{Paragraph, Part, Place};
use crate::{Document, Imported, recognise};

fn read(labels: &[(&str, &str)], paragraphs: &[&str]) -> Imported {
    let parts = paragraphs.iter().map(|text| Part::Paragraph(Paragraph::plain(*text, Place::Unknown)));
    let labels = labels.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    recognise(&Document { labels: labels.collect(), parts: parts.collect(), ..Document::default() }, None)
}

/// Agency, year and title where it is not the usual one.
fn titled(paragraphs: &[&str]) -> (String, i16, Option<String>) {
    let imported = read(&[], &[paragraphs, &["一、总体情况", "公开信息10条。"]].concat());
    let title = imported.report.title.map(|title| title.value);
    (imported.agency.unwrap_or_default(), imported.year.unwrap_or_default(), title)
}

fn doubts(imported: &Imported) -> String {
    imported.doubts.iter().map(|doubt| doubt.message.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn titles_are_read_in_all_their_shapes() {
    let usual = ("温州市教育局".to_owned(), 2023, None);
    assert_eq!(titled(&["温州市教育局2023年政府信息公开工作年度报告"]), usual);
    assert_eq!(titled(&["温州市教育局", "2023 年政府信息公开工作年度报告"]), usual);
    assert_eq!(titled(&["温州市教育局2023年政府信息", "公开工作年度报告"]), usual);
    let other = |title: &str| ("温州市教育局".to_owned(), 2023, Some(title.to_owned()));
    for title in [
        "2023年温州市教育局政府信息公开工作年度报告",
        "温州市教育局2023年度政府信息公开工作年度报告",
        "温州市教育局政府信息公开工作年度报告（2023年度）",
        "温州市教育局2023年政府信息公开年报",
        "温州市教育局二〇二三年政府信息公开工作年度报告",
        "温州市教育局2023年信息公开工作报告",
    ] {
        assert_eq!(titled(&[title]), other(title));
    }
}

#[test]
fn sentences_are_no_titles() {
    assert_eq!(titled(&["现将温州市教育局2023年政府信息公开工作年度报告公布如下。"]).0, "");
}

#[test]
fn a_page_tells_day_address_and_number() {
    let imported = read(
        &[("PubDate", "2024-01-20 12:56"), ("Url", "https://example.gov.cn/a.html"), ("ContentSource", "市府办")],
        &[
            "首页 > 政务公开 > 年报",
            "某市某局2023年政府信息公开工作年度报告",
            "索  引  号：WZ001/2024-1　文号：无",
            "来源：某市某局　发布时间：2024-01-20 12:56　浏览次数：12",
            "一、总体情况",
            "公开信息10条。",
        ],
    );
    let report = &imported.report;
    assert_eq!(report.published.as_ref().map(|day| day.value.to_string()).as_deref(), Some("2024-01-20"));
    assert_eq!(report.source.as_ref().map(|source| source.value.as_str()), Some("https://example.gov.cn/a.html"));
    assert_eq!(report.filing.index.as_ref().map(|index| index.value.as_str()), Some("WZ001/2024-1"));
    assert_eq!(report.filing.document, None);
    assert!(report.narrative.introduction.is_empty(), "{:?}", report.narrative.introduction);
}

#[test]
fn what_differs_or_lacks_is_told() {
    let period = "本报告数据统计期限为2022年1月1日至2022年12月31日。";
    let imported = read(&[], &["某局2023年政府信息公开工作年度报告", period, "一、总体情况"]);
    assert_eq!(imported.year, Some(2023));
    assert!(doubts(&imported).contains("2022年"), "{}", doubts(&imported));
    let imported = read(&[], &["某局政府信息公开工作年度报告", period, "一、总体情况"]);
    assert_eq!(imported.year, Some(2022));
    let imported = read(&[("PubDate", "2024-01-20")], &["一、总体情况", "公开信息10条。"]);
    assert_eq!(imported.year, Some(2023));
    assert!(doubts(&imported).contains("没有找到标题") && doubts(&imported).contains("没有写是哪个机关"));
    assert!(doubts(&imported).contains("像是2023年"), "{}", doubts(&imported));
}

#[test]
fn titles_with_chinese_years_and_remarks_are_titles() {
    for (text, agency, year) in [
        ("甘泉县人民政府二〇二一年政府信息公开工作年度报告（更正）", "甘泉县人民政府", 2021),
        ("甘泉县人民政府二零二一年政府信息公开工作年度报告", "甘泉县人民政府", 2021),
        ("二○二三年度甘泉县教育局政府信息公开工作年度报告(修订版)", "甘泉县教育局", 2023),
        ("甘泉县教育局2023年政府信息公开工作年度报告（2024年3月修订）", "甘泉县教育局", 2023),
    ] {
        let title = super::title::Title::of(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((title.agency.as_deref(), title.year), (Some(agency), Some(year)), "{text}");
    }
}
