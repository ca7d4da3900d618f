//! Somebody who has only a keyboard.

use super::Site;
use crate::browser::{Browser, Page};

/// Everything that can be reached, in the order in which it stands.
const STOPS: &str =
    "window.stops = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')]
    .filter(element => element.checkVisibility() && element.tabIndex >= 0)";

fn count(page: &Page) -> u64 {
    page.ask("Promise.resolve(window.stops.length)").as_u64().unwrap()
}

/// Goes through a page stop by stop.
fn walk(page: &Page, what: &str) {
    page.run(STOPS);
    let stops = count(page);
    assert!(stops > 10, "{what} has {stops} stops");
    for at in 0..stops {
        page.press("Tab");
        let script = include_str!("keyboard.js").replace("AT", &at.to_string());
        assert_eq!(page.list(&script), [""; 0], "stop {at} of {what}");
    }
    page.press("Tab");
    let trapped = page.ask("Promise.resolve(document.activeElement === window.stops.at(-1))");
    assert_eq!(trapped, false, "nothing leads out of the last stop of {what}");
}

#[test]
fn the_tab_key_goes_through_a_page_in_order_and_in_sight() {
    let (city, everything) = (Site::small_city(), Site::of("tests/sites/everything"));
    let browser = Browser::start();
    browser.keep_talking();
    for file in
        [city.file("jyj/2024/index.html"), everything.file("government/2024/index.html"), city.file("index.html")]
    {
        for width in [360, 1280] {
            walk(&browser.open(&file, width), &format!("{} at {width} px", file.display()));
        }
    }
}

#[test]
fn the_first_stop_skips_to_the_text() {
    let city = Site::small_city();
    let browser = Browser::start();
    let page = browser.open(&city.file("jyj/2024/index.html"), 1280);
    page.press("Tab");
    page.press("Enter");
    page.press("Tab");
    let first = "document.activeElement === document.querySelector('main a[href], main button, main [tabindex]')";
    assert_eq!(page.ask(&format!("Promise.resolve({first})")), true);
}

#[test]
fn a_wide_table_is_moved_with_the_arrow_keys() {
    let everything = Site::of("tests/sites/everything");
    let browser = Browser::start();
    let page = browser.open(&everything.file("government/2024/index.html"), 320);
    page.run("document.querySelector('.table-scroll:has(.form-3)').focus()");
    for _ in 0..3 {
        page.press("ArrowRight");
    }
    let moved = "new Promise(go => setTimeout(() => go(document.activeElement.scrollLeft), 500))";
    assert!(page.ask(moved).as_f64() > Some(20.0));
}

#[test]
fn buttons_work_with_enter_and_with_space() {
    let city = Site::small_city();
    let browser = Browser::start();
    let page = browser.open(&city.file("jyj/2024/index.html"), 1280);
    let state = || {
        page.ask("Promise.resolve([document.documentElement.dataset.text, document.activeElement.ariaPressed].join())")
    };
    page.run("document.querySelector('button[data-setting=text]').focus()");
    page.press("Enter");
    assert_eq!(state(), "large,true");
    page.press(" ");
    assert_eq!(state(), "normal,false");
}
