//! The list of what was found: each entry leads to its cell, sentence or field, and what it asks for can be done there.

use nianbao_tests::Preview;

use super::{NARRATIVE, REPORT, enter, focused, is_saved, is_written, open, value, workspace};
use crate::browser::Browser;
use crate::serve_browser::wait_for;

#[test]
fn each_entry_shows_its_sentence_and_leads_there() {
    let workspace = workspace();
    let text = workspace.read(NARRATIVE);
    let added = "2023年，我局公开信息三条。\n\n2023年，我局答复申请两件。\n";
    workspace.write(NARRATIVE, text.replacen("# 五、", &format!("{added}\n# 五、"), 1));
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let links = "[...document.querySelectorAll('#findings .where a')].map(link => link.textContent)";
    for sentence in ["2023年，我局公开信息三条。", "2023年，我局答复申请两件。"] {
        wait_for(&page, &format!("{links}.includes('一、总体情况：“{sentence}”')"));
    }
    let last =
        "[...document.querySelectorAll('#findings .where a')].find(link => link.textContent.includes('答复申请两件'))";
    page.run(&format!("{last}.click()"));
    assert_eq!(focused(&page), "text-一");
    wait_for(&page, "getSelection().focusNode.textContent.includes('答复申请两件')");
}

#[test]
fn a_title_of_its_own_is_mended_or_dropped() {
    let workspace = workspace();
    let title = "标题: 温州市投资促进局政府信息公开工作年度报告";
    workspace.replace(REPORT, title, "标题: 温州市投资促进局2023年政府信息公开工作年度报告 # 抄的");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let link = "[...document.querySelectorAll('#findings a')].find(link => link.textContent === '标题')";
    wait_for(&page, &format!("{link} !== undefined"));
    page.run(&format!("{link}.click()"));
    assert_eq!(focused(&page), "field-标题");
    page.run("document.activeElement.select()");
    page.type_text("温州市投资促进局2024年政务公开年度报告");
    is_written(&workspace, REPORT, "标题: 温州市投资促进局2024年政务公开年度报告 # 抄的");
    wait_for(&page, &format!("{link} === undefined"));
    let hint = page.list("() => [document.getElementById('field-标题-hint').textContent]").concat();
    assert!(hint.contains("“温州市投资促进局2024年政府信息公开工作年度报告”"), "{hint}");
    page.run("document.getElementById('field-标题').parentElement.querySelector('button').click()");
    is_saved(&page);
    wait_for(&page, "document.getElementById('saved').dataset.state === 'saved'");
    assert!(!workspace.read(REPORT).contains("标题:"), "{}", workspace.read(REPORT));
    let again = open(&browser, &preview, 1280);
    assert_eq!(again.ask("Promise.resolve(document.getElementById('field-标题') === null)"), true);
}

#[test]
fn a_day_is_taken_as_people_write_it() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    for (typed, day) in [("2025年1月20日", "2025-01-20"), ("2025.1.21", "2025-01-21"), ("20250122", "2025-01-22")] {
        enter(&page, "field-发布日期");
        page.run("document.activeElement.select()");
        page.type_text(typed);
        page.press("Tab");
        assert_eq!(value(&page, "field-发布日期"), day);
        is_written(&workspace, REPORT, &format!("发布日期: {day}"));
    }
}

#[test]
fn the_page_beside_and_the_page_speak_no_language_of_files() {
    let workspace = workspace();
    workspace.replace(REPORT, "行政许可: 0", "行政许可: 三件");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1600);
    let panel = "document.getElementById('frame').contentDocument?.querySelector('aside.preview')";
    let is_hidden = format!("{panel}?.hidden === true");
    wait_for(&page, &is_hidden);
    enter(&page, "主动公开.行政处罚");
    page.type_text("7654");
    is_saved(&page);
    let has_figure =
        "document.getElementById('frame').contentDocument?.querySelector('main')?.textContent.includes('7654')";
    wait_for(&page, has_figure);
    wait_for(&page, &is_hidden);

    let address = page.list("() => [document.querySelector('.actions a').getAttribute('href')]").concat();
    let shown = browser.visit(&preview.url(&address), 1280);
    wait_for(&shown, "document.querySelector('.preview .in-form')?.hidden === false");
    let words = "document.querySelector('aside.preview').innerText";
    wait_for(&shown, &format!("{words}.includes('行政许可') && !{words}.includes('yaml')"));
}
