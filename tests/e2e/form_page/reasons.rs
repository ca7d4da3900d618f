//! 说明: a warning that stays as it is, with the reason.

use nianbao_tests::{Preview, Workspace};

use super::{REPORT, is_saved, is_written, open, workspace};
use crate::browser::{Browser, Page};
use crate::serve_browser::wait_for;

fn click(page: &Page, text: &str) {
    page.run(&format!(
        "[...document.querySelectorAll('#findings button')].find(button => button.textContent === '{text}').click()"
    ));
}

#[test]
fn a_warning_is_accepted_with_a_reason_and_no_more() {
    let workspace = workspace();
    workspace.replace(REPORT, "发布日期: 2025-01-31", "发布日期: 2025-03-31");
    let before = workspace.read(REPORT);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 390);
    let shown = "[...document.querySelectorAll('#findings .code')].map(code => code.textContent)";
    wait_for(&page, &format!("{shown}.includes('D001')"));
    // None of an error.
    let acts =
        page.list("() => [...document.querySelectorAll('#findings .error .acts')].map(acts => acts.textContent)");
    assert!(acts.is_empty(), "{acts:?}");

    click(&page, "写说明");
    wait_for(&page, "document.getElementById('reason').open");
    page.press("Enter");
    wait_for(&page, "!document.getElementById('reason-fault').hidden");
    page.type_text("机构改革: 移交。");
    page.press("Enter");
    wait_for(&page, "document.querySelector('#findings .accepted .help')?.textContent === '理由：机构改革: 移交。'");
    is_written(&workspace, REPORT, "机构改革: 移交。");
    assert!(workspace.read(REPORT).contains("规则: D001"), "{}", workspace.read(REPORT));

    click(&page, "收回说明");
    wait_for(&page, "document.querySelector('#findings .accepted') === null");
    is_saved(&page);
    is_as_before(&workspace, &before);
}

#[test]
fn a_reason_that_nothing_needs_is_taken_out() {
    let workspace = workspace();
    let before = workspace.read(REPORT);
    workspace.write(REPORT, format!("{before}说明: [{{规则: C004, 理由: 照旧。}}]\n"));
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    wait_for(&page, "[...document.querySelectorAll('#findings .code')].some(code => code.textContent === 'A001')");
    click(&page, "删去这条说明");
    is_saved(&page);
    is_as_before(&workspace, &before);
}

/// Waits until report.yaml is again what it was.
fn is_as_before(workspace: &Workspace, before: &str) {
    let mut patience = 100;
    while workspace.read(REPORT) != before {
        patience -= 1;
        assert!(patience > 0, "{}", workspace.read(REPORT));
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}
