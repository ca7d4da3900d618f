//! A reader who follows every link of a city: none is dead, no page is out of reach; and what robots read.

use std::collections::BTreeSet;

use nianbao_tests::{Tree, Workspace, nianbao, read_tree};
use scraper::{Html, Selector};

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

/// The values of an attribute in a page.
fn values(page: &str, attribute: &str) -> Vec<String> {
    let bearers = Selector::parse(&format!("[{attribute}]")).unwrap();
    let page = Html::parse_document(page);
    page.select(&bearers).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
}

/// The file of the site that `address` means on the page at `path`, with the place within it; nothing outside.
fn target(path: &str, address: &str) -> Option<(String, Option<String>)> {
    let (file, place) = match address.split_once('#') {
        Some((file, place)) => (file, Some(place.to_owned())),
        None => (address, None),
    };
    if let Some(own) = file.strip_prefix(BASE).or_else(|| file.strip_prefix("/nb/")) {
        return Some((own.to_owned(), place));
    }
    if file.contains(':') {
        return None;
    }
    let mut steps: Vec<&str> = path.split('/').collect();
    if !file.is_empty() {
        steps.pop();
        for step in file.split('/') {
            if step == ".." {
                assert!(steps.pop().is_some(), "{path}: {address} leads out of the site");
            } else {
                steps.push(step);
            }
        }
    }
    Some((steps.join("/"), place))
}

#[test]
fn every_link_leads_somewhere_and_every_page_is_linked() {
    let site = site(&["build"]);
    let mut seen = BTreeSet::from(["index.html".to_owned()]);
    let mut ahead = vec!["index.html".to_owned(), "404.html".to_owned()];
    while let Some(path) = ahead.pop() {
        let page = text(&site, &path);
        for (file, place) in
            ["href", "src"].iter().flat_map(|name| values(page, name)).filter_map(|at| target(&path, &at))
        {
            assert!(site.contains_key(&file), "{path} links to {file}, which is missing");
            if let Some(place) = place {
                assert!(values(text(&site, &file), "id").contains(&place), "{path}: {file} has no #{place}");
            }
            if seen.insert(file.clone()) && file.ends_with(".html") {
                ahead.push(file);
            }
        }
    }
    // What servers and robots look for by name.
    let by_name = ["404.html", "robots.txt", "sitemap.xml"];
    // The index is loaded by the script of the search page.
    let reached = |path: &String| seen.contains(path) || path.starts_with("pagefind/");
    let orphans: Vec<&String> =
        site.keys().filter(|path| !reached(path) && !by_name.contains(&path.as_str())).collect();
    assert!(orphans.is_empty(), "nothing leads to {orphans:?}");
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
