//! Handing the report in, and taking it back.

use nianbao_tests::Preview;

use super::{NARRATIVE, REPORT, enter, is_written, open, workspace};
use crate::browser::{Browser, Page};
use crate::serve_browser::wait_for;

fn words(page: &Page) -> String {
    page.list("() => [document.getElementById('hand-in-words').textContent]").concat()
}

fn act(page: &Page) {
    page.run("document.getElementById('hand-in-act').click()");
}

#[test]
fn a_report_is_handed_in_once_nothing_is_in_the_way() {
    let workspace = workspace();
    // Totals that were printed once are none of what is typed here.
    let before = workspace.read(REPORT).split("表内合计:").next().unwrap().to_owned();
    workspace.write(REPORT, &before);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 390);
    wait_for(&page, "document.getElementById('hand-in-words').textContent.includes('还不能报送：有 1 处错误')");
    act(&page);
    wait_for(&page, "document.activeElement.closest('#hand-in-errors') !== null");
    assert_eq!(workspace.read(REPORT), before, "nothing is handed in");

    // What is wrong leads to its sentence; once it is mended the way is free.
    page.run("document.querySelector('#hand-in-errors a').click()");
    assert_eq!(super::focused(&page), "text-一");
    enter(&page, "申请.予以公开.自然人");
    page.type_text("1");
    enter(&page, "申请.结转下年度.自然人");
    page.type_text("0");
    wait_for(&page, "document.getElementById('hand-in-words').textContent.startsWith('没有错误')");
    act(&page);
    wait_for(&page, "document.getElementById('hand-in-words').textContent.startsWith('已经报送')");
    is_written(&workspace, REPORT, "状态: 可公开");

    act(&page);
    wait_for(&page, "document.getElementById('hand-in-act').textContent === '报送'");
    is_written(&workspace, REPORT, "状态: 起草");
    assert!(words(&page).starts_with("没有错误"), "{}", words(&page));
}

#[test]
fn what_may_be_of_another_report_is_asked_about_first() {
    let workspace = workspace();
    let sound = workspace.read(REPORT).split("表内合计:").next().unwrap().to_owned();
    workspace.write(REPORT, sound);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let first = open(&browser, &preview, 1280);
    // As after a paste from which a sentence is still there.
    first.run(
        "localStorage.setItem('nianbao-form-pasted:' + location.pathname.replace(/\\/?$/, '/'),
            JSON.stringify([{ words: '粘贴的标题是别的机关的。', pieces: ['市投资促进局'] }]))",
    );
    let page = open(&browser, &preview, 1280);
    enter(&page, "申请.予以公开.自然人");
    page.type_text("1");
    enter(&page, "申请.结转下年度.自然人");
    page.type_text("0");
    wait_for(&page, "document.getElementById('hand-in-words').textContent.startsWith('没有错误')");
    act(&page);
    wait_for(&page, "document.activeElement.closest('#wrong-pastes') !== null");
    assert!(words(&page).starts_with("还没有报送"), "{}", words(&page));
    page.press("Enter");
    act(&page);
    is_written(&workspace, REPORT, "状态: 可公开");
}

/// What is a warning in a draft and an error once it is handed in is told before, and no 说明 is offered for it.
#[test]
fn what_would_be_refused_is_an_error_at_once() {
    let workspace = workspace();
    workspace.write(NARRATIVE, workspace.read(NARRATIVE).replacen("\n# ", "\n全年制发文件XX件。\n\n# ", 1));
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    wait_for(&page, "document.getElementById('hand-in-words').textContent.includes('还不能报送')");
    let told = page.list("() => [...document.querySelectorAll('#hand-in-errors li')].map(item => item.textContent)");
    assert!(told.iter().any(|item| item.contains("“XX”")), "{told:?}");
    let item = "[...document.querySelectorAll('#findings li')].find(item => item.textContent.includes('W006'))";
    let shown = page.list(&format!("() => [{item}.className, {item}.textContent]"));
    assert!(shown[0].contains("error") && !shown[1].contains("写说明"), "{shown:?}");
}
