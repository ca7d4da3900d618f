//! Pages allow only what comes from their own site, wherever it stands: on a disk, or on the web below some path.

use std::fs;

use nianbao_tests::{Tree, read_tree, serve};

use super::{KINDS, Site};
use crate::browser::{Browser, Page};

const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

fn pages(tree: &Tree) -> impl Iterator<Item = (&String, String)> {
    let pages = tree.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes.clone()).unwrap()))
}

fn policy(page: &str) -> &str {
    page.split_once(POLICY).expect("a policy").1.split('"').next().unwrap()
}

#[test]
fn every_page_has_the_policy_before_anything_is_loaded() {
    let site = Site::of("tests/sites/everything");
    let tree = read_tree(&site.folder());
    for (path, page) in pages(&tree) {
        let before = page.split_once(POLICY).unwrap_or_else(|| panic!("{path} has no policy")).0;
        for loads in ["<script", "<link", "<img", "<style"] {
            assert!(!before.contains(loads), "{path} loads something before its policy");
        }
        let policy = policy(&page);
        assert!(policy.starts_with("default-src 'self';"), "{policy}");
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains("http"),
            "{policy}"
        );
        assert_eq!(policy.contains("'wasm-unsafe-eval'"), path == "search/index.html", "{path}");
    }
}

/// Everything that a page asks for is there, is allowed and works.
fn assert_whole(page: &Page, what: &str) {
    assert_eq!(page.complaints(), [""; 0], "{what}");
    let styled = page.ask("Promise.resolve(getComputedStyle(document.body).borderTopWidth)");
    assert_eq!(styled, "4px", "{what} has no stylesheet");
    let scripted = page.ask("Promise.resolve(document.querySelector('.settings').checkVisibility())");
    assert_eq!(scripted, true, "{what} has no script");
}

#[test]
fn pages_work_from_a_disk() {
    let city = Site::small_city();
    let browser = Browser::start();
    for path in KINDS {
        let page = browser.open(&city.file(path), 1280);
        assert_whole(&page, path);
        let links =
            page.list("() => [...document.links].map(link => link.href).filter(href => href.startsWith('file:'))");
        assert!(!links.is_empty());
        for link in links {
            let file = link.trim_start_matches("file://").split('#').next().unwrap();
            let file = percent_decoded(file);
            assert!(fs::metadata(&file).is_ok_and(|file| file.is_file()), "{path} leads to {file}");
        }
    }
}

fn percent_decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits: String = rest.by_ref().take(2).map(char::from).collect();
            bytes.push(u8::from_str_radix(&digits, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// 网址 of the small city ends in /nb, where a server puts it.
#[test]
fn pages_work_below_a_path_on_the_web() {
    let city = Site::of("tests/sites/small-city");
    let address = serve(&city.folder(), "/nb/");
    let browser = Browser::start();
    for path in KINDS {
        let page = browser.visit(&format!("{address}{path}"), 1280);
        assert_whole(&page, path);
        let outside = page.list(
            "() => performance.getEntriesByType('resource').filter(({ name, responseStatus }) =>
                !name.startsWith(location.origin + '/nb/') && !name.startsWith('data:') || responseStatus >= 400)
                .map(({ name }) => name)",
        );
        assert_eq!(outside, [""; 0], "{path}");
    }
    let page = browser.visit(&format!("{address}search/index.html?q=教育局"), 1280);
    page.ask("new Promise(go => { const wait = () => document.querySelector('#results li') ? go() : setTimeout(wait, 20); wait(); })");
    assert_whole(&page, "what is found");
    let lost = browser.visit(&format!("{address}nowhere/at/all.html"), 1280);
    let styled = lost.ask(
        "Promise.resolve(document.querySelector('h1').textContent + getComputedStyle(document.body).borderTopWidth)",
    );
    assert_eq!(styled, "没有找到这个网页4px");
}

#[test]
fn what_somebody_slips_into_a_page_does_not_run() {
    let city = Site::small_city();
    let file = city.file("jyj/2024/index.html");
    let page = fs::read_to_string(&file).unwrap();
    let slipped = "<script>document.title = 'taken over'</script><img src=x onerror=\"document.title = 'taken over'\"><style>body { color: red }</style>";
    fs::write(&file, page.replace("<article>", &format!("{slipped}<article>"))).unwrap();
    let browser = Browser::start();
    let page = browser.open(&file, 1280);
    assert_ne!(page.ask("Promise.resolve(document.title)"), "taken over");
    assert_ne!(page.ask("Promise.resolve(getComputedStyle(document.body).color)"), "rgb(255, 0, 0)");
    assert!(page.complaints().iter().filter(|told| told.contains("Content Security Policy")).count() >= 3);
}

/// The script that waits until the page is there is taken away: what the reader chose stands without it.
#[test]
fn what_was_chosen_stands_before_anything_is_painted() {
    let city = Site::small_city();
    let browser = Browser::start();
    let file = city.file("jyj/2024/index.html");
    browser.open(&file, 1280).run("document.querySelectorAll('.settings button').forEach(button => button.click())");
    fs::remove_file(city.file("assets/site.js")).unwrap();
    let page = browser.open(&file, 1280);
    let chosen =
        "[document.documentElement.dataset.text, getComputedStyle(document.documentElement).backgroundColor].join(' ')";
    assert_eq!(page.ask(&format!("Promise.resolve({chosen})")), "large rgb(21, 25, 30)");
}
