//! What Lighthouse asks of a page beyond axe: names, titles, headings, the size of what is tapped.

use std::collections::BTreeSet;

use super::{KINDS, Site};
use crate::browser::Browser;

#[test]
fn every_kind_of_page_is_named_ordered_and_large_enough_to_tap() {
    let (city, everything) = (Site::small_city(), Site::of("tests/sites/everything"));
    let browser = Browser::start();
    let mut titles = BTreeSet::new();
    let pages = KINDS.map(|path| city.file(path)).into_iter().chain([everything.file("government/2024/index.html")]);
    for file in pages {
        for width in [360, 1280] {
            let page = browser.open(&file, width);
            assert_eq!(page.list(include_str!("checks.js")), [""; 0], "{} at {width} px", file.display());
            titles.insert(page.ask("Promise.resolve(document.title)").to_string());
        }
    }
    assert_eq!(titles.len(), KINDS.len() + 1, "two pages have the same title: {titles:?}");
}
