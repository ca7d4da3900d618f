//! Small phones, 400 % zoom and large text: nothing is cut off, and only wide tables scroll sideways.

use std::path::Path;

use super::{KINDS, Site};
use crate::browser::{Browser, Page};

/// What only enlarges text does, as Firefox' “zoom text only” or a phone's settings.
const TWICE: &str = "document.documentElement.style.fontSize =
    `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`";

/// What WCAG 1.4.12 lets readers ask for.
const SPACED: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [sheet]";

const LARGE: &str = "document.documentElement.dataset.text = 'large'";

fn assert_fits(page: &Page, what: &str) {
    assert_eq!(page.list(include_str!("zoom.js")), [""; 0], "{what}");
}

fn assert_fits_everywhere(browser: &Browser, file: &Path) {
    let told = file.display();
    let page = browser.open(file, 320);
    for changed in ["", LARGE] {
        page.run(changed);
        for (width, height) in [(320, 256), (360, 640), (390, 844), (768, 1024), (1024, 768), (1280, 800), (1920, 1080)]
        {
            page.resize(width, height);
            assert_fits(&page, &format!("{told} at {width} px {changed}"));
        }
    }
    for (width, changed) in [(1280, TWICE), (640, TWICE), (360, SPACED)] {
        let page = browser.open(file, width);
        page.run(changed);
        assert_fits(&page, &format!("{told} at {width} px {changed}"));
    }
}

#[test]
fn reports_fit_every_width_and_size_of_text() {
    let browser = Browser::start();
    let everything = Site::of("tests/sites/everything");
    let older = Site::of("tests/sites/older-forms");
    for (site, path) in [
        (&everything, "government/2024/index.html"),
        (&everything, "jia/2024/index.html"),
        (&older, "jia/2020/index.html"),
    ] {
        assert_fits_everywhere(&browser, &site.file(path));
    }
}

#[test]
fn every_kind_of_page_fits_every_width_and_size_of_text() {
    let browser = Browser::start();
    let city = Site::small_city();
    for path in KINDS {
        assert_fits_everywhere(&browser, &city.file(path));
    }
}
