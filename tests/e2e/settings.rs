//! What the site's one script does, in a real browser.

use nianbao_tests::{Workspace, nianbao};

use super::browser::{Browser, Page};

fn built() -> Workspace {
    let workspace = Workspace::copy_of("tests/sites/small-city");
    assert!(nianbao(workspace.path(), ["build", "--no-pdf"]).output().unwrap().status.success());
    workspace
}

fn press(page: &Page, setting: &str) {
    page.run(&format!("document.querySelector('[data-setting={setting}]').click()"));
}

fn style(page: &Page, of: &str, property: &str) -> String {
    let value = page.ask(&format!("Promise.resolve(getComputedStyle({of}).{property})"));
    value.as_str().unwrap().to_owned()
}

#[test]
fn large_text_and_dark_pages_are_remembered() {
    let workspace = built();
    let site = workspace.path().join("dist/site");
    let browser = Browser::start();
    let page = browser.open(&site.join("index.html"), 1280);
    let letters = |page: &Page| style(page, "document.documentElement", "fontSize");
    let paper = |page: &Page| style(page, "document.documentElement", "backgroundColor");
    assert_eq!((letters(&page).as_str(), paper(&page).as_str()), ("18px", "rgb(255, 255, 255)"));
    press(&page, "text");
    press(&page, "theme");
    let changed = (letters(&page), paper(&page));
    assert_eq!((changed.0.as_str(), changed.1.as_str()), ("24px", "rgb(21, 25, 30)"));
    let other = browser.open(&site.join("jyj/2024/index.html"), 1280);
    assert_eq!((letters(&other), paper(&other)), changed, "remembered on another page");
    press(&other, "text");
    press(&other, "theme");
    assert_eq!((letters(&other).as_str(), paper(&other).as_str()), ("18px", "rgb(255, 255, 255)"));
}

#[test]
fn a_table_is_sorted_by_any_column_and_back() {
    let workspace = built();
    let browser = Browser::start();
    let page = browser.open(&workspace.path().join("dist/site/2024/index.html"), 1280);
    let column = |at: usize| {
        let cells = format!("[...document.querySelectorAll('.overview tbody tr > :nth-child({at})')]");
        let texts =
            page.ask(&format!("Promise.resolve({cells}.map(cell => cell.firstChild.textContent.trim()).join(' '))"));
        texts.as_str().unwrap().to_owned()
    };
    let press =
        |at: usize| page.run(&format!("document.querySelectorAll('.overview thead button')[{}].click()", at - 1));
    assert_eq!(column(3), "79 18 55 6");
    press(3);
    assert_eq!(column(3), "79 55 18 6");
    press(3);
    assert_eq!(column(3), "6 18 55 79");
    press(1);
    assert_eq!(column(1), "1 2 3 4");
    let sorted = page.ask("Promise.resolve(document.querySelector('[aria-sort]').textContent)");
    assert_eq!(sorted, "序号");
}

#[test]
fn a_table_is_narrowed_to_what_is_looked_for() {
    let workspace = built();
    let browser = Browser::start();
    let page = browser.open(&workspace.path().join("dist/site/2023/index.html"), 1280);
    let shown = |find: &str, choice: &str, value: &str| {
        page.run(&format!(
            "{{ const form = document.querySelector('form.narrow'); form.reset(); form.elements.find.value = '{find}'; \
             if ('{choice}') form.elements['{choice}'].value = '{value}'; form.dispatchEvent(new Event('input')); }}"
        ));
        let rows = page.ask(
            "Promise.resolve([...document.querySelectorAll('.overview tbody tr')].filter(row => row.checkVisibility())\
             .map(row => row.cells[1].firstChild.textContent).join(' '))",
        );
        rows.as_str().unwrap().to_owned()
    };
    let all = shown("", "", "");
    assert_eq!(all.split(' ').count(), 5, "{all}");
    assert_eq!(shown("教育", "", ""), "海州市教育局");
    assert_eq!(shown("HZSGAJ", "", ""), "海州市公安局");
    assert_eq!(shown("市公安局", "category", "市政府工作部门"), "海州市公安局");
    assert_eq!(shown("", "within", "hf"), "海丰县人民政府 海丰县交通运输局");
    assert!(!shown("", "within", "government").contains("海丰县交通运输局"));
    assert_eq!(shown("没有", "", ""), "");
    let told = page.ask("Promise.resolve(document.querySelector('.narrow [role=status]').textContent)");
    assert_eq!(told, "没有符合的机关。");
}

#[test]
fn the_directory_is_narrowed_by_first_letters_and_empty_groups_go() {
    let workspace = built();
    let browser = Browser::start();
    let page = browser.open(&workspace.path().join("dist/site/index.html"), 360);
    page.run(
        "{ const form = document.querySelector('form.narrow'); form.elements.find.value = 'hfx'; form.dispatchEvent(new Event('input')); }",
    );
    let shown = page.ask(
        "Promise.resolve([...document.querySelectorAll('#directory .name, #directory h3')].filter(part => part.checkVisibility())\
         .map(part => part.firstChild.textContent).join(' '))",
    );
    assert_eq!(shown, "县（市、区）人民政府 海丰县人民政府 海丰县人民政府所属机关 海丰县交通运输局");
}
