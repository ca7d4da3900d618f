//! 汇总: whether the tables of a report are added up, chosen in its form.

use nianbao_tests::{Preview, Workspace};

use super::{enter, is_written, value, workspace};
use crate::browser::{Browser, Page};
use crate::serve_browser::wait_for;
use crate::validators::assert_for_everybody;

const CITY: &str = "content/2024/report.yaml";
const FIGURES: &str = "申请:\n  # 办公室收到的\n  本年新收: {自然人: 3} # 三件\n  结转下年度: {自然人: 3}\n";

/// A city with an office, whose own report says `text`.
fn city(text: &str) -> Workspace {
    let workspace = workspace();
    workspace.write(CITY, format!("# 市政府的\n年度: 2024\n状态: 起草\n{text}"));
    workspace
}

fn open(browser: &Browser, preview: &Preview, width: u32) -> Page {
    let page = browser.visit(&preview.url("/_form/government/2024/"), width);
    is_open(&page);
    page
}

fn is_open(page: &Page) {
    wait_for(page, "document.getElementById('saved').dataset.state === 'saved'");
}

fn words(page: &Page) -> String {
    page.list("() => [document.getElementById('sum-words').textContent]").concat()
}

fn choose(page: &Page, name: &str, word: &str) {
    page.run(&format!("document.querySelector('[name={name}][value=\"{word}\"]').click()"));
}

/// Opens the choice and chooses `scope`.
fn begin(page: &Page, scope: &str) {
    page.run("document.getElementById('field-汇总').click()");
    wait_for(page, "document.getElementById('summing').open");
    choose(page, "sum-scope", scope);
}

fn act(page: &Page) {
    page.run("document.getElementById('sum-act').click()");
}

fn is_layout(page: &Page, layout: &str) {
    wait_for(page, &format!("document.getElementById('sections').dataset.sum === '{layout}'"));
    is_open(page);
}

#[test]
fn tables_are_added_up_and_typed_again_by_a_button() {
    let workspace = city(FIGURES);
    let before = workspace.read(CITY);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    assert_eq!(words(&page), "三张表由本机关自己填，不加下级的数。");

    // What the figures are that were typed is asked for.
    begin(&page, "全部下级");
    assert_for_everybody(&page, "the choice of 汇总");
    act(&page);
    wait_for(&page, "document.getElementById('sum-fault').textContent.includes('还是已经包括下级的')");
    assert_eq!(workspace.read(CITY), before);
    choose(&page, "sum-figures", "own");
    act(&page);
    is_layout(&page, "added");
    let added = "# 市政府的\n年度: 2024\n状态: 起草\n汇总: 全部下级\n本级:\n  申请:\n    # 办公室收到的\n    本年新收: {自然人: 3} # 三件\n    结转下年度: {自然人: 3}\n";
    assert_eq!(workspace.read(CITY), added);
    assert_eq!(words(&page), "三张表是汇总的：本级加上全部下级。");
    wait_for(&page, "document.getElementById('申请.本年新收.总计').textContent === '4'");
    enter(&page, "本级.申请.本年新收.自然人");
    page.type_text("5");
    is_written(&workspace, CITY, "本年新收: {自然人: 5} # 三件");

    // Only some, by a list; nobody on it is told.
    begin(&page, "名单");
    act(&page);
    wait_for(&page, "document.getElementById('sum-fault').textContent.includes('名单里还没有机关')");
    page.run("document.querySelector('#sum-names input').click()");
    act(&page);
    is_written(&workspace, CITY, "汇总: [市投资促进局]");
    wait_for(&page, "document.getElementById('sum-words')?.textContent === '三张表是汇总的：本级加上市投资促进局。'");
    is_open(&page);

    begin(&page, "");
    wait_for(&page, "document.getElementById('sum-told').textContent.includes('移到三张表里')");
    act(&page);
    is_layout(&page, "typed");
    assert_eq!(workspace.read(CITY), before.replace("本年新收: {自然人: 3}", "本年新收: {自然人: 5}"));
    assert_eq!(value(&page, "申请.本年新收.自然人"), "5");
}

/// What a sum lacks leads to where that is chosen.
#[test]
fn what_is_found_in_a_sum_leads_to_the_choice() {
    let workspace = city(&format!("汇总: 全部下级\n{FIGURES}"));
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 390);
    assert_eq!(words(&page), "三张表自己填，程序核对它是不是等于本级加上全部下级。");
    begin(&page, "全部下级");
    choose(&page, "sum-figures", "gone");
    act(&page);
    is_layout(&page, "added");
    assert!(!workspace.read(CITY).contains("申请:"), "{}", workspace.read(CITY));

    workspace.replace(CITY, "汇总: 全部下级", "汇总: [市投资促进局, 没有的局]");
    wait_for(&page, "document.getElementById('findings').textContent.includes('没有的局')");
    let leads = "[...document.querySelectorAll('#findings a')].find(link => link.textContent === '汇总')";
    wait_for(&page, &format!("{leads} !== undefined"));
    page.run(&format!("{leads}.click()"));
    assert_eq!(super::focused(&page), "field-汇总");

    // Another page of the same report follows.
    workspace.write(CITY, workspace.read(CITY).replace("汇总: [市投资促进局, 没有的局]\n", ""));
    is_layout(&page, "typed");
    assert_eq!(words(&page), "三张表由本机关自己填，不加下级的数。");
}

#[test]
fn nobody_below_leaves_nothing_to_choose() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = super::open(&browser, &preview, 1280);
    assert_eq!(page.ask("Promise.resolve(document.getElementById('sum').checkVisibility())"), false);
}
