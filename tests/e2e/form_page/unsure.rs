//! 待核对: from one cell to the next, and what is left as 0 in one step.

use nianbao_tests::Preview;

use super::{REPORT, focused, is_written, open, value, workspace};
use crate::browser::Browser;
use crate::serve_browser::wait_for;

#[test]
fn what_is_still_to_be_verified_is_gone_through_and_filled_with_0() {
    let workspace = workspace();
    workspace.replace(REPORT, "复议: {结果维持: 0, 结果纠正: 0,", "复议: {结果维持: 待核对, 结果纠正: 待核对,");
    workspace.replace(REPORT, "规章: {制发: 0,", "规章: {制发: 待核对,");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let bars = "[...document.querySelectorAll('.unsure-bar')].filter(bar => !bar.hidden).map(bar => bar.querySelector('span').textContent)";
    wait_for(&page, &format!("{bars}.length === 3"));
    assert_eq!(page.list(&format!("() => {bars}")), ["还有 3 格待核对。", "还有 1 格待核对。", "还有 2 格待核对。"]);
    page.press("F8");
    assert_eq!(focused(&page), "主动公开.规章.制发");
    page.press("F8");
    assert_eq!(focused(&page), "复议.结果维持");
    page.type_text("5");
    page.press("F8");
    assert_eq!(focused(&page), "复议.结果纠正");
    page.press("F8");
    assert_eq!(focused(&page), "主动公开.规章.制发");
    page.run("document.querySelector('.unsure-bar:not([hidden]) button:last-child').click()");
    is_written(&workspace, REPORT, "复议: {结果维持: 5, 结果纠正: 0,");
    assert!(workspace.read(REPORT).contains("规章: {制发: 0,"));
    assert!(page.list(&format!("() => {bars}"))[0].starts_with("2 格填了 0。"));
    // What is done is no fault.
    let colour = "getComputedStyle(document.querySelector('.unsure-bar:not([hidden])')).borderLeftColor";
    assert_eq!(page.list(&format!("() => [{colour}]")), ["rgb(27, 107, 53)"]);
    page.run("document.getElementById('undo').click()");
    assert_eq!([value(&page, "复议.结果纠正"), value(&page, "主动公开.规章.制发")], ["待核对", "待核对"]);
    is_written(&workspace, REPORT, "复议: {结果维持: 5, 结果纠正: 待核对,");
    // Only table three has none.
    wait_for(&page, "[...document.querySelectorAll('.unsure-bar')].filter(bar => bar.hidden).length === 1");
}
