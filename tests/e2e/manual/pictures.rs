//! The manual's pictures, taken anew each time: they show what people see. `SNAPSHOTS=overwrite` keeps those taken now.

use std::process::Command;

use nianbao_tests::{Preview, Workspace, nianbao, run};

use super::picture::assert_fresh;
use super::{CITY, docs};
use crate::browser::{Browser, Page};
use crate::serve_browser::wait_for;

const REPORT: &str = "content/agencies/daj/2025/report.yaml";
const NARRATIVE: &str = "content/agencies/daj/2025/narrative.md";

/// What is copied out of Word.
const WORD: &str = "<p class=MsoNormal>一、总体情况</p><p class=MsoNormal>（一）主动公开</p>
<p class=MsoNormal>全年公开目录和指南138条。</p><p class=MsoNormal>（二）依申请公开</p>
<p class=MsoNormal>全年新收政府信息公开申请9件，都已经答复。</p>
<p class=MsoNormal>四、政府信息公开行政复议、行政诉讼情况</p>
<table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr><td>1</td><td></td><td></td><td></td><td>1</td>
<td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td></tr></table>
<p class=MsoNormal>六、其他需要报告的事项</p><p class=MsoNormal>2025年没有收取政府信息公开信息处理费。</p>";

/// The example city, served, and a browser before it.
struct Stage {
    workspace: Workspace,
    preview: Preview,
    browser: Browser,
}

impl Stage {
    fn set() -> Self {
        let workspace = Workspace::copy_of(CITY);
        let preview = Preview::of(&workspace, &[]);
        Self { workspace, preview, browser: Browser::with_fonts() }
    }

    /// A page in a window of this size.
    fn visit(&self, path: &str, (width, height): (u32, u32)) -> Page {
        let page = self.browser.visit(&self.preview.url(path), width);
        page.resize(width, height);
        still(&page);
        page
    }

    /// A form, judged, in a window of this size.
    fn form(&self, agency: &str, size: (u32, u32)) -> Page {
        let page = self.visit(&format!("/_form/{agency}/2025/"), size);
        wait_for(&page, "document.getElementById('saved').dataset.state === 'saved'");
        wait_for(&page, "document.getElementById('counts').childElementCount > 0");
        page
    }
}

/// Nothing moves, and nothing stands beside the page.
fn still(page: &Page) {
    page.run(
        "const still = new CSSStyleSheet();
        still.replaceSync('* { caret-color: transparent !important; transition: none !important; animation: none !important; scroll-behavior: auto !important; } ::-webkit-scrollbar { display: none; }');
        document.adoptedStyleSheets = [still]",
    );
}

/// What a window shows once it is at rest, at any time of the day.
fn taken(page: &Page) -> Vec<u8> {
    page.run(
        "(saved => { if (saved && /\\d\\d:\\d\\d/.test(saved.textContent)) saved.textContent = '已保存 14:03' })(document.getElementById('saved'))",
    );
    page.ask("document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))");
    page.screenshot()
}

/// Puts an element at the top of the window, `below` pixels under it.
fn scroll(page: &Page, element: &str, below: u32) {
    page.run(&format!(
        "(place => scrollTo(0, place.getBoundingClientRect().top + scrollY - {below}))(document.querySelector('{element}'))"
    ));
}

fn list() -> Vec<u8> {
    let stage = Stage::set();
    let page = stage.visit("/_form/", (860, 830));
    // Each January another year joins the list.
    page.run(
        "for (const row of document.querySelectorAll('tr')) { const years = [...document.querySelectorAll('thead th')].map(head => head.textContent);
            years.forEach((year, at) => { if (row.cells[at] && parseInt(year) > 2025) row.cells[at].hidden = true }) }",
    );
    taken(&page)
}

fn top_of_the_form() -> Vec<u8> {
    let stage = Stage::set();
    stage.workspace.replace(NARRATIVE, "申请9件", "申请12件");
    let page = stage.form("daj", (1000, 560));
    wait_for(&page, "document.querySelectorAll('#findings li').length > 0");
    taken(&page)
}

fn table_with_a_finding() -> Vec<u8> {
    let stage = Stage::set();
    let page = stage.form("czj", (1000, 760));
    wait_for(&page, "document.querySelectorAll('td.wrong.error').length > 0");
    scroll(&page, "[data-table=\"3\"]", 120);
    taken(&page)
}

