//! A city and a year begin in the browser: by buttons, with the keyboard, on a phone.

use nianbao_tests::{Preview, Workspace, nianbao};

use super::focused;
use crate::browser::{Browser, Page};
use crate::serve_browser::wait_for;
use crate::validators::assert_no_violations;

/// A new city without agencies.
fn city() -> Workspace {
    let workspace = Workspace::empty();
    let made = nianbao(workspace.path(), ["new", "workspace", ".", "--city", "海州市"]).output().unwrap();
    assert!(made.status.success());
    workspace
}

fn told(page: &Page, part: &str) {
    wait_for(page, &format!("document.getElementById('outcome-message').textContent.includes('{part}')"));
}

/// Puts the cursor into a field of the button's form, which is opened.
fn enter(page: &Page, name: &str) {
    page.run(&format!(
        "(() => {{ const field = document.getElementById('new-{name}'); field.closest('details').open = true; field.focus(); }})()"
    ));
}

#[test]
fn an_agency_and_its_report_are_made_and_filled_in() {
    let workspace = city();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = browser.visit(&preview.url("/_form/"), 390);
    wait_for(&page, "!document.getElementById('making').hidden");
    enter(&page, "文件夹");
    page.type_text("../x");
    enter(&page, "名称");
    page.type_text("海州市教育局");
    page.press("Enter");
    told(&page, "没有建");
    wait_for(&page, "document.activeElement.id === 'new-文件夹'");
    let fault = "document.activeElement.getAttribute('aria-invalid') === 'true'
        && document.getElementById('new-文件夹-fault').textContent.includes('不能用')";
    wait_for(&page, fault);
    assert_no_violations(&page, "the form with a fault");
    page.run("document.activeElement.value = ''");
    page.press("Enter");
    told(&page, "建好了“海州市教育局”");
    assert_eq!(focused(&page), "outcome");
    wait_for(&page, "document.getElementById('reports').textContent.includes('海州市教育局')");
    assert_no_violations(&page, "an agency that was made");
    assert!(workspace.read("content/agencies/jyj/agency.yaml").contains("海州市教育局"));

    // Two presses at once make one report.
    page.run("document.querySelector('#outcome-actions button').focus()");
    page.run("(() => { const button = document.activeElement; button.click(); button.click(); })()");
    told(&page, "建好了海州市教育局");
    assert_no_violations(&page, "a report that was made");
    let fits = page.ask("Promise.resolve(document.documentElement.scrollWidth <= innerWidth)");
    assert_eq!(fits, true);
    page.run("document.querySelector('#outcome-details a').click()");
    wait_for(&page, "document.getElementById('saved')?.dataset.state === 'saved'");
    wait_for(&page, "document.getElementById('申请.本年新收.自然人').value === '待核对'");
    // What was refused is all that the browser complains of.
    assert!(page.complaints().iter().all(|complaint| complaint.contains("422")), "{:?}", page.complaints());
}

#[test]
fn a_list_is_shown_first_and_made_by_a_second_press() {
    let workspace = city();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = browser.visit(&preview.url("/_form/"), 1280);
    wait_for(&page, "!document.getElementById('making').hidden");
    page.run(
        "(() => { const files = new DataTransfer();
            files.items.add(new File(['名称,上级\\n海州市教育局,\\n海州市第一中学,海州市教育局\\n'], '名单.csv'));
            document.getElementById('new-名单').files = files.files;
            document.querySelector('[data-make=list]').requestSubmit(); })()",
    );
    told(&page, "会新建 2 个机关");
    assert_eq!(focused(&page), "outcome");
    assert!(!workspace.path().join("content/agencies/jyj").exists());
    assert_no_violations(&page, "a list that is shown");
    page.run("document.querySelector('#outcome-actions button').click()");
    told(&page, "新建了 2 个机关");
    page.run("document.querySelector('#outcome-actions button').click()");
    told(&page, "会新建 3 份");
    page.run("document.querySelector('#outcome-actions button').click()");
    told(&page, "新建了 3 份");
    wait_for(&page, "document.querySelectorAll('#reports a').length === 3");
    for folder in ["", "agencies/jyj/", "agencies/jyj/agencies/dyzx/"] {
        let year = page.ask("Promise.resolve(document.getElementById('new-年度').value)");
        let report = format!("content/{folder}{}/report.yaml", year.as_str().unwrap());
        assert!(workspace.path().join(&report).is_file(), "{report}");
    }
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn agencies_are_found_by_initials_and_others_are_seen_at_work() {
    let workspace = city();
    for (folder, name) in [("jyj", "海州市教育局"), ("kjj", "海州市科学技术局")] {
        workspace.write(&format!("content/agencies/{folder}/agency.yaml"), format!("名称: {name}\n"));
    }
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = browser.visit(&preview.url("/_form/"), 1280);
    wait_for(&page, "!document.getElementById('making').hidden");
    page.run("document.getElementById('find').focus()");
    page.type_text("jyj");
    wait_for(&page, "document.getElementById('found').textContent === '1 个机关'");
    let shown =
        "() => [...document.querySelectorAll('#reports tbody tr:not([hidden]) th')].map(cell => cell.textContent)";
    assert_eq!(page.list(shown), ["海州市教育局"]);
    // Somebody else makes the reports.
    let year = page.ask("Promise.resolve(Number(document.getElementById('new-年度').value))").as_i64().unwrap();
    let made = nianbao(workspace.path(), ["new", "report", "--all", "--year", &year.to_string()]).output().unwrap();
    assert!(made.status.success());
    wait_for(&page, "document.getElementById('reports').textContent.includes('尚未填写')");
    assert_eq!(page.list(shown), ["海州市教育局"], "what was looked for stays");
    wait_for(&page, "document.activeElement.id === 'find'");
}

#[test]
fn a_far_year_is_asked_about() {
    let workspace = city();
    workspace.write("content/agencies/jyj/agency.yaml", "名称: 海州市教育局\n");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = browser.visit(&preview.url("/_form/"), 1280);
    wait_for(&page, "!document.getElementById('making').hidden");
    page.run("(() => { const field = document.getElementById('new-机关'); field.closest('details').open = true; field.value = 'jyj'; })()");
    page.run("document.getElementById('new-年度').value = '2091'");
    page.run("document.querySelector('[data-make=reports] button').click()");
    told(&page, "2091 年还没有到");
    assert!(!workspace.path().join("content/agencies/jyj/2091").exists());
    page.run("document.querySelector('#outcome-actions button').click()");
    told(&page, "建好了");
    assert!(workspace.path().join("content/agencies/jyj/2091/report.yaml").exists());
}

#[test]
fn printing_names_the_pdf_and_phones_show_whose_report_it_is() {
    let workspace = super::workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = super::open(&browser, &preview, 390);
    let shown =
        "Promise.resolve([...document.querySelectorAll('.bar .place > *')].map(part => part.getBoundingClientRect())
        .every(box => box.width > 0 && box.right <= innerWidth))";
    assert_eq!(page.ask(shown), true);
    workspace.write("form.pdf", page.print());
    let text = nianbao_tests::pdf_text(&workspace.path().join("form.pdf")).replace(char::is_whitespace, "");
    assert!(text.contains("/tcj/2024/report.pdf") && text.contains("要打印的"), "{text}");
    assert!(!text.contains("报送") && !text.contains("本年新收"), "{text}");
}
