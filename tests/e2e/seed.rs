//! The real report of 温州市投资促进局 for 2024 against its published text, character by character but
//! for the half-width punctuation, which text extraction had left there.

use std::fs;

use nianbao_tests::{Workspace, assert_in_order, nianbao, pdf_text, repository};
use scraper::{Html, Selector};

fn published() -> String {
    fs::read_to_string(repository().join("tests/data/wenzhou-2024.txt")).unwrap()
}

/// Without white space, punctuation as Chinese text has it.
fn normal(text: &str) -> String {
    let wide = |character| match character {
        ',' => '，',
        ':' => '：',
        ';' => '；',
        '(' => '（',
        ')' => '）',
        other => other,
    };
    text.chars().filter(|character| !character.is_whitespace()).map(wide).collect()
}

/// The lines of prose and headings: those that are not table rows.
fn prose(text: &str) -> Vec<String> {
    text.lines().filter(|line| !line.contains('|')).map(normal).filter(|line| !line.is_empty()).collect()
}

/// The figures of each table row.
fn figures(text: &str) -> Vec<String> {
    let cells = |line: &str| line.split('|').map(str::trim).filter(|cell| cell.parse::<u64>().is_ok()).collect();
    text.lines().filter(|line| line.contains('|')).map(cells).filter(|row: &String| !row.is_empty()).collect()
}

fn built() -> Workspace {
    let workspace = Workspace::real();
    let built = nianbao(workspace.path(), ["build"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    workspace
}

#[test]
fn page_and_pdf_say_what_was_published() {
    let workspace = built();
    let folder = workspace.path().join("dist/site/tcj/2024");

    let page = Html::parse_document(&fs::read_to_string(folder.join("index.html")).unwrap());
    let main = page.select(&Selector::parse("main").unwrap()).next().unwrap();
    let text = normal(&main.text().collect::<String>());
    assert_in_order(&text, &prose(&published()), "the page");

    let cells = |row: scraper::ElementRef| {
        row.select(&Selector::parse("td").unwrap())
            .map(|cell| cell.text().collect::<String>().trim().to_owned())
            .collect()
    };
    let rows: Vec<String> = main
        .select(&Selector::parse("tr").unwrap())
        .map(cells)
        .filter(|row: &String| row.chars().any(|character| character.is_ascii_digit()))
        .collect();
    assert_eq!(rows, figures(&published()), "the page's figures");

    let text = normal(&pdf_text(&folder.join("report.pdf")));
    assert_in_order(&text, &prose(&published()), "the PDF");
}
