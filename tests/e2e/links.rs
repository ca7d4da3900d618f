//! A reader who follows every link of a city: none is dead, no page is out of reach; and what robots read.

use std::collections::BTreeSet;

use nianbao_tests::{Tree, Workspace, crawl, nianbao, read_tree};

use super::browser::Browser;

/// Where site.yaml of the small city says that it stands.
const BASE: &str = "https://xxgk.example.gov.cn/nb/";

fn built(arguments: &[&str]) -> Workspace {
    let workspace = Workspace::copy_of("tests/sites/small-city");
    let built = nianbao(workspace.path(), arguments).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    workspace
}

fn site(arguments: &[&str]) -> Tree {
    read_tree(&built(arguments).path().join("dist/site"))
}

fn text<'a>(site: &'a Tree, path: &str) -> &'a str {
    std::str::from_utf8(site.get(path).unwrap_or_else(|| panic!("{path} is missing"))).unwrap()
}

#[test]
fn every_link_leads_somewhere_and_every_page_is_linked() {
    let mut site = site(&["build"]);
    let crawled = crawl(&site, BASE);
    assert_eq!((crawled.dead, crawled.orphans), (Vec::new(), Vec::new()));
    // A crawler that finds nothing might have looked at nothing.
    site.remove("jyj/2024/report.pdf");
    site.insert("jyj/lonely.html".to_owned(), Vec::new());
    let page = String::from_utf8(site["jyj/index.html"].clone()).unwrap();
    site.insert("jyj/index.html".to_owned(), page.replace("href=\"2024/index.html\"", "href=\"#nowhere\"").into());
    let crawled = crawl(&site, BASE);
    let dead = [
        "jyj/2024/index.html: report.pdf",
        "jyj/index.html: 2024/report.pdf",
        "jyj/index.html: jyj/index.html#nowhere",
    ];
    let found: BTreeSet<&str> = crawled.dead.iter().map(String::as_str).collect();
    assert_eq!(found, dead.into());
    assert_eq!(crawled.orphans, ["jyj/lonely.html"]);
}

#[test]
fn the_sitemap_lists_every_page_once() {
    let site = site(&["build", "--no-pdf"]);
    let sitemap = text(&site, "sitemap.xml");
    let listed: Vec<&str> =
        sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next()?.strip_prefix(BASE)).collect();
    let mut sorted = listed.clone();
    sorted.sort_unstable();
    let pages: Vec<&String> =
        site.keys().filter(|path| path.ends_with(".html") && path.as_str() != "404.html").collect();
    assert_eq!(sorted, pages);
    assert!(text(&site, "robots.txt").contains(&format!("Sitemap: {BASE}sitemap.xml")));
}

#[test]
fn the_feed_tells_the_newest_first() {
    let site = site(&["build", "--no-pdf"]);
    let feed = text(&site, "feed.xml");
    let dates: Vec<&str> = feed.split("<updated>").skip(2).filter_map(|rest| rest.split("</updated>").next()).collect();
    assert_eq!(dates.len(), 9);
    assert!(dates.is_sorted_by(|one, next| one >= next), "{dates:?}");
    assert_eq!(dates[0], "2025-01-28T00:00:00+08:00");
}

#[test]
fn sitemap_and_feed_are_well_formed() {
    let workspace = built(&["build", "--no-pdf"]);
    let site = workspace.path().join("dist/site");
    let browser = Browser::start();
    let page = browser.open(&site.join("index.html"), 1280);
    for file in ["sitemap.xml", "feed.xml"] {
        let text = serde_json::Value::from(workspace.read(&format!("dist/site/{file}")));
        let root = page.ask(&format!(
            "Promise.resolve(new DOMParser().parseFromString({text}, 'application/xml').documentElement.localName)"
        ));
        assert_eq!(root, if file == "feed.xml" { "feed" } else { "urlset" });
    }
}

/// Without an address on the web there is none to tell.
#[test]
fn a_site_without_an_address_tells_none() {
    let workspace = Workspace::real();
    let built = nianbao(workspace.path(), ["build", "--no-pdf"]).output().unwrap();
    assert!(built.status.success());
    let site = read_tree(&workspace.path().join("dist/site"));
    for file in ["sitemap.xml", "feed.xml"] {
        assert!(!site.contains_key(file), "{file}");
    }
    let page = text(&site, "index.html");
    for label in ["rel=\"canonical\"", "og:url", "name=\"Url\""] {
        assert!(!page.contains(label), "{label}");
    }
}
