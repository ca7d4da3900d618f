//! What is not typed as text: footnotes, links, and blocks that can only be moved or taken away.

use nianbao_tests::{Preview, Workspace};

use super::{NARRATIVE, enter_text, is_saved, is_written, open, workspace};
use crate::browser::Browser;

fn with(text: &str) -> Workspace {
    let workspace = workspace();
    workspace.replace(NARRATIVE, "无收取政府信息处理费。\n", text);
    workspace
}

#[test]
fn a_paragraph_with_footnotes_is_typed_and_so_are_the_footnotes() {
    let workspace = with("甲[^1]乙[^注]。\n\n[^1]: 说明 3\\*5。\n\n[^注]: 丁。\n");
    let before = workspace.read(NARRATIVE);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "六", 0);
    page.type_text("丙。");
    enter_text(&page, "六", 1);
    page.type_text("戊*。");
    is_written(&workspace, NARRATIVE, "戊");
    let after = before.replace("甲[^1]乙[^注]。", "甲[^1]乙[^注]。丙。").replace("3\\*5。", "3\\*5。戊\\*。");
    assert_eq!(workspace.read(NARRATIVE), after);
}

#[test]
fn a_block_that_is_only_shown_is_moved_and_written_around() {
    let workspace = with("甲。\n\n乙<!-- 注 -->丙。\n\n丁。\n");
    let before = workspace.read(NARRATIVE);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let why = page.list("() => [...document.querySelectorAll('.fixed .hint')].map(hint => hint.textContent)");
    assert!(why.len() == 1 && why[0].contains("在这里改会丢"), "{why:?}");
    page.run("document.querySelector('.fixed [data-move=down]').click()");
    page.run("document.querySelector('.fixed [data-move=after]').click()");
    page.type_text("戊。");
    is_written(&workspace, NARRATIVE, "戊");
    let after = before.replace("甲。\n\n乙<!-- 注 -->丙。\n\n丁。\n", "甲。\n\n丁。\n\n乙<!-- 注 -->丙。\n\n戊。\n");
    assert_eq!(workspace.read(NARRATIVE), after);
}

#[test]
fn links_to_pages_stay_when_they_are_pasted() {
    let workspace = with("甲。\n");
    let before = workspace.read(NARRATIVE);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    enter_text(&page, "六", 0);
    page.press("Enter");
    page.paste("", "<p>见<a href='https://a.gov.cn/b_c/?d=1&amp;e=(2)'>政府[信息]<b>公开</b>栏</a>和<a href='javascript:alert(1)'>己</a><a href='#_Toc1'>庚</a>。</p>
        <table><tr><td>渠道</td><td>件数</td></tr><tr><td><a href='http://c.cn/'>网站</a></td><td>3</td></tr></table>");
    is_saved(&page);
    let link = "[政府\\[信息\\]**公开**栏](<https://a.gov.cn/b_c/?d=1&e=(2)>)";
    let found = workspace.read(NARRATIVE);
    let added = found.strip_prefix(before.as_str()).unwrap_or(&found);
    assert!(added.contains("见") && added.contains("和己庚。"), "{added}");
    assert!(added.contains("https://a.gov.cn/b_c/?d=1&e=(2)"), "{link}\n{added}");
    assert!(added.contains("| [网站](http://c.cn/) | 3 |"), "{added}");
    let again = open(&browser, &preview, 1280);
    let links = again.list("() => [...document.querySelectorAll('#text-六 a')].map(link => link.getAttribute('href') + ' ' + link.textContent)");
    assert_eq!(
        links.first().map(String::as_str),
        Some("https://a.gov.cn/b_c/?d=1&e=(2) 政府[信息]公开栏"),
        "{links:?}"
    );
}
