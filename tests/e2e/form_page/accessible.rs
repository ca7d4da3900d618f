//! The form for anybody: with a screen reader, a keyboard, a phone, and under its policy.

use nianbao_tests::Preview;

use super::{FORM, REPORT, open, workspace};
use crate::browser::Browser;
use crate::serve_browser::wait_for;
use crate::validators::assert_for_everybody;

#[test]
fn the_form_is_accessible_and_asks_nobody_else() {
    let workspace = workspace();
    workspace.replace(REPORT, "行政许可: 0", "行政许可: 三件");
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    for path in [FORM, "/_form/"] {
        for width in [360, 1280] {
            let page = browser.visit(&preview.url(path), width);
            if path == FORM {
                wait_for(&page, "document.querySelectorAll('#findings li').length > 0");
            }
            assert_for_everybody(&page, &format!("{path} at {width} px"));
            assert_eq!(page.complaints(), [""; 0], "{path} at {width} px");
        }
    }
}

#[test]
fn every_cell_says_its_row_and_its_column() {
    let workspace = workspace();
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 1280);
    let names = page
        .list("() => [...document.querySelectorAll('input[data-cell]')].map(cell => cell.getAttribute('aria-label'))");
    let unique: std::collections::BTreeSet<&String> = names.iter().collect();
    assert!(names.len() > 150 && unique.len() == names.len(), "{names:?}");
    assert!(names.contains(&"表三“一、本年新收政府信息公开申请数量”的“自然人”".to_owned()));
    let headings = page.list("() => [...document.querySelectorAll('td.typed')].filter(cell => !cell.closest('table').querySelector('th[scope]'))
        .map(cell => cell.textContent)");
    assert_eq!(headings, [""; 0]);
}
