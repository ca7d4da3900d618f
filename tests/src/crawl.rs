//! A reader who follows every link of a published site.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use scraper::{Html, Selector};

use crate::Tree;

/// What a reader found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Crawled {
    /// Links that lead nowhere, each with its page.
    pub dead: Vec<String>,
    /// Files that nothing leads to.
    pub orphans: Vec<String>,
    /// How many pages were read.
    pub pages: usize,
}

/// What servers and robots look for by name.
const BY_NAME: [&str; 3] = ["404.html", "robots.txt", "sitemap.xml"];

/// Follows every link of `site` from its index on. It is published at `base`, an address that ends with `/`. The index that is searched is
/// loaded by a script.
pub fn crawl(site: &Tree, base: &str) -> Crawled {
    let mut crawled = Crawled::default();
    let mut pages: BTreeMap<String, Page> = BTreeMap::new();
    let mut places: Vec<(String, String, String)> = Vec::new();
    let mut seen: BTreeSet<String> = ["index.html", "404.html"].map(str::to_owned).into();
    let mut ahead: Vec<String> = seen.iter().cloned().collect();
    while let Some(path) = ahead.pop() {
        let page = Page::read(site, &path);
        for address in &page.links {
            let Some((file, place)) = target(&path, address, base) else { continue };
            if !site.contains_key(&file) {
                crawled.dead.push(format!("{path}: {address}"));
                continue;
            }
            places.extend(place.map(|place| (path.clone(), file.clone(), place)));
            if seen.insert(file.clone()) && is_page(&file) {
                ahead.push(file);
            }
        }
        pages.insert(path, page);
    }
    let there =
        |(_, file, place): &&(String, String, String)| pages.get(file).is_some_and(|page| page.ids.contains(place));
    let nowhere = places.iter().filter(|link| !there(link));
    crawled.dead.extend(nowhere.map(|(path, file, place)| format!("{path}: {file}#{place}")));
    let reached =
        |path: &&String| seen.contains(*path) || path.starts_with("pagefind/") || BY_NAME.contains(&path.as_str());
    crawled.orphans = site.keys().filter(|path| !reached(path)).cloned().collect();
    crawled.pages = pages.len();
    crawled
}

fn is_page(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|ending| ending == "html")
}

/// The links and places of a page.
struct Page {
    links: Vec<String>,
    ids: BTreeSet<String>,
}

impl Page {
    fn read(site: &Tree, path: &str) -> Self {
        let text = std::str::from_utf8(&site[path]).expect("pages are UTF-8");
        let page = Html::parse_document(text);
        let values = |attribute: &str| -> Vec<String> {
            let bearers = Selector::parse(&format!("[{attribute}]")).expect("a selector");
            page.select(&bearers).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
        };
        Self { links: [values("href"), values("src")].concat(), ids: values("id").into_iter().collect() }
    }
}

/// The file of the site that `address` means on the page at `path`, with the place within it; nothing outside.
fn target(path: &str, address: &str, base: &str) -> Option<(String, Option<String>)> {
    let (file, place) = match address.split_once('#') {
        Some((file, place)) => (file, Some(place.to_owned())),
        None => (address, None),
    };
    let own_path = base.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]))?;
    if let Some(own) = file.strip_prefix(base).or_else(|| file.strip_prefix(own_path)) {
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
