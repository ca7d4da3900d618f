//! The page of a year as a browser prints it.

use std::path::Path;
use std::process::Command;

use nianbao_tests::{Workspace, nianbao, run};

use super::Site;
use crate::browser::Browser;

/// A city whose table takes several sheets.
fn city() -> Site {
    let workspace = Workspace::empty();
    let made = nianbao(workspace.path(), ["demo", "city", "--agencies", "60", "--years", "2"]).output().unwrap();
    assert!(made.status.success());
    let built = nianbao(&workspace.path().join("city"), ["build", "--no-pdf"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    Site(workspace)
}

/// The text of each page of a PDF.
fn pages(file: &Path) -> Vec<String> {
    let text = run(Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(file).arg("-"));
    text.split('\u{c}').filter(|page| !page.trim().is_empty()).map(str::to_owned).collect()
}

/// The sizes of the fonts of a PDF's text, in points, by how high poppler's boxes are.
fn heights(file: &Path) -> Vec<(f64, String)> {
    let html = run(Command::new("pdftotext").arg("-bbox").arg(file).arg("-"));
    let words = html.lines().filter_map(|line| {
        let value = |name: &str| line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse::<f64>().ok();
        let text = line.split('>').nth(1)?.split('<').next()?;
        Some((value("yMax")? - value("yMin")?, text.to_owned()))
    });
    words.collect()
}

#[test]
fn a_printed_table_repeats_its_head_in_letters_that_can_be_read() {
    let site = city();
    let browser = Browser::with_fonts();
    let page = browser.open(&site.0.path().join("city/dist/site/2024/index.html"), 1280);
    let file = site.0.path().join("printed.pdf");
    std::fs::write(&file, page.print()).unwrap();
    let pages = pages(&file);
    let with_rows: Vec<&String> = pages.iter().filter(|page| page.contains("2025-01-")).collect();
    assert!(with_rows.len() >= 2, "{} sheets", with_rows.len());
    for sheet in with_rows {
        for head in ["序号", "机关", "本年新收", "行政处罚", "公开日期"] {
            assert!(sheet.contains(head), "no {head} on\n{sheet}");
        }
    }
    let all = pages.concat();
    for button in ["全部数据", "Excel", "CSV", "JSON", "↕"] {
        assert!(!all.contains(button), "{button} is printed");
    }
    assert!(all.contains("合计"));
    let tiny: Vec<_> = heights(&file).into_iter().filter(|(height, _)| *height < 8.9).collect();
    assert!(tiny.is_empty(), "{tiny:?}");
}
