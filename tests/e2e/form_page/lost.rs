//! Nothing is lost: two browsers, a file that changes underneath, a program and a browser that are killed.

use nianbao_tests::{Preview, binary};

use super::{FORM, NARRATIVE, REPORT, enter, enter_text, is_saved, is_written, open, workspace};
use crate::browser::Browser;
use crate::serve_browser::wait_for;

#[test]
fn two_browsers_write_one_report() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let (one, other) = (Browser::start(), Browser::start());
    let (here, there) = (open(&one, &preview, 1280), open(&other, &preview, 1280));
    enter(&here, "复议.结果维持");
    here.type_text("3");
    is_saved(&here);
    enter(&there, "复议.结果纠正");
    there.type_text("4");
    is_saved(&there);
    assert!(workspace.read(REPORT).contains("复议: {结果维持: 3, 结果纠正: 4,"), "both stay");
    wait_for(&there, "document.getElementById('复议.结果维持').value === '3'");
    wait_for(&here, "document.getElementById('复议.结果纠正').value === '4'");
}

#[test]
fn of_what_changed_underneath_both_are_shown() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    // Nobody saves while this is so.
    page.run("const send = window.fetch; window.fetch = (...asked) => window.stopped ? Promise.reject(new Error()) : send(...asked); window.stopped = true");
    enter(&page, "复议.结果维持");
    page.type_text("5");
    workspace.replace(REPORT, "复议: {结果维持: 0", "复议: {结果维持: 6");
    let changed = workspace.read(REPORT);
    wait_for(&page, "document.getElementById('saved').textContent.startsWith('没有保存')");
    page.run("window.stopped = false");
    wait_for(&page, "document.getElementById('conflicts').open");
    assert_eq!(workspace.read(REPORT), changed, "nothing is overwritten");
    let both = page.list("() => [...document.querySelectorAll('.side pre')].map(side => side.textContent)");
    assert_eq!(both, ["5", "6"]);
    page.run("document.querySelector('.side button').click()");
    is_saved(&page);
    assert_eq!(workspace.read(REPORT), changed.replace("结果维持: 6", "结果维持: 5"));
}

#[test]
fn a_program_and_a_browser_that_are_killed_lose_nothing() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let port = preview.host.rsplit(':').next().unwrap().to_owned();
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter(&page, "复议.结果维持");
    drop(preview);
    page.type_text("5");
    wait_for(&page, "document.getElementById('saved').textContent.startsWith('没有保存')");
    let again = Preview::by(&workspace, &binary().display().to_string(), &["serve", "--port", &port]);
    is_saved(&page);
    assert!(workspace.read(REPORT).contains("复议: {结果维持: 5,"));

    drop(again);
    enter(&page, "复议.结果纠正");
    page.type_text("7");
    enter_text(&page, "六", 0);
    page.type_text("草稿");
    wait_for(&page, "Object.values(localStorage).some(draft => draft.includes('草稿'))");
    page.close();
    let last = Preview::by(&workspace, &binary().display().to_string(), &["serve", "--port", &port]);
    let page = browser.visit(&last.url(FORM), 1280);
    is_saved(&page);
    assert!(workspace.read(REPORT).contains("结果纠正: 7,"));
    assert!(workspace.read(NARRATIVE).ends_with("处理费。草稿\n"));
}

#[test]
fn what_is_typed_over_a_slow_network_stays() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    // Answers come late: those that were asked for before a save come after it.
    page.run(
        "(() => { const [send, wait] = [window.fetch, time => new Promise(done => setTimeout(done, time))];
            window.fetch = async (...asked) => {
                const late = /(save|state)$/.test(new URL(asked[0], location).pathname);
                if (late) await wait(150);
                const answer = await send(...asked);
                if (late) await wait(/state$/.test(new URL(asked[0], location).pathname) ? 700 : 350);
                return answer;
            } })()",
    );
    enter_text(&page, "五", 0);
    let sentences = ["第一句话。", "第二句话。", "第三句话。", "第四句话。"];
    for sentence in sentences {
        page.press("Enter");
        for letter in sentence.chars() {
            page.type_text(&letter.to_string());
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        std::thread::sleep(std::time::Duration::from_millis(1200));
    }
    let typed = sentences.join("\n\n");
    is_written(&workspace, NARRATIVE, &typed);
    let shown = page.ask("Promise.resolve(document.getElementById('text-五').innerText)");
    let shown: String = shown.as_str().unwrap_or_default().split_whitespace().collect();
    assert!(shown.contains(&sentences.concat()), "{shown}");
}

#[test]
fn of_two_texts_of_one_section_both_can_be_kept() {
    let workspace = workspace();
    workspace.replace(NARRATIVE, "无收取政府信息处理费。\n", "甲。\n\n乙。\n\n丙。\n");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    page.run("const send = window.fetch; window.fetch = (...asked) => window.stopped ? Promise.reject(new Error()) : send(...asked); window.stopped = true");
    enter_text(&page, "六", 0);
    page.type_text("我改的。");
    enter_text(&page, "六", 2);
    page.press("Enter");
    page.type_text("我加的。");
    workspace.replace(NARRATIVE, "甲。\n\n乙。\n", "甲。别人改的。\n\n乙。也改了。\n");
    wait_for(&page, "document.getElementById('saved').textContent.startsWith('没有保存')");
    page.run("window.stopped = false");
    wait_for(&page, "document.getElementById('conflicts').open");
    page.run("document.querySelector('[data-both]').click()");
    is_saved(&page);
    let text = "甲。别人改的。\n\n乙。也改了。\n\n甲。我改的。\n\n丙。\n\n我加的。\n";
    let end = workspace.read(NARRATIVE);
    assert!(end.ends_with(text), "{end}");
}
