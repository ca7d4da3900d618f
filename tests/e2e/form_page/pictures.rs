//! Pictures: chosen or pasted, with words for those who do not see them, kept beside the narrative.

use nianbao_tests::{Preview, Workspace};

use super::{NARRATIVE, enter_text, is_written, open, workspace};
use crate::browser::{Browser, Page};
use crate::serve_browser::wait_for;

const FOLDER: &str = "content/agencies/tcj/2024";

fn with(text: &str) -> Workspace {
    let workspace = workspace();
    workspace.replace(NARRATIVE, "无收取政府信息处理费。\n", text);
    workspace
}

/// Chooses a picture of some size, drawn by the browser itself.
fn choose(page: &Page, name: &str, size: u32) {
    page.ask(&format!(
        "new Promise(done => {{ const canvas = document.createElement('canvas'); canvas.width = canvas.height = {size};
            canvas.toBlob(blob => {{ const files = new DataTransfer(); files.items.add(new File([blob], '{name}', {{ type: 'image/png' }}));
                const input = document.getElementById('picture-file'); input.files = files.files; input.onchange(); done(true); }}); }})"
    ));
}

fn act(page: &Page) {
    page.run("document.getElementById('picture-act').click()");
}

fn press(page: &Page, label: &str) {
    page.run(&format!("document.querySelector('#part-六 [aria-label={label}]').click()"));
    wait_for(page, "document.getElementById('picture').open");
}

#[test]
fn a_picture_is_chosen_told_in_words_and_published() {
    let workspace = with("甲。\n\n乙。\n");
    let before = workspace.read(NARRATIVE);
    workspace.write(&format!("{FOLDER}/统计图.png"), "somebody's");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 390);
    enter_text(&page, "六", 0);
    press(&page, "插入图片");
    act(&page);
    wait_for(&page, "document.getElementById('picture-fault').textContent.includes('先选一张图片')");
    choose(&page, "统计 图.JPG", 3000);
    act(&page);
    wait_for(&page, "document.getElementById('picture-fault').textContent.includes('写一句文字说明')");
    assert_eq!(workspace.read(NARRATIVE), before);
    page.type_text("各渠道[申请]数量");
    page.press("Enter");
    let written = before.replace("甲。\n\n乙。\n", "甲。\n\n![各渠道\\[申请\\]数量](统计图-2.png)\n\n乙。\n");
    is_written(&workspace, NARRATIVE, "统计图-2.png");
    assert_eq!(workspace.read(NARRATIVE), written);
    assert_eq!(workspace.read(&format!("{FOLDER}/统计图.png")), "somebody's");
    wait_for(&page, "document.querySelector('#text-六 img').naturalWidth > 0");
    let mut patience = 100;
    while !preview.page("/tcj/2024/").contains("alt=\"各渠道[申请]数量\"") {
        patience -= 1;
        assert!(patience > 0, "{}", preview.page("/tcj/2024/"));
        std::thread::sleep(std::time::Duration::from_millis(50));
    }

    // Its words are changed where it stands.
    page.run("document.querySelector('#text-六 [data-move=words]').click()");
    wait_for(&page, "document.getElementById('picture').open");
    page.run("document.getElementById('picture-alt').value = '各渠道申请数量'");
    act(&page);
    is_written(&workspace, NARRATIVE, "![各渠道申请数量](");
    let again = open(&browser, &preview, 1280);
    wait_for(&again, "document.querySelector('#text-六 img').naturalWidth > 0");
}

/// Once no text shows it, its file may go; what was done by mistake is undone step by step.
#[test]
fn a_picture_that_no_text_shows_is_taken_away_and_comes_back() {
    let workspace = with("甲。\n\n![统计图](统计图.svg)\n\n乙。\n");
    let before = workspace.read(NARRATIVE);
    let file = format!("{FOLDER}/统计图.svg");
    let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";
    workspace.write(&file, drawing);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let is_offered =
        |offered: bool| wait_for(&page, &format!("document.getElementById('spare').checkVisibility() === {offered}"));
    is_offered(false);
    page.run("document.querySelector('#text-六 [data-move=gone]').click()");
    is_offered(true);
    page.run("document.querySelector('#spare button').click()");
    is_offered(false);
    assert!(!workspace.path().join(&file).exists() && !workspace.read(NARRATIVE).contains("统计图"));

    let undo = || page.run("document.getElementById('undo').click()");
    undo();
    is_offered(true);
    assert!(workspace.read(&file).contains("<rect"));
    undo();
    is_offered(false);
    is_written(&workspace, NARRATIVE, "统计图.svg");
    assert_eq!(workspace.read(NARRATIVE), before);
}

#[test]
fn pictures_that_come_along_with_text_are_asked_for_or_told() {
    let workspace = with("甲。\n");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "六", 0);
    page.press("Enter");
    let dot = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI5IiBoZWlnaHQ9IjkiPjxyZWN0IHdpZHRoPSI5IiBoZWlnaHQ9IjkiLz48L3N2Zz4=";
    page.paste(
        "",
        &format!("<p>情况如下：<img src='file:///C:/a.png'></p><p>第一段<img src='{dot}'></p><p>第二段</p>"),
    );
    wait_for(&page, "document.getElementById('picture').open");
    let told = page.list("() => [document.getElementById('message').textContent]").concat();
    assert!(told.contains("有 1 张图片没有放进来：第 1 张在“情况如下：”后面"), "{told}");
    page.type_text("方块");
    page.press("Enter");
    is_written(&workspace, NARRATIVE, "情况如下：\n\n第一段\n\n![方块](");
    let text = workspace.read(NARRATIVE);
    assert!(text.ends_with(".svg)\n\n第二段\n"), "{text}");
}
