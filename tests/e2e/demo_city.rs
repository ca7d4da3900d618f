//! A made-up city, published whole: counted, followed by a crawler, judged by a validator and by axe.

use std::env;
use std::path::Path;

use nianbao_tests::{Finished, Tree, Workspace, crawl, nianbao, read_tree};

use super::browser::Browser;
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

#[test]
fn a_city_is_published_whole_in_one_command() {
    let workspace = Workspace::empty();
    let made = run(&workspace, &["demo", ".", "--agencies", "30", "--years", "2"]);
    assert_eq!(made.status, Some(0), "{}", made.transcript());
    let built = run(&workspace, &["build"]);
    assert_eq!(built.status, Some(0), "{}", built.transcript());
    assert!(built.stdout.contains("没有发现问题"), "{}", built.stdout);
    let site = workspace.path().join("dist/site");
    let tree = read_tree(&site);
    assert_eq!((count(&tree, "/index.html"), count(&tree, "/report.pdf")), (60, 60));
    assert!(tree.values().all(|bytes| !bytes.is_empty()));
    assert_linked(&tree);
    assert_valid(&site);
    let browser = Browser::start();
    for page in PAGES {
        assert_accessible(&browser, &site.join(page));
    }
}

/// The same judges for any folder of the made-up city that `NIANBAO_JUDGE` names, such as one with 900 reports.
#[test]
fn a_published_folder_can_be_judged() {
    let Some(folder) = env::var_os("NIANBAO_JUDGE") else { return };
    let site = Path::new(&folder).join("site");
    assert_linked(&read_tree(&site));
    assert_valid(&site);
    let browser = Browser::start();
    for page in PAGES {
        assert_accessible(&browser, &site.join(page));
    }
}
