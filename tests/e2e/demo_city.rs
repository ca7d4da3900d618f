//! A made-up city, published whole: counted, followed by a crawler, judged by a validator and by axe.

use std::env;
use std::path::Path;

use nianbao_tests::{Finished, Tree, Workspace, crawl, nianbao, read_tree};

use super::browser::Browser;
use super::search::{find, open_site};
use super::validators::{assert_accessible, assert_valid};

/// Where the made-up city says that it stands.
const BASE: &str = "https://yunlan.example.com/nianbao/";

/// A page of each kind: the city, a year, the city's own report, a county, a department's report, a town's, a search.
const PAGES: [&str; 7] = [
    "index.html",
    "2024/index.html",
    "government/2024/index.html",
    "luting/index.html",
    "gaj/2024/index.html",
    "luting/liuxi/2023/index.html",
    "search/index.html",
];

/// Departments that each county has as well: what they are called behind 云澜市, and their folders.
const DEPARTMENTS: [(&str, &str); 14] = [
    ("发展和改革委员会", "fgw"),
    ("教育局", "jyj"),
    ("科学技术局", "kjj"),
    ("工业和信息化局", "gxj"),
    ("公安局", "gaj"),
    ("民政局", "mzj"),
    ("司法局", "sfj"),
    ("财政局", "czj"),
    ("人力资源和社会保障局", "rsj"),
    ("自然资源和规划局", "zrzyj"),
    ("生态环境局", "sthjj"),
    ("住房和城乡建设局", "zjj"),
    ("城市管理局", "cgj"),
    ("交通运输局", "jtj"),
];

/// What people type for others, and whose page must come first.
const NAMES: [(&str, &str); 8] = [
    ("sgaj", "gaj"),
    ("ylsjyj", "jyj"),
    ("鹭汀区政府", "luting"),
    ("ltqzf", "luting"),
    ("鹭汀区教育局", "luting/jyj"),
    ("公安局鹭汀分局", "luting/gaj"),
    ("liuxi", "luting/liuxi"),
    ("云澜市人民政府", "government"),
];

/// What many reports say.
const PHRASES: [&str; 6] = ["信息处理费", "依申请公开", "公众参与", "政务新媒体", "行政许可决定", "主动公开"];

fn assert_searchable(browser: &Browser, site: &Path) {
    let page = open_site(browser, site);
    let mut failures = Vec::new();
    let full = DEPARTMENTS.map(|(name, folder)| (format!("云澜市{name}"), folder));
    let short = DEPARTMENTS.map(|(name, folder)| (format!("市{name}"), folder));
    let others = NAMES.map(|(words, agency)| (words.to_owned(), agency));
    for (words, agency) in full.into_iter().chain(short).chain(others) {
        let found = find(&page, &words);
        let first = found.first().map(String::as_str).unwrap_or_default();
        let own = first.strip_prefix(agency).and_then(|rest| rest.strip_prefix('/'));
        if !own.is_some_and(|rest| rest == "index.html" || rest.starts_with("20")) {
            failures.push(format!("“{words}” leads to {:?} first", &found[..found.len().min(3)]));
        }
    }
    let reports: Vec<String> = read_tree(site).into_iter().filter(|(path, _)| is_report(path)).map(text).collect();
    for words in PHRASES {
        let found = find(&page, words).len();
        let said = reports.iter().filter(|page| page.contains(words)).count();
        if said == 0 || found < said.min(10) {
            failures.push(format!("“{words}” is found {found} times; {said} reports say it"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Whether a page is a report's: `jyj/2024/index.html`.
fn is_report(path: &str) -> bool {
    let folder = path.strip_suffix("/index.html").and_then(|folder| folder.rsplit_once('/'));
    folder.is_some_and(|(_, year)| year.parse::<u16>().is_ok())
}

fn text((_, bytes): (String, Vec<u8>)) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

fn run(workspace: &Workspace, arguments: &[&str]) -> Finished {
    nianbao(workspace.path(), arguments).output().unwrap().into()
}

/// How many of the files are called so.
fn count(tree: &Tree, ending: &str) -> usize {
    let in_a_year = |path: &&String| {
        let steps: Vec<&str> = path.split('/').collect();
        steps.len() > 2 && steps[steps.len() - 2].bytes().all(|byte| byte.is_ascii_digit())
    };
    tree.keys().filter(|path| path.ends_with(ending)).filter(in_a_year).count()
}

fn assert_linked(site: &Tree) {
    let crawled = crawl(site, BASE);
    assert!(crawled.pages > 10, "{} pages", crawled.pages);
    assert_eq!((crawled.dead, crawled.orphans), (Vec::new(), Vec::new()));
}

/// How many agencies, and how many years of each: a city for every day, or as large a one as `NIANBAO_CITY=300x3` says.
fn size() -> (usize, usize) {
    let size = env::var("NIANBAO_CITY").unwrap_or_else(|_| "30x2".to_owned());
    let (agencies, years) = size.split_once('x').expect("agencies x years");
    (agencies.parse().expect("a number"), years.parse().expect("a number"))
}

#[test]
fn a_city_is_published_whole_in_one_command() {
    let workspace = Workspace::empty();
    let (agencies, years) = size();
    let made = run(&workspace, &["demo", ".", "--agencies", &agencies.to_string(), "--years", &years.to_string()]);
    assert_eq!(made.status, Some(0), "{}", made.transcript());
    let built = run(&workspace, &["build"]);
    assert_eq!(built.status, Some(0), "{}", built.transcript());
    assert!(built.stdout.contains("没有发现问题"), "{}", built.stdout);
    let site = workspace.path().join("dist/site");
    let tree = read_tree(&site);
    let reports = agencies * years;
    assert_eq!((count(&tree, "/index.html"), count(&tree, "/report.pdf")), (reports, reports));
    assert!(tree.values().all(|bytes| !bytes.is_empty()));
    assert_linked(&tree);
    assert_valid(&site);
    let browser = Browser::start();
    for page in PAGES {
        assert_accessible(&browser, &site.join(page));
    }
    assert_searchable(&browser, &site);
}
