//! 更正: a published report is changed by corrections alone.

use nianbao_tests::{Preview, Workspace};

use super::{NARRATIVE, REPORT, enter, enter_text, is_written, open};
use crate::browser::{Browser, Page};
use crate::serve_browser::wait_for;

const AGENCY: &str = "content/agencies/tcj/agency.yaml";

fn click(page: &Page, id: &str) {
    page.run(&format!("document.getElementById('{id}').click()"));
}

fn is_said(page: &Page, part: &str) {
    wait_for(page, &format!("document.getElementById('correction-words').textContent.includes('{part}')"));
}

#[test]
fn a_published_report_is_corrected_and_says_so() {
    let workspace = Workspace::real();
    let [report, narrative] = [REPORT, NARRATIVE].map(|path| workspace.read(path));
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let open_to = |path: &str| page.ask(&format!("Promise.resolve(document.getElementById('{path}').readOnly)"));
    assert_eq!(open_to("复议.结果维持"), true);
    // What is no part of the report is open all the time.
    enter(&page, "field-联系方式.电话");
    page.type_text("0577-1");
    is_written(&workspace, AGENCY, "0577-1");

    click(&page, "correction-top");
    assert_eq!(open_to("复议.结果维持"), false);
    assert_eq!(page.ask("Promise.resolve(document.getElementById('field-发布日期').disabled)"), true);
    enter(&page, "复议.结果维持");
    page.type_text("3");
    enter_text(&page, "六", 0);
    page.type_text("甲。");
    wait_for(&page, "document.getElementById('correction-changes').children.length === 2");
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert_eq!([REPORT, NARRATIVE].map(|path| workspace.read(path)), [report.clone(), narrative.clone()]);

    // It outlives the browser's page, and is not written without words.
    page.close();
    let page = open_again(&browser, &preview);
    click(&page, "correction-write");
    is_said(&page, "更正的内容还没有写");
    assert_eq!(workspace.read(REPORT), report);
    click(&page, "correction-fill");
    let words = "document.getElementById('correction-text').value";
    let filled = page.ask(&format!("Promise.resolve({words})"));
    let filled = filled.as_str().unwrap();
    assert!(filled.ends_with("由0更正为3；“六、其他需要报告的事项”增加“甲。”。"), "{filled}");
    // What is left out of it is told, and nothing is written.
    enter(&page, "correction-text");
    page.run("document.getElementById('correction-text').select()");
    page.type_text("维持的由0更正为3。");
    click(&page, "correction-write");
    is_said(&page, "没有写到“六、其他需要报告的事项”的文字");
    assert_eq!(workspace.read(REPORT), report);
    click(&page, "correction-fill");
    click(&page, "correction-write");
    is_said(&page, "更正写好了");
    let now = workspace.read(REPORT);
    assert!(now.contains("结果维持: 3") && now.contains("更正:") && now.contains("由0更正为3；"), "{now}");
    assert!(now.contains("状态: 已公开") && workspace.read(NARRATIVE) != narrative);
    assert_eq!(page.ask("Promise.resolve(document.getElementById('复议.结果维持').readOnly)"), true);
    wait_for(&page, "document.getElementById('correction-earlier').children.length === 1");
    // What was written with its correction is not undone, and what went well is no warning.
    assert_eq!(page.ask("Promise.resolve(document.getElementById('undo').disabled)"), true);
    assert_eq!(page.ask("Promise.resolve(document.getElementById('correction-words').dataset.tone)"), "good");

    // How it is said may be bettered.
    page.run("document.querySelector('#correction-earlier button').click()");
    wait_for(&page, "document.getElementById('reword').open");
    page.run("document.getElementById('reword-text').select()");
    page.type_text("结果维持由0件更正为3件，第六部分补充一句。");
    page.press("Enter");
    is_written(&workspace, REPORT, "补充一句。");
    let reworded = workspace.read(REPORT);
    assert!(!reworded.contains("由0更正为3；") && reworded.matches("日期:").count() == now.matches("日期:").count());
    wait_for(&page, "document.getElementById('correction-earlier').textContent.includes('补充一句')");
    assert_eq!(page.ask("Promise.resolve(document.getElementById('reword').open)"), false);
}

fn open_again(browser: &Browser, preview: &Preview) -> Page {
    let page = browser.visit(&preview.url(super::FORM), 390);
    wait_for(&page, "document.getElementById('saved').textContent === '更正还没有写入'");
    page
}

#[test]
fn whoever_would_rather_not_correct_leaves_all_as_it_was() {
    let workspace = Workspace::real();
    let before = [REPORT, NARRATIVE].map(|path| workspace.read(path));
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    click(&page, "correction-top");
    enter(&page, "复议.结果维持");
    page.type_text("3");
    click(&page, "correction-stop");
    wait_for(&page, "document.getElementById('correction-drop').open");
    page.run("document.querySelector('#correction-drop [data-drop]').click()");
    is_said(&page, "还是原来的样子");
    assert_eq!(super::value(&page, "复议.结果维持"), "0");
    assert_eq!([REPORT, NARRATIVE].map(|path| workspace.read(path)), before);
}
