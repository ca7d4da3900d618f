//! The preview in a real browser: pages that renew themselves, and pages that anybody can read.

use std::time::{Duration, Instant};

use nianbao_tests::{Preview, Workspace};
use serde_json::json;

use super::browser::{Browser, Page};
use super::validators::{assert_for_everybody, assert_valid};

const REPORT: &str = "content/agencies/tcj/2024/report.yaml";
const NARRATIVE: &str = "content/agencies/tcj/2024/narrative.md";

/// The real content with faults of all sorts.
fn faulty() -> Workspace {
    let workspace = Workspace::real();
    workspace.replace(REPORT, "状态: 已公开", "状态: 拟公开");
    workspace.replace(REPORT, "行政许可: 0", "行政许可: 三件");
    workspace.replace(NARRATIVE, "。", ".");
    workspace
}

pub(crate) fn wait_for(page: &Page, condition: &str) {
    let begun = Instant::now();
    // While a page is being replaced it cannot be asked.
    while page.try_ask(&format!("Promise.resolve({condition})")) != Some(json!(true)) {
        assert!(begun.elapsed() < Duration::from_mins(1), "never: {condition}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn open_pages_renew_themselves_and_stay_where_they_are() {
    let workspace = Workspace::real();
    workspace.replace(REPORT, "状态: 已公开", "状态: 拟公开");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let pages = ["/tcj/2024/", "/"].map(|path| browser.visit(&preview.url(path), 1280));
    let [report, home] = &pages;
    wait_for(report, "document.querySelector('.preview') !== null");
    report.run("scrollTo(0, 700); window.old = true");
    report.cover(true);

    // A tab behind others renews itself when it is looked at again.
    workspace.replace(REPORT, "行政许可: 0", "行政许可: 三件");
    wait_for(home, "document.querySelector('.preview').innerText.includes('错误 2')");
    let is_as_it_was = "Promise.resolve(!document.querySelector('.preview').textContent.includes('三件'))";
    assert_eq!(report.ask(is_as_it_was), true);
    report.cover(false);
    // What changed alone is another, so that it takes a blink.
    wait_for(report, "window.old && document.querySelector('.preview').textContent.includes('三件')");
    wait_for(report, "scrollY === 700");

    // While the page cannot be made it stays as it was, at its place.
    workspace.write("templates/html/report.html", "{{");
    wait_for(report, "document.querySelector('.preview.earlier') !== null");
    std::fs::remove_dir_all(workspace.path().join("templates")).unwrap();
    wait_for(report, "document.querySelector('.preview.earlier') === null && scrollY === 700");

    // Whoever closed the list finds it closed.
    report.run("document.querySelector('.preview details').open = false");
    wait_for(report, "sessionStorage.getItem('nianbao-preview-panel') === 'closed'");
    workspace.replace(REPORT, "行政许可: 三件", "行政许可: 四件");
    wait_for(report, "document.querySelector('.preview').textContent.includes('四件')");
    wait_for(report, "!document.querySelector('.preview details').open");

    // Styles come with a page that is loaded anew.
    report.run("window.old = true");
    workspace.write("templates/assets/style.css", "main { color: rgb(1, 2, 3) }");
    wait_for(report, "!window.old && getComputedStyle(document.querySelector('main')).color === 'rgb(1, 2, 3)'");
}

#[test]
fn findings_lead_to_their_sentences_and_cells() {
    let workspace = Workspace::real();
    workspace.replace(REPORT, "状态: 已公开", "状态: 拟公开");
    workspace.replace(REPORT, "本年新收: {自然人: 1", "本年新收: {自然人: 8");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = browser.visit(&preview.url("/tcj/2024/"), 1280);
    wait_for(&page, "!!document.querySelector('.preview .finding.error')");
    let leads_to = |button: &str, shown: &str| {
        page.run(&format!("[...document.querySelectorAll('{button}')].find(one => !one.hidden).click()"));
        page.run("window.found = [...CSS.highlights.get('nianbao-found')][0]");
        wait_for(&page, "found.getBoundingClientRect().top > 0 && found.getBoundingClientRect().bottom < innerHeight");
        wait_for(&page, &format!("String(found).includes('{shown}')"));
    };
    leads_to("[data-table]", "1");
    // What is missing may have been left over.
    wait_for(&page, "found.startContainer.parentElement.closest('tr').textContent.includes('结转下年度')");
    leads_to("[data-quote]", "件");
}

#[test]
fn searching_works_in_the_preview() {
    let workspace = Workspace::real();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = browser.visit(&preview.url("/search/?q=%E6%8A%95%E8%B5%84"), 1280);
    wait_for(&page, "document.querySelectorAll('#results li').length > 0");
}

#[test]
fn the_pages_of_the_preview_are_valid_and_accessible() {
    let workspace = faulty();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let pages = ["/tcj/2024/", "/", "/_status/", "/_status/?year=2024&standing=errors", "/tjc/"];
    for (at, path) in pages.iter().enumerate() {
        // A file on the disk is not where the page's policy wants everything to come from.
        let policy = |line: &&str| line.contains("Content-Security-Policy");
        let page: String = preview.get(path).text().lines().filter(|line| !policy(line)).collect::<Vec<_>>().join("\n");
        workspace.write(&format!("served/{at}.html"), page);
        for width in [360, 1280] {
            let page = browser.visit(&preview.url(path), width);
            assert_for_everybody(&page, &format!("{path} at {width} px"));
        }
    }
    assert_valid(&workspace.path().join("served"));
}
