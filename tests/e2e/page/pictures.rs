//! Pictures with what they show below them: on pages, in PDFs and in Word files.

use nianbao_tests::{Workspace, convert, nianbao, pdf_text};
use serde_json::Value;

use super::Site;
use crate::browser::Browser;

const SHOWN: &str = "全年申请量的走势，年中最高";

/// How often a screen reader is told `words`, by itself or as part of more.
fn told(tree: &Value, words: &str) -> usize {
    let nodes = tree["nodes"].as_array().unwrap().iter();
    let said = nodes.filter(|node| node["ignored"] != true && node["role"]["value"] != "InlineTextBox");
    said.filter(|node| node["name"]["value"].as_str().is_some_and(|name| name.contains(words))).count()
}

#[test]
fn a_page_shows_what_a_picture_is_of_and_reads_it_once() {
    let site = Site::of("tests/sites/everything");
    let browser = Browser::start();
    let page = browser.open(&site.file("government/2024/index.html"), 390);
    let captions = "() => [...document.querySelectorAll('.text figure')].map(figure => {
        const [picture, caption] = ['img', 'figcaption'].map(name => figure.querySelector(name).getBoundingClientRect());
        return `${figure.querySelector('figcaption').textContent} ${caption.top >= picture.bottom} ${caption.height > 10}`;
    })";
    assert_eq!(page.list(captions), [format!("{SHOWN} true true")]);
    assert_eq!(told(&page.accessibility_tree(), SHOWN), 1);
}

#[test]
fn paper_and_word_show_it_too() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let run = |arguments: &[&str]| {
        let done = nianbao(workspace.path(), arguments).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    run(&["build"]);
    run(&["export", "docx", "甲市人民政府", "--year", "2024", "--out", "年报.docx"]);
    let pdf = pdf_text(&workspace.path().join("dist/site/government/2024/report.pdf"));
    assert_eq!(pdf.matches(SHOWN).count(), 1, "{pdf}");
    let shown = pdf_text(&convert(&workspace.path().join("年报.docx"), "pdf"));
    assert_eq!(shown.matches(SHOWN).count(), 1, "{shown}");
}
