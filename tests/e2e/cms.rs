//! Reports for content management systems: a fragment that editors take as it is, and how it gets there.

use std::os::unix::fs::symlink;

use nianbao_tests::{Finished, Preview, Workspace, nianbao, serve, tool};
use scraper::{ElementRef, Html, Selector};

use super::browser::{Browser, Page};
use super::serve_browser::wait_for;
use super::validators::assert_no_violations;

fn export(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), [&["export", "cms"], args].concat()).output().unwrap().into()
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

/// Each table as the texts of its cells with how many columns and rows they span.
fn tables(html: &str) -> Vec<Vec<String>> {
    let html = Html::parse_document(html);
    let cell = |cell: ElementRef| {
        let span = |name| cell.value().attr(name).unwrap_or("1").to_owned();
        let text: String = cell.text().collect::<String>().split_whitespace().collect();
        format!("{}×{} {text}", span("colspan"), span("rowspan"))
    };
    let cells = Selector::parse("th, td").unwrap();
    select(&html, "table").into_iter().map(|table| table.select(&cells).map(cell).collect()).collect()
}

#[test]
fn the_fragment_needs_nothing_but_itself() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let told = export(&workspace, &["甲市人民政府", "--year", "2024", "--out", "正文.html"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    for line in [
        "写了甲市人民政府2024年的报告：正文.html",
        "  标题（ArticleTitle）：甲市2024年政府信息公开工作年度报告",
        "  发布时间（PubDate）：2025-03-20 00:00",
        "  网址（Url）：（这里不知道，发布时填）",
        "图片请在后台编辑器里上传，放到写着“此处插入图片”的地方：trend.png",
    ] {
        assert!(told.stdout.lines().any(|told| told == line), "no {line} in\n{}", told.stdout);
    }
    let text = workspace.read("正文.html");
    assert!(!text.contains("甲市2024年政府信息公开工作年度报告"), "the title has a field of its own");
    assert!(text.contains("【此处插入图片 trend.png："));
    let html = Html::parse_fragment(&text);
    for forbidden in ["[class]", "[id]", "script", "style", "link", "img", "[src]", "[onclick]", "[href^='#']"] {
        assert!(select(&html, forbidden).is_empty(), "{forbidden}");
    }
    nianbao(workspace.path(), ["build", "--no-pdf"]).output().unwrap();
    let page = workspace.read("dist/site/government/2024/index.html");
    let of_page: Vec<Vec<String>> = tables(&page);
    for table in tables(&text) {
        assert!(of_page.contains(&table), "no page has this table: {table:?}");
    }
    let refused = export(&workspace, &["jia", "government", "--out", "另.html"]);
    assert_eq!(refused.status, Some(2), "{}", refused.transcript());
}

/// An editor, how it is started on a page, and what says what is in it.
const EDITORS: [(&str, &str, &str); 2] = [
    (
        "tinymce/tinymce.min.js",
        "tinymce.init({ target: text, plugins: 'table', promotion: false }).then(([one]) => { window.editor = one; })",
        "editor.getContent()",
    ),
    (
        "ckeditor4/ckeditor.js",
        "CKEDITOR.replace('text', { versionCheck: false }).on('instanceReady', ({ editor: one }) => { window.editor = one; })",
        "editor.getData()",
    ),
];

/// Has somebody with a keyboard copy the report of a page of the preview.
fn copy(page: &Page) {
    page.show();
    page.run("document.querySelector('.cms').open = true; document.querySelector('[data-copy-html]').focus()");
    page.press("Enter");
    wait_for(page, "document.querySelector('.cms [role=status]').textContent === '已复制，可以粘贴了'");
    assert_eq!(page.complaints(), [""; 0]);
    assert_no_violations(page, "what is to be copied");
}

#[test]
fn editors_keep_the_merged_headings_of_what_is_copied() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let report = browser.visit(&preview.url("/government/2024/"), 1280);
    copy(&report);
    let expected = tables(&preview.get("/_preview/cms/government/2024.html").text());
    assert_eq!(expected.len(), 4);
    let site = tempfile::tempdir().unwrap();
    for (script, start, _) in EDITORS {
        let (name, _) = script.split_once('/').unwrap();
        symlink(tool(script).parent().unwrap(), site.path().join(name)).unwrap();
        let page = format!(
            "<!doctype html><meta charset=\"utf-8\"><textarea id=\"text\" name=\"text\"></textarea>\
             <script src=\"{script}\"></script><script>{start}</script>"
        );
        std::fs::write(site.path().join(format!("{name}.html")), page).unwrap();
    }
    let address = serve(site.path(), "/");
    for (script, _, content) in EDITORS {
        let (name, _) = script.split_once('/').unwrap();
        let page = browser.visit(&format!("{address}{name}.html"), 1280);
        wait_for(&page, "!!window.editor");
        page.show();
        page.run("editor.focus()");
        page.carry_out("paste");
        wait_for(&page, &format!("{content}.includes('其他需要报告的事项')"));
        let kept = page.ask(&format!("Promise.resolve({content})"));
        assert_eq!(tables(kept.as_str().unwrap()), expected, "{name}");
    }
}

/// Places that take no HTML get the text, a line for each row.
#[test]
fn plain_text_is_copied_too() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = browser.visit(&preview.url("/jia/2024/"), 1280);
    copy(&page);
    let site = tempfile::tempdir().unwrap();
    std::fs::write(site.path().join("a.html"), "<!doctype html><textarea id=\"text\"></textarea>").unwrap();
    let page = browser.visit(&format!("{}a.html", serve(site.path(), "/")), 1280);
    page.show();
    page.run("text.focus()");
    page.carry_out("paste");
    wait_for(&page, "text.value.includes('六、其他需要报告的事项\\n未收取信息处理费。')");
    wait_for(&page, "text.value.includes('行政许可\\t0\\t\\n')");
}

#[test]
fn what_cannot_be_read_is_not_copied() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    workspace.replace("content/agencies/jia/2024/report.yaml", "予以公开: {自然人: 1}", "予以公开: {自然人: 一}");
    let preview = Preview::of(&workspace, &[]);
    assert!(!preview.get("/jia/2024/").text().contains("data-copy-html"));
    for path in ["jia/2024.html", "jia/2030.html", "nobody/2024.html", "2024.html", "jia/2024"] {
        assert_eq!(preview.get(&format!("/_preview/cms/{path}")).status, 404, "{path}");
    }
    let found = preview.get("/_preview/cms/yi/jtj/2024.html");
    assert!(
        found.status == 200 && found.head.contains("default-src 'none'; style-src 'unsafe-inline'"),
        "{}",
        found.head
    );
}
