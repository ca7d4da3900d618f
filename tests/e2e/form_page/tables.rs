//! The tables, typed like a spreadsheet.

use headless_chrome::browser::tab::ModifierKey::{Ctrl, Shift};
use nianbao_tests::{Preview, Workspace};
use serde_json::json;

use super::{REPORT, enter, focused, is_saved, open, value, workspace};
use crate::browser::{Browser, Page};
use crate::serve_browser::wait_for;

#[test]
fn figures_are_typed_from_cell_to_cell_and_judged_at_once() {
    let workspace = workspace();
    let before = workspace.read(REPORT);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter(&page, "申请.本年新收.自然人");
    page.type_text("５");
    page.press("ArrowRight");
    assert_eq!(focused(&page), "申请.本年新收.商业企业");
    page.type_text("2");
    page.press("Enter");
    assert_eq!(focused(&page), "申请.上年结转.商业企业");
    page.press("End");
    assert_eq!(focused(&page), "申请.上年结转.其他");
    page.press("ArrowUp");
    page.press("Home");
    assert_eq!(focused(&page), "申请.本年新收.自然人");
    page.press("Tab");
    assert_eq!(focused(&page), "申请.本年新收.商业企业");

    wait_for(&page, "document.getElementById('申请.本年新收.总计').textContent === '7'");
    wait_for(&page, "document.querySelectorAll('td.wrong.error input[aria-invalid=true]').length > 0");
    assert_eq!(page.ask("Promise.resolve(document.querySelectorAll('td.operand').length > 0)"), true);
    let described = "(() => { const cell = document.querySelector('[aria-invalid=true]');
        return cell.getAttribute('aria-describedby').split(' ').every(id => document.getElementById(id).textContent.includes('怎样改')); })()";
    wait_for(&page, described);
    is_saved(&page);
    let after = before.replace("本年新收: {自然人: 1, 商业企业: 0,", "本年新收: {自然人: 5, 商业企业: 2,");
    assert_eq!(workspace.read(REPORT), after, "every other byte stays");
}

#[test]
fn a_block_fills_the_cells_with_its_empty_ones_in_one_step() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let cells = |page: &Page| {
        ["予以公开.自然人", "予以公开.商业企业", "予以公开.科研机构", "部分公开.自然人", "部分公开.商业企业"]
            .map(|cell| value(page, &format!("申请.{cell}")))
            // An empty cell is written as 0, and shown so once it is saved.
            .map(|figure| if figure.is_empty() { "0".to_owned() } else { figure })
    };
    let before = cells(&page);
    enter(&page, "申请.予以公开.自然人");
    page.paste("1\t\t1,234\r\n\t２\t\r\n", "");
    assert_eq!(cells(&page), ["1", "0", "1234", "0", "2"]);
    page.press_with(&[Ctrl], "z");
    assert_eq!(cells(&page), before);
    page.press_with(&[Ctrl], "y");
    assert_eq!(cells(&page), ["1", "0", "1234", "0", "2"]);

    // A table of a page or of Word, headings and merged cells included.
    page.press_with(&[Ctrl], "z");
    let html = "<table><tr><td colspan=2>项目</td><td>自然人</td><td>商业企业</td></tr>
        <tr><td rowspan=2>三</td><td>（一）予以公开</td><td>3</td><td></td></tr><tr><td>（二）部分公开</td><td></td><td><p>４</p></td></tr></table>";
    page.paste("", html);
    assert_eq!(cells(&page), ["3", "0", "0", "0", "4"]);
    is_saved(&page);
    let saved = workspace.read(REPORT);
    assert!(saved.contains("予以公开: {自然人: 3, 商业企业: 0,"), "{saved}");
    assert!(saved.contains("部分公开: {自然人: 0, 商业企业: 4,"), "{saved}");
}

#[test]
fn a_cell_has_a_remark() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter(&page, "主动公开.行政规范性文件.制发");
    page.type_text("22");
    page.press_with(&[Shift], "F2");
    assert_eq!(focused(&page), "cell-remark");
    page.type_text("其中修订16件");
    page.press("Enter");
    assert_eq!(focused(&page), "主动公开.行政规范性文件.制发");
    let shown = page.list(
        "() => [...document.querySelectorAll('.typed .remark')].map(remark => remark.textContent).filter(Boolean)",
    );
    assert_eq!(shown, ["（其中修订16件）"]);
    is_saved(&page);
    assert!(workspace.read(REPORT).contains("制发: {数: 22, 注: 其中修订16件}"));
}

#[test]
fn a_record_is_shown_and_not_changed() {
    let workspace = Workspace::real();
    let before = workspace.read(REPORT);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter(&page, "申请.本年新收.自然人");
    page.type_text("9");
    page.paste("1\t2", "");
    assert_eq!(value(&page, "申请.本年新收.自然人"), "1");
    assert_eq!(page.ask("Promise.resolve(document.getElementById('readonly').checkVisibility())"), json!(true));
    assert_eq!(workspace.read(REPORT), before);
}

/// With last year's figures in the cells, what is left over from it under its longer name.
#[test]
fn every_table_is_seen_whole_on_a_screen() {
    let workspace = workspace();
    let last = "年度: 2023\n状态: 起草\n申请:\n  本年新收: {自然人: 1234, 其他: 1234}\n  结转下年度: {自然人: 1234, 商业企业: 12, 科研机构: 1, 社会公益组织: 12345, 法律服务机构: 1, 其他: 7}\n";
    workspace.write("content/agencies/tcj/2023/report.yaml", last);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    wait_for(
        &page,
        "[...document.querySelectorAll('.last')].some(last => last.textContent === '上年结转下年度 12345')",
    );
    let cut = "[...document.querySelectorAll('.table-scroll')].filter(table => table.scrollWidth > table.clientWidth).map(table => table.ariaLabel)";
    for width in [1200, 1280, 1440, 1920] {
        page.resize(width, 800);
        wait_for(&page, "document.body.classList.contains('with-page')");
        assert_eq!(page.list(&format!("() => {cut}")), [""; 0], "{width} px beside the page");
        page.run("document.getElementById('show-beside').click()");
        assert_eq!(page.list(&format!("() => {cut}")), [""; 0], "{width} px");
        page.run("document.getElementById('show-beside').click()");
    }
}

#[test]
fn tab_goes_from_one_table_to_the_next() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter(&page, "主动公开.行政事业性收费");
    page.press("Tab");
    assert_eq!(focused(&page), "申请.本年新收.自然人");
}
