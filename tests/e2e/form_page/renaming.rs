//! A new name of the agency: what it means for each report is told before.

use nianbao_tests::Preview;

use super::{FORM, is_written, open, workspace};
use crate::browser::Browser;
use crate::serve_browser::wait_for;

const AGENCY: &str = "content/agencies/tcj/agency.yaml";

#[test]
fn an_agency_gets_a_new_name_and_keeps_the_old_one_on_earlier_reports() {
    let workspace = workspace();
    let before = workspace.read(AGENCY);
    let preview = Preview::of(&workspace, &[]);
    let browser = Browser::start();
    let page = open(&browser, &preview, 390);
    page.run("[...document.querySelectorAll('#fields button')].find(button => button.textContent === '改名').click()");
    wait_for(&page, "document.getElementById('rename').open");
    page.type_text("温州市投资和商务局");
    let told = "document.getElementById('rename-told').textContent";
    wait_for(&page, &format!("{told} === '2024 年的报告改写“温州市投资和商务局”。'"));
    page.run("(() => { const since = document.getElementById('rename-since'); since.value = '2025'; since.dispatchEvent(new Event('input')); })()");
    wait_for(&page, &format!("{told} === '2024 年的仍写原来的名称。'"));
    assert_eq!(workspace.read(AGENCY), before);
    page.run("document.getElementById('rename-act').click()");
    is_written(&workspace, AGENCY, "温州市投资和商务局");
    let now = workspace.read(AGENCY);
    assert!(now.contains("曾用名") && now.contains("至: 2024") && now.contains("温州市投资促进局"), "{now}");
    wait_for(&page, "document.getElementById('agency-name')?.textContent === '温州市投资和商务局'");
    assert!(preview.page(FORM).contains("温州市投资促进局"), "the report of 2024 keeps its name");
    assert!(preview.page("/_form/").contains("温州市投资和商务局"));
}
