//! The manual's pages, as `serve` offers them.

use std::process::Command;

use nianbao_tests::{Preview, Workspace, run};

use super::CITY;
use crate::browser::Browser;
use crate::validators::{assert_for_everybody, assert_valid};

/// The address of a page of the manual.
fn address(name: &str) -> String {
    let bytes = name
        .bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") });
    format!("/_help/{}/", bytes.collect::<String>())
}

#[test]
fn the_manual_is_valid_accessible_and_asks_nobody_else() {
    let workspace = Workspace::copy_of(CITY);
    let preview = Preview::of(&workspace, &["--read-only"]);
    let browser = Browser::start();
    let parts = ["填报", "文本填报", "政务公开办", "安装", "常见错误", "一页纸", "问题代码"];
    let pages = ["/_help/".to_owned()].into_iter().chain(parts.map(address));
    for (at, path) in pages.enumerate() {
        let text = preview.page(&path);
        assert!(!text.contains("href=\"/_form/"), "{path} leads to the form, which is not there");
        workspace.write(&format!("served/{at}.html"), text);
        for width in [360, 1280] {
            let page = browser.visit(&preview.url(&path), width);
            assert_for_everybody(&page, &format!("{path} at {width} px"));
            assert_eq!(page.complaints(), [""; 0], "{path} at {width} px");
        }
    }
    assert_valid(&workspace.path().join("served"));
}

/// Every link and picture of every page answers, and every place within a page is there.
#[test]
fn nothing_in_the_manual_leads_nowhere() {
    let workspace = Workspace::copy_of(CITY);
    let preview = Preview::of(&workspace, &[]);
    let (mut open, mut seen) = (vec!["/_help/".to_owned()], Vec::new());
    let link = regex::Regex::new(r#"(?:href|src)="(/_[^"]*|#[^"]*)""#).unwrap();
    while let Some(path) = open.pop() {
        let text = preview.page(&path);
        for target in link.captures_iter(&text).map(|found| found[1].to_owned()) {
            let (file, place) = target.split_once('#').unwrap_or((&target, ""));
            let file = if file.is_empty() { path.clone() } else { file.to_owned() };
            if !place.is_empty() {
                let name = percent_decoded(place);
                assert!(preview.page(&file).contains(&format!("id=\"{name}\"")), "{path} leads to {file}#{name}");
            } else if !seen.contains(&file) {
                assert_eq!(preview.get(&file).status, 200, "{path} leads to {file}");
            }
            if file.starts_with("/_help/") && file.ends_with('/') && !seen.contains(&file) {
                open.push(file.clone());
            }
            seen.push(file);
        }
    }
    assert!(seen.contains(&address("安装")));
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        let code =
            (*first == b'%').then(|| others.get(..2)).flatten().and_then(|digits| std::str::from_utf8(digits).ok());
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => (bytes.push(byte), rest = &others[2..]).1,
            None => (bytes.push(*first), rest = others).1,
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn what_is_handed_to_agencies_is_one_sheet() {
    let workspace = Workspace::copy_of(CITY);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::with_fonts();
    let page = browser.visit(&preview.url(&address("一页纸")), 1280);
    let file = workspace.path().join("sheet.pdf");
    std::fs::write(&file, page.print()).unwrap();
    let told = run(Command::new("pdfinfo").arg(&file));
    assert!(told.contains("Pages:           1\n") && told.contains("A4"), "{told}");
    let text = run(Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(&file).arg("-"));
    assert!(text.contains("网址") && text.contains("期限") && text.contains("电话"), "{text}");
    assert!(!text.contains("Ctrl+P"), "what is told to the office is not handed out");
}

#[test]
fn pages_lead_to_the_manual_and_findings_to_what_explains_them() {
    let workspace = Workspace::copy_of(CITY);
    let preview = Preview::of(&workspace, &[]);
    for path in ["/", "/_form/", "/_form/czj/2025/", "/_status/", "/nowhere/"] {
        assert!(preview.get(path).text().contains("href=\"/_help/"), "{path}");
    }
    let mistakes = address("常见错误");
    assert!(preview.page("/czj/2025/").contains(&format!("href=\"{mistakes}#")));
    let state = preview.get("/_form/czj/2025/state").json();
    assert!(state["findings"][0]["manual"].as_str().is_some_and(|place| place.starts_with(&mistakes)), "{state}");
    // The manual is there when nothing else is.
    workspace.write("content/agency.yaml", "名称: [");
    assert!(preview.page("/_help/").contains("帮助"));
}
