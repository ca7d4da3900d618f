//! report.json as the site has it.

use super::super::ReadError;
use super::read;
use crate::document::{GridCell, Part, Style};

const REPORT: &str = r#"{
  "$schema": "../report.schema.json", "version": 1,
  "agency": {"id": "tcj", "name": "温州市投资促进局", "short_name": null, "category": null},
  "year": 2024, "title": "温州市投资促进局2024年政府信息公开工作年度报告", "form": 2021,
  "published": "2025-01-20", "source": null, "index_number": "001", "document_number": null, "keywords": ["甲", "乙"],
  "figures": {"主动公开.行政事业性收费.本年收费金额": 59237.2449, "申请.本年新收.自然人": 3, "申请.本年新收.总计": 3},
  "remarks": {"申请.本年新收.自然人": "其中1件"}, "notes": {"申请": "含上年"},
  "introduction": [],
  "sections": [
    {"number": "一", "heading": "总体情况", "table": null, "blocks": [
      {"type": "heading", "level": 2, "number": "（一）", "anchor": "a", "content": [{"type": "text", "text": "主动公开"}]},
      {"type": "paragraph", "content": [{"type": "text", "text": "收到"},
        {"type": "figure", "text": "3", "anchor": "b"}, {"type": "text", "text": "件"},
        {"type": "footnote", "number": 1, "first": true}]},
      {"type": "list", "start": 2, "items": [[{"type": "paragraph", "content": [{"type": "strong", "content": [
        {"type": "link", "url": "https://a.cn/", "content": [{"type": "text", "text": "甲"}]}]}]}]]}
    ]},
    {"number": "三", "heading": "收到和处理政府信息公开申请情况", "table": 3, "blocks": []}
  ],
  "footnotes": [[{"type": "text", "text": "脚注"}]],
  "signature": {"agency": "温州市投资促进局", "date": "2025年1月20日", "sealed": false},
  "corrections": []
}"#;

#[test]
fn a_report_is_read_whole() {
    let document = read(REPORT.as_bytes()).expect("a document");
    let texts: Vec<String> = document
        .parts
        .iter()
        .map(|part| match part {
            Part::Paragraph(paragraph) => paragraph.text(),
            Part::Grid(grid) => grid.cells.iter().map(GridCell::text).collect::<Vec<_>>().join("|"),
            Part::Picture { alt, .. } => alt.clone(),
        })
        .collect();
    assert_eq!(
        texts,
        [
            "温州市投资促进局2024年政府信息公开工作年度报告",
            "一、总体情况",
            "（一）主动公开",
            "收到3件",
            "甲",
            "三、收到和处理政府信息公开申请情况",
            "项目|栏目|键|数值|性质|注|||申请.本年新收.总计|3|合计||||申请.本年新收.自然人|3|填报|其中1件",
            "注：含上年",
            "温州市投资促进局",
            "2025年1月20日",
        ]
    );
    let Some(Part::Paragraph(item)) = document.parts.get(4) else { panic!("no item") };
    assert_eq!(item.style, Style::Item { level: 0, number: Some(2) });
    assert!(item.runs[0].bold);
    assert_eq!(item.runs[0].link.as_deref(), Some("https://a.cn/"));
    assert_eq!(document.footnotes[0][0].text(), "脚注");
    assert!(document.labels.contains(&("PubDate".to_owned(), "2025-01-20".to_owned())));
    assert!(document.labels.contains(&("关键词".to_owned(), "甲；乙".to_owned())));
}

#[test]
fn figures_stay_exact() {
    let report = REPORT.replace(r#""table": 3"#, r#""table": 2"#);
    let document = read(report.as_bytes()).expect("a document");
    let grids = document.parts.iter().filter_map(|part| if let Part::Grid(grid) = part { Some(grid) } else { None });
    assert!(grids.flat_map(|grid| &grid.cells).any(|cell| cell.text() == "59237.2449"));
}

#[test]
fn other_files_are_told_apart() {
    for (text, part) in [
        (r#"{"version": 1, "year": 2024, "reports": []}"#, "全市一年"),
        (r#"{"a": 1}"#, "不是年报工坊"),
        ("{", "不是完整"),
        (&format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)), "不是完整"),
    ] {
        let error: ReadError = read(text.as_bytes()).expect_err("no report");
        assert!(error.to_string().contains(part), "{error}");
    }
}
