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
    // The button is gone; whoever pressed it is where it says what it did.
    let told = "document.activeElement.textContent.startsWith('2 格填了 0。')";
    wait_for(&page, told);
    // What is done is no fault.
    let colour = "getComputedStyle(document.querySelector('.unsure-bar:not([hidden])')).borderLeftColor";
    assert_eq!(page.list(&format!("() => [{colour}]")), ["rgb(27, 107, 53)"]);
    page.run("document.getElementById('undo').click()");
    assert_eq!([value(&page, "复议.结果纠正"), value(&page, "主动公开.规章.制发")], ["待核对", "待核对"]);
    is_written(&workspace, REPORT, "复议: {结果维持: 5, 结果纠正: 待核对,");
    // Only table three has none.
    wait_for(&page, "[...document.querySelectorAll('.unsure-bar')].filter(bar => bar.hidden).length === 1");
}

#[test]
fn what_last_year_left_over_is_no_0() {
    let workspace = workspace();
    let last = workspace.read(REPORT).split("表内合计:").next().unwrap().replace("年度: 2024", "年度: 2023");
    workspace.write(
        "content/agencies/tcj/2023/report.yaml",
        last.replace("结转下年度: {自然人: 1", "结转下年度: {自然人: 4"),
    );
    workspace.write("content/agencies/tcj/2023/narrative.md", workspace.read(super::NARRATIVE));
    workspace.replace(REPORT, "上年结转: {自然人: 0, 商业企业: 0,", "上年结转: {自然人: 待核对, 商业企业: 待核对,");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let button = "[...document.querySelectorAll('.unsure-bar:not([hidden]) button:last-child')]";
    wait_for(&page, &format!("{button}[0]?.textContent === '其余 2 格填 0，上年结转照上年的填'"));
    page.run(&format!("{button}[0].click()"));
    is_written(&workspace, REPORT, "上年结转: {自然人: 4, 商业企业: 0,");
    wait_for(
        &page,
        "document.querySelector('.unsure-bar:not([hidden])').textContent.includes('1 格填了 0，上年结转的 1 格照上年的“结转下年度”填了。')",
    );
}
