//! Readers whose device asks for its own colours, for more contrast, or for less motion.

use super::{KINDS, Site};
use crate::browser::Browser;

const REPORT: &str = "jyj/2024/index.html";

#[test]
fn forced_colours_leave_everything_visible() {
    let city = Site::small_city();
    let browser = Browser::start();
    for scheme in ["light", "dark"] {
        let page = browser.open(&city.file(REPORT), 1280);
        page.run(&format!("document.documentElement.dataset.theme = '{scheme}'"));
        page.prefer("forced-colors", "active");
        assert_eq!(page.ask("Promise.resolve(matchMedia('(forced-colors: active)').matches)"), true);
        assert_eq!(page.list(include_str!("colours.js")), [""; 0], "{scheme}");
    }
}

#[test]
fn more_contrast_is_given_where_it_is_asked_for() {
    let city = Site::small_city();
    let browser = Browser::start();
    let least = "() => {
        const channels = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
        const light = channel => (channel /= 255) <= .04045 ? channel / 12.92 : ((channel + .055) / 1.055) ** 2.4;
        const luminance = colour => channels(colour).map(light).reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
        const paper = luminance(getComputedStyle(document.documentElement).backgroundColor);
        const contrast = colour => (Math.max(paper, luminance(colour)) + .05) / (Math.min(paper, luminance(colour)) + .05);
        const texts = [...document.querySelectorAll('.zero, .note, .record dt, footer p')];
        const lines = [...document.querySelectorAll('.form td')].map(cell => getComputedStyle(cell).borderRightColor);
        return [
            ...texts.filter(text => contrast(getComputedStyle(text).color) < 7).map(text => text.outerHTML),
            ...lines.filter(line => line.startsWith('rgb') && contrast(line) < 3),
        ];
    }";
    for scheme in ["light", "dark"] {
        let page = browser.open(&city.file(REPORT), 1280);
        page.run(&format!("document.documentElement.dataset.theme = '{scheme}'"));
        assert!(!page.list(least).is_empty(), "{scheme} has as much contrast without being asked");
        page.prefer("prefers-contrast", "more");
        assert_eq!(page.list(least), [""; 0], "{scheme}");
    }
}

/// Nothing moves by itself on any page, so there is nothing to be stilled.
#[test]
fn nothing_moves() {
    let city = Site::small_city();
    let browser = Browser::start();
    for path in KINDS {
        let page = browser.open(&city.file(path), 1280);
        page.prefer("prefers-reduced-motion", "reduce");
        let moving = page.list(
            "() => [...document.querySelectorAll('*')].filter(element => {
                const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
                return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
            }).map(element => element.outerHTML.slice(0, 100))",
        );
        assert_eq!(moving, [""; 0], "{path}");
    }
}