fn marked_sentence() -> Vec<u8> {
    let stage = Stage::set();
    stage.workspace.replace(NARRATIVE, "申请9件", "申请12件");
    let page = stage.form("daj", (1000, 600));
    wait_for(&page, "document.querySelectorAll('#findings li').length > 0");
    scroll(&page, "#part-一", 110);
    taken(&page)
}

fn pasted_from_word() -> Vec<u8> {
    let stage = Stage::set();
    let page = stage.form("daj", (1000, 440));
    page.run(
        "(editor => { editor.focus(); getSelection().selectAllChildren(editor) })(document.getElementById('text-一'))",
    );
    page.paste("", WORD);
    wait_for(&page, "!document.getElementById('message').hidden");
    wait_for(&page, "document.getElementById('saved').textContent.startsWith('已保存')");
    scroll(&page, "#message", 110);
    taken(&page)
}

fn conflict() -> Vec<u8> {
    let stage = Stage::set();
    let page = stage.form("daj", (1000, 560));
    page.run("const send = window.fetch; window.fetch = (...asked) => window.stopped ? Promise.reject(new Error()) : send(...asked); window.stopped = true");
    page.run("document.getElementById('主动公开.行政处罚').focus()");
    page.type_text("21");
    stage.workspace.replace(REPORT, "行政处罚: 18", "行政处罚: 19");
    wait_for(&page, "document.getElementById('saved').textContent.startsWith('没有保存')");
    page.run("window.stopped = false");
    wait_for(&page, "document.getElementById('conflicts').open");
    wait_for(&page, "document.getElementById('saved').textContent.includes('别处也改了')");
    taken(&page)
}

fn handing_in() -> Vec<u8> {
    let stage = Stage::set();
    let page = stage.form("daj", (1000, 420));
    wait_for(&page, "document.getElementById('hand-in-words').textContent !== ''");
    page.run("scrollTo(0, document.body.scrollHeight)");
    taken(&page)
}

fn preview_with_its_panel() -> Vec<u8> {
    let stage = Stage::set();
    let page = stage.visit("/czj/2025/", (1000, 760));
    wait_for(&page, "document.querySelector('.preview .finding') !== null");
    taken(&page)
}

fn phone() -> Vec<u8> {
    let stage = Stage::set();
    let page = stage.form("czj", (390, 760));
    wait_for(&page, "document.querySelectorAll('td.wrong.error').length > 0");
    scroll(&page, "[data-table=\"3\"]", 160);
    taken(&page)
}

fn import_beside_its_original() -> Vec<u8> {
    let stage = Stage::set();
    let page = stage.preview.page("/jyj/2025/");
    stage.workspace.write("年报.html", page.replacen(">356<", ">三百多<", 1));
    let arguments = ["import", "年报.html", "--agency", "jyj", "--year", "2025", "--dry-run", "--page", "核对.html"];
    let imported = nianbao(stage.workspace.path(), arguments).output().unwrap();
    let file = stage.workspace.path().join("核对.html");
    assert!(file.is_file(), "{}", String::from_utf8_lossy(&imported.stderr));
    let page = stage.browser.open(&file, 1000);
    page.resize(1000, 700);
    still(&page);
    taken(&page)
}

fn printed() -> Vec<u8> {
    let stage = Stage::set();
    let pdf = stage.preview.get("/daj/2025/report.pdf");
    assert_eq!(pdf.status, 200);
    stage.workspace.write("report.pdf", pdf.body);
    let file = stage.workspace.path().join("report.pdf");
    run(Command::new("pdftoppm")
        .args(["-png", "-r", "66", "-f", "1", "-l", "1", "-singlefile"])
        .arg(&file)
        .arg(file.with_extension("")));
    std::fs::read(file.with_extension("png")).unwrap()
}

/// Takes a picture, as PNG.
type Take = fn() -> Vec<u8>;

/// Each picture by its name, with how it is taken.
const PICTURES: [(&str, Take); 11] = [
    ("名单", list),
    ("要看的地方", top_of_the_form),
    ("表三", table_with_a_finding),
    ("正文", marked_sentence),
    ("从Word粘贴", pasted_from_word),
    ("别处也改了", conflict),
    ("报送", handing_in),
    ("预览", preview_with_its_panel),
    ("手机", phone),
    ("导入核对", import_beside_its_original),
    ("印出来", printed),
];

#[test]
fn the_pictures_show_what_people_see() {
    for (name, take) in PICTURES {
        assert_fresh(&take(), &docs().join(format!("手册/图/{name}.png")));
    }
}
