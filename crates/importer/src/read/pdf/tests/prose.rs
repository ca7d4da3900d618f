//! Paragraphs, headings and what stands around them.

use super::{Content, document, notes, paragraphs};
use crate::document::{Part, Style};

/// Lines of running text from `y` downwards, as a page of it has them.
fn running(mut page: Content, mut y: f64, lines: &[(f64, &str)]) -> Content {
    for (x, line) in lines {
        page = page.song(*x, y, 16.0, line);
        y -= 28.0;
    }
    page
}

const FULL: &str = "不断完善政府信息公开制度建立健全政府信息公开保障机制始终";

#[test]
fn lines_join_to_paragraphs_over_pages() {
    let short = &FULL[..FULL.len() - 6];
    let above =
        running(Content::default(), 700.0, &[(116.0, "一、总体情况"), (116.0, short), (84.0, FULL), (84.0, FULL)]);
    let above = above.latin(290.0, 40.0, 12.0, "- 1 -");
    let below = running(Content::default(), 780.0, &[(84.0, "推进工作。"), (116.0, "二、主动公开政府信息情况")])
        .latin(290.0, 40.0, 12.0, "- 2 -");
    let document = document(&[above, below]);
    assert_eq!(
        paragraphs(&document),
        ["一、总体情况".to_owned(), format!("{short}{FULL}{FULL}推进工作。"), "二、主动公开政府信息情况".to_owned()]
    );
    assert_eq!(document.dropped.iter().map(|dropped| dropped.kind.as_str()).collect::<Vec<_>>(), ["页码", "页码"]);
}

#[test]
fn a_large_line_in_the_middle_is_the_title() {
    let page = running(
        Content::default().song(199.0, 760.0, 22.0, "二〇二四年年度报告"),
        700.0,
        &[(84.0, FULL), (84.0, FULL)],
    );
    let document = document(&[page]);
    let Some(Part::Paragraph(title)) = document.parts.first() else { panic!("a title comes first") };
    assert_eq!((title.text().as_str(), &title.style, title.centred), ("二〇二四年年度报告", &Style::Title, true));
}

#[test]
fn a_heading_that_runs_over_the_side_of_no_line_begins_a_paragraph() {
    let page = running(
        Content::default(),
        700.0,
        &[(116.0, "收到申请1件。"), (116.0, "六、其他需要报告的事项"), (116.0, "未收费。")],
    );
    assert_eq!(paragraphs(&document(&[page]))[1], "六、其他需要报告的事项");
}

#[test]
fn running_heads_are_left_out() {
    let page = |number: u16| {
        let page = Content::default().song(84.0, 800.0, 9.0, "某市某局年度报告");
        running(page, 700.0, &[(84.0, FULL), (84.0, FULL)]).latin(290.0, 40.0, 12.0, &format!("{number} / 3"))
    };
    let document = document(&[page(1), page(2), page(3)]);
    assert_eq!(document.dropped.len(), 6);
    assert!(!paragraphs(&document).concat().contains("某市某局"));
}

#[test]
fn a_raised_number_refers_to_the_note_at_the_foot() {
    let page = running(Content::default(), 700.0, &[(84.0, FULL), (84.0, "不予公开九十二件")]);
    let page =
        page.latin(212.0, 678.0, 8.0, "1").latin(84.0, 103.0, 5.0, "1").song(90.0, 100.0, 10.0, "含上年结转的申请。");
    let document = document(&[page]);
    assert_eq!(notes(&document), ["含上年结转的申请。"]);
    let refers =
        |part: &Part| matches!(part, Part::Paragraph(text) if text.runs.iter().any(|run| run.footnote == Some(0)));
    assert!(document.parts.iter().any(refers));
}

#[test]
fn radicals_are_read_as_the_letters_they_stand_for() {
    let page = Content::default().song(84.0, 700.0, 16.0, "⼀、总体情况，⺠政局");
    assert_eq!(paragraphs(&document(&[page])), ["一、总体情况，民政局"]);
}

#[test]
fn a_raised_power_of_a_unit_is_no_note() {
    let page = running(Content::default(), 700.0, &[(84.0, FULL), (84.0, "不予公开九十二件")]);
    let page = page
        .latin(212.0, 678.0, 8.0, "2")
        .latin(300.0, 672.0, 16.0, "120m")
        .latin(340.0, 678.0, 8.0, "2")
        .latin(84.0, 103.0, 5.0, "2")
        .song(90.0, 100.0, 10.0, "含上年结转的申请。");
    let document = document(&[page]);
    assert_eq!(notes(&document), ["含上年结转的申请。"]);
    let text = paragraphs(&document).concat();
    assert!(text.contains("120m2"), "{text}");
}
