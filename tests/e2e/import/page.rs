//! The document beside what was read from it.

use std::collections::BTreeSet;
use std::fs;

use scraper::{Html, Selector};

use super::{city, document, import};
use crate::browser::Browser;
use crate::validators::{assert_accessible, assert_plain, assert_valid};

#[test]
fn the_page_is_valid_accessible_and_each_figure_leads_to_its_source() {
    let workspace = city();
    let browser = Browser::start();
    for (name, agency) in [("misprints.html", "ws"), ("word.docx", "rs"), ("tabs.txt", "jt")] {
        let page = workspace.path().join(format!("{agency}.html"));
        let told = import(
            &workspace,
            &[document(name).to_str().unwrap(), "--agency", agency, "--page", page.to_str().unwrap()],
        );
        let text = fs::read_to_string(&page).unwrap_or_else(|_| panic!("{}", told.transcript()));
        leads_somewhere(&text, name);
        assert_valid(&page);
        assert_accessible(&browser, &page);
        assert_plain(&browser, &page);
        assert!(!text.contains("<script"), "{name}");
    }
}

/// Every link leads to something on the page, and there is one from each figure to a cell and back.
fn leads_somewhere(text: &str, name: &str) {
    let page = Html::parse_document(text);
    let values = |selector: &str, attribute: &str| -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        let found = page.select(&selector);
        found.filter_map(|element| element.attr(attribute).map(str::to_owned)).collect()
    };
    let ids: BTreeSet<String> = values("[id]", "id").into_iter().collect();
    for link in values("a[href^='#']", "href") {
        assert!(ids.contains(&link[1..]), "{name}: {link} leads nowhere");
    }
    let figures = values("td[id^='r-'] > a:not(.mark)", "href");
    assert!(figures.len() > 140, "{name}: {}", figures.len());
    assert!(figures.iter().all(|source| source.starts_with("#s-")), "{name}");
}
