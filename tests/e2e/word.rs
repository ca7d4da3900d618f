//! The Word file, as LibreOffice reads and prints it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use nianbao_tests::{TextTable, Workspace, convert, nianbao, pdf_text, read_text};

/// The Word file of a report.
fn word(workspace: &Workspace, agency: &str, year: &str) -> PathBuf {
    let file = workspace.path().join("word/年报.docx");
    let export = ["export", "docx", agency, "--year", year, "--out", file.to_str().unwrap()];
    let told = nianbao(workspace.path(), export).output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    file
}

/// How often each character stands in a text. The PDF has a smaller bullet.
fn characters(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for character in text.replace('●', "•").chars().filter(|character| !character.is_whitespace()) {
        *counts.entry(character).or_default() += 1;
    }
    counts
}

#[test]
fn it_says_what_the_pdf_says() {
    for (site, agency, year) in [("everything", "甲市人民政府", "2024"), ("older-forms", "jia", "2020")] {
        let workspace = Workspace::copy_of(&format!("tests/sites/{site}"));
        let built = nianbao(workspace.path(), ["build"]).output().unwrap();
        assert!(built.status.success());
        let folder = if agency == "jia" { "jia" } else { "government" };
        let pdf = pdf_text(&workspace.path().join(format!("dist/site/{folder}/{year}/report.pdf")));
        let printed = pdf_text(&convert(&word(&workspace, agency, year), "pdf"));
        assert_eq!(characters(&printed), characters(&pdf), "{site}\n{printed}\n\n{pdf}");
    }
}

#[test]
fn headings_tables_lists_and_pictures_are_real() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let text = read_text(&word(&workspace, "甲市人民政府", "2024"));
    let headings: Vec<(u32, &str)> = text.headings.iter().map(|(level, text)| (*level, text.as_str())).collect();
    assert_eq!(
        headings,
        [
            (1, "一、总体情况"),
            (2, "（一）主动公开"),
            (3, "1.政策文件"),
            (4, "（1）解读"),
            (3, "2.政府公报"),
            (2, "（二）依申请公开"),
            (1, "二、主动公开政府信息情况"),
            (1, "三、收到和处理政府信息公开申请情况"),
            (1, "四、政府信息公开行政复议、行政诉讼情况"),
            (1, "五、存在的主要问题及改进情况"),
            (1, "六、其他需要报告的事项"),
            (1, "更正"),
        ]
    );
    let [simple, disclosure, applications, proceedings] = &text.tables[..] else { panic!("{:?}", text.tables) };
    assert_eq!(*simple, TextTable { rows: 3, head_rows: 1, spans: 0 });
    assert_eq!((disclosure.rows, disclosure.head_rows), (14, 0));
    assert_eq!((applications.rows, applications.head_rows), (28, 3));
    assert_eq!((proceedings.rows, proceedings.head_rows), (4, 3));
    assert!(disclosure.spans >= 4 && applications.spans >= 10 && proceedings.spans >= 5, "{:?}", text.tables);
    assert_eq!(text.pictures, ["全年申请量的走势，年中最高"]);
    assert_eq!(text.links, ["https://www.example.gov.cn/"]);
    let [note] = &text.notes[..] else { panic!("{text:?}") };
    assert!(note.ends_with("含上年结转的申请；依据是《中华人民共和国政府信息公开条例》第五十条。"), "{note}");
    assert!(text.lists >= 2, "{text:?}");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let made = || {
        let workspace = Workspace::copy_of("tests/sites/everything");
        fs::read(word(&workspace, "甲市人民政府", "2024")).unwrap()
    };
    assert!(made() == made());
}
