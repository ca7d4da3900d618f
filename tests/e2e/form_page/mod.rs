//! The form in a real browser: typed, pasted and undone as people do, and nothing lost whatever happens.

mod accessible;
mod blocks;
mod correcting;
mod edits;
mod finding_list;
mod fixed;
mod handing;
mod lost;
mod making;
mod pictures;
mod reasons;
mod renaming;
mod summing;
mod tables;
mod texts;
mod unsure;
mod whole;

use nianbao_tests::{Preview, Workspace};
use serde_json::Value;

use super::browser::{Browser, Page};
use super::serve_browser::wait_for;

const REPORT: &str = "content/agencies/tcj/2024/report.yaml";
const NARRATIVE: &str = "content/agencies/tcj/2024/narrative.md";
const FORM: &str = "/_form/tcj/2024/";

/// A report that is being written.
fn workspace() -> Workspace {
    let workspace = Workspace::real();
    workspace.replace(REPORT, "状态: 已公开", "状态: 起草");
    workspace
}

/// The form of the report, ready to be typed in.
fn open(browser: &Browser, preview: &Preview, width: u32) -> Page {
    let page = browser.visit(&preview.url(FORM), width);
    wait_for(&page, "document.getElementById('saved').dataset.state === 'saved'");
    page
}

fn is_saved(page: &Page) {
    wait_for(page, "document.getElementById('saved').textContent.startsWith('已保存')");
}

/// Waits until a file says so.
fn is_written(workspace: &Workspace, path: &str, part: &str) {
    let mut patience = 200;
    while !workspace.read(path).contains(part) {
        patience -= 1;
        assert!(patience > 0, "never {part}: {}", workspace.read(path));
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

/// Puts the cursor into the cell at a key path.
fn enter(page: &Page, path: &str) {
    page.run(&format!("document.getElementById('{path}').focus()"));
}

/// Puts the cursor at the end of a block of a section.
fn enter_text(page: &Page, section: &str, block: usize) {
    page.run(&format!(
        "(() => {{ const editor = document.getElementById('text-{section}'); editor.focus();
            const range = document.createRange(); range.selectNodeContents(editor.children[{block}]); range.collapse(false);
            getSelection().removeAllRanges(); getSelection().addRange(range); }})()"
    ));
}

fn value(page: &Page, path: &str) -> String {
    let script =
        format!("Promise.resolve((place => place.value ?? place.textContent)(document.getElementById('{path}')))");
    page.ask(&script).as_str().unwrap_or_default().to_owned()
}

fn focused(page: &Page) -> Value {
    page.ask("Promise.resolve(document.activeElement.id)")
}

/// Lines of a file that are comments.
fn comments(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.split_once('#')).map(|(_, comment)| comment).collect()
}
