//! Independent judges of the pages: an HTML validator, and axe in a real browser.

use std::fs;
use std::path::Path;
use std::process::Command;

use nianbao_tests::{Workspace, nianbao, run, tool};
use serde_json::Value;

use super::browser::{Browser, Page};

fn built(folder: &str) -> Workspace {
    build(Workspace::copy_of(folder))
}

/// The small city, which believes that it stands where it is built, so that 404.html finds its stylesheet.
fn built_city() -> Workspace {
    let workspace = Workspace::copy_of("tests/sites/small-city");
    let here = format!("https://xxgk.example.gov.cn{}", workspace.path().join("dist/site").display());
    workspace.replace("content/site.yaml", "https://xxgk.example.gov.cn/nb", &here);
    build(workspace)
}

fn build(workspace: Workspace) -> Workspace {
    let built = nianbao(workspace.path(), ["build"]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    workspace
}

/// A validator has nothing to say of a page, or of any page in a folder.
pub(crate) fn assert_valid(pages: &Path) {
    run(Command::new("java")
        // It runs for seconds only, and needs the stack of a usual start.
        .args(["-XX:TieredStopAtLevel=1", "-Xss4m", "-jar"])
        .arg(tool("vnu-jar/build/dist/vnu.jar"))
        .args(["--Werror", "--skip-non-html"])
        // It takes files on a disk for strangers to each other. What a policy forbids, a browser is asked (`page/policy.rs`).
        .args(["--filterpattern", ".*violates Content Security Policy.*"])
        .arg(pages));
}

/// A page is accessible on a phone and on a desktop, light and dark.
pub(crate) fn assert_accessible(browser: &Browser, page: &Path) {
    for width in [360, 1280] {
        let open = browser.open(page, width);
        assert_no_violations(&open, &format!("{} at {width} px", page.display()));
        open.darken();
        assert_no_violations(&open, &format!("{} at {width} px, dark", page.display()));
    }
}

/// axe has nothing to say of a page as it is now.
pub(crate) fn assert_no_violations(page: &Page, what: &str) {
    page.run(&fs::read_to_string(tool("axe-core/axe.min.js")).unwrap());
    let violations = page.ask("axe.run().then(result => JSON.stringify(result.violations))");
    let violations: Value = serde_json::from_str(violations.as_str().unwrap()).unwrap();
    assert_eq!(violations, serde_json::json!([]), "{what}");
}

/// A page that is served, light and dark, is for everybody, fits its width and asks nobody else for anything.
pub(crate) fn assert_for_everybody(page: &Page, what: &str) {
    assert_no_violations(page, what);
    page.darken();
    assert_no_violations(page, &format!("{what}, dark"));
    let fits = page.ask("Promise.resolve(document.documentElement.scrollWidth <= innerWidth)");
    assert_eq!(fits, true, "{what}");
    let elsewhere = "() => performance.getEntriesByType('resource').map(entry => entry.name)
        .filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'))";
    assert_eq!(page.list(elsewhere), [""; 0], "{what}");
}

/// A page that stands alone names no other file, and its policy lets nothing in but its own stylesheet.
pub(crate) fn assert_alone(page: &Path) {
    let (path, text) = (page.display(), fs::read_to_string(page).unwrap());
    assert!(!text.replace("http-equiv", "").contains("http") && !text.contains("url("), "{path} names another file");
    assert!(text.contains("\"default-src 'none'; style-src 'sha256-"), "{path} has no policy");
}

/// A page fits a narrow phone, needs no script and loads nothing from elsewhere.
pub(crate) fn assert_plain(browser: &Browser, page: &Path) {
    let path = page.display();
    let open: Page = browser.open(page, 320);
    let width = open.ask("Promise.resolve(document.documentElement.scrollWidth)");
    assert_eq!(width, 320, "{path} scrolls sideways");
    let cut = open.ask(
        "Promise.resolve([...document.querySelectorAll('td')].filter(cell => cell.scrollWidth > cell.clientWidth).length)",
    );
    assert_eq!(cut, 0, "{path} cuts numbers off");
    let elsewhere = open.ask(
        "Promise.resolve(performance.getEntriesByType('resource').filter(entry => !entry.name.startsWith('file:')).length)",
    );
    assert_eq!(elsewhere, 0, "{path}");
    let scripts = open.ask(
        "Promise.resolve([...document.scripts].filter(script => !script.src && script.type !== 'application/ld+json').length
            - document.querySelectorAll('meta[http-equiv=Content-Security-Policy][content*=script-src]').length)",
    );
    assert_eq!(scripts, 0, "{path} holds another script than the one that its policy names");
    assert_eq!(open.complaints(), [""; 0], "{path}");
    let handlers = open.ask(
        "Promise.resolve(document.evaluate('count(//@*[starts-with(name(), \"on\")] | //@style)', document).numberValue)",
    );
    assert_eq!(handlers, 0.0, "{path} holds handlers or styles of its own");
}

#[test]
fn every_page_is_valid_html() {
    let sites = ["everything", "older-forms", "nothing-yet", "small-city"].map(|case| format!("tests/sites/{case}"));
    for folder in [String::new()].iter().chain(&sites) {
        let workspace = built(folder);
        assert_valid(&workspace.path().join("dist/site"));
    }
}

/// Pages of each kind, below `dist/site`.
const PAGES: [&str; 6] = [
    "index.html",
    "2024/index.html",
    "jyj/index.html",
    "jyj/2024/index.html",
    "government/2024/index.html",
    "404.html",
];

#[test]
fn every_kind_of_page_is_accessible() {
    let workspace = built_city();
    let browser = Browser::start();
    for path in PAGES {
        assert_accessible(&browser, &workspace.path().join("dist/site").join(path));
    }
}

#[test]
fn pages_fit_a_narrow_phone_and_load_nothing_from_elsewhere() {
    let workspace = built_city();
    let browser = Browser::start();
    for path in PAGES {
        assert_plain(&browser, &workspace.path().join("dist/site").join(path));
    }
}
