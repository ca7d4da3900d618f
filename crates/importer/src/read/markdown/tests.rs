//! Markdown of ours and of others.

use super::read;
use crate::Document;
use crate::document::{Part, Run, Style};
use crate::read::encoding::Decoded;

fn document(text: &str) -> Document {
    read(&Decoded { text: text.to_owned(), malformed: false })
}

#[test]
fn a_narrative_keeps_headings_lists_bold_links_and_notes() {
    let text = "# 一、总体情况\n\n收到**3件**申请[^a]，见[网站](https://a.example/)。\n继续。\n\n1. 甲\n2. 乙\n   - 丙\n\n[^a]: 含上年结转。\n";
    let document = document(text);
    let styles: Vec<(Style, String)> = document
        .parts
        .iter()
        .filter_map(|part| {
            if let Part::Paragraph(paragraph) = part { Some((paragraph.style.clone(), paragraph.text())) } else { None }
        })
        .collect();
    let item = |level, number| Style::Item { level, number };
    assert_eq!(
        styles,
        [
            (Style::Heading(1), "一、总体情况".to_owned()),
            (Style::Body, "收到3件申请，见网站。继续。".to_owned()),
            (item(0, Some(1)), "甲".to_owned()),
            (item(0, Some(2)), "乙".to_owned()),
            (item(1, None), "丙".to_owned()),
        ]
    );
    let Some(Part::Paragraph(paragraph)) = document.parts.get(1) else { panic!("no paragraph") };
    assert!(paragraph.runs.contains(&Run { text: "3件".to_owned(), bold: true, ..Run::default() }));
    assert!(paragraph.runs.iter().any(|run| run.footnote == Some(0)));
    assert!(paragraph.runs.iter().any(|run| run.link.as_deref() == Some("https://a.example/")));
    assert_eq!(document.footnotes[0][0].text(), "含上年结转。");
}

#[test]
fn tables_are_grids_with_their_blanks() {
    let document = document("| 项目 | 数 |\n|---|---|\n| 规章 | |\n| 许可 | 5 |\n\n之后\n");
    let Some(Part::Grid(grid)) = document.parts.first() else { panic!("no grid") };
    assert_eq!((grid.aligned, grid.height(), grid.width()), (true, 3, 2));
    assert_eq!(
        grid.cells.iter().map(crate::document::GridCell::text).collect::<Vec<_>>(),
        ["项目", "数", "规章", "", "许可", "5"]
    );
    assert_eq!(document.parts.len(), 2);
}

#[test]
fn a_text_in_a_hundred_thousand_pieces_takes_no_time() {
    let started = std::time::Instant::now();
    let long = document(&"[".repeat(400_000));
    assert!(matches!(long.parts.as_slice(), [Part::Paragraph(paragraph)] if paragraph.runs.len() == 1));
    assert!(started.elapsed() < std::time::Duration::from_secs(20), "{:?}", started.elapsed());
}
