//! A produced site against the golden one, both ways complete. Each thing is compared once: assets that all sites share
//! with `templates/`, the frame of pages on a site's home page, what a page says of its own on that page.

use std::fs;
use std::path::Path;

use crate::tree::{Tree, differences, read};
use crate::{Sheet, repository, sheets};

/// What every page of a site has alike, up to relative addresses: from the first to behind the second.
const FRAME: [(&str, &str); 2] = [("<a class=\"skip\"", "</header>\n"), ("<footer class=\"site\">", "</footer>\n")];

/// Compares a produced site with the golden one, or, with `SNAPSHOTS=overwrite`, accepts it.
pub fn assert_golden(site: &Path, golden: &Path) {
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        accept(site, golden);
    }
    let found = compare(site, golden);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn compare(site: &Path, golden: &Path) -> Vec<String> {
    differences(&comparable(read(site)), &expected(assets(), read(golden)))
}

fn accept(site: &Path, golden: &Path) {
    let assets = assets();
    drop(fs::remove_dir_all(golden));
    for (name, bytes) in comparable(read(site)).iter().filter(|(name, bytes)| assets.get(*name) != Some(bytes)) {
        let file = golden.join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a writable folder");
        fs::write(file, bytes).expect("a writable file");
    }
}

/// Each page without the frame, but for the home page; each workbook as what stands in its cells.
fn comparable(site: Tree) -> Tree {
    let comparable = |(name, bytes): (String, Vec<u8>)| match name.rsplit_once('.') {
        Some((_, "xlsx")) => {
            (format!("{name}.txt"), sheets(&bytes).iter().map(Sheet::text).collect::<String>().into_bytes())
        }
        Some((_, "html")) if name != "index.html" => {
            let page = String::from_utf8(bytes).expect("pages are UTF-8");
            (name, without_frame(page).into_bytes())
        }
        _ => (name, bytes),
    };
    site.into_iter().map(comparable).collect()
}

fn without_frame(mut page: String) -> String {
    for (first, last) in FRAME {
        if let Some(start) = page.find(first)
            && let Some(length) = page[start..].find(last)
        {
            page.replace_range(start..start + length + last.len(), "");
        }
    }
    page
}

/// What every site publishes of the built-in assets.
fn assets() -> Tree {
    let built_in = read(&repository().join("templates/assets")).into_iter();
    built_in.map(|(name, bytes)| (format!("assets/{name}"), bytes)).collect()
}

/// The golden folder and the assets that it need not hold.
fn expected(assets: Tree, golden: Tree) -> Tree {
    assets.into_iter().chain(golden).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::{accept, assets, compare, expected};
    use crate::tree::{Tree, read};

    const PAGE: &str = r##"<head>
<title>年报</title>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="site">
<p>甲市</p>
</header>
<nav class="trail">首页</nav>
<main id="main">
<header class="head">
<h1>标题</h1>
</header>
</main>
<footer class="site">
<p>主办</p>
</footer>
</body>
"##;

    /// A site with two pages, a table and every shared asset, and the golden folder that was accepted for it.
    fn site_and_golden() -> (TempDir, TempDir) {
        let (site, golden) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        write(&site, "index.html", PAGE.as_bytes());
        write(&site, "2024/index.html", PAGE.as_bytes());
        write(&site, "data/2024.csv", b"a,b\r\n");
        for (name, bytes) in assets() {
            write(&site, &name, &bytes);
        }
        accept(site.path(), golden.path());
        (site, golden)
    }

    fn write(folder: &TempDir, name: &str, bytes: &[u8]) {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }

    /// What the comparison says once the site has changed, but for the lines that differ.
    fn after(change: impl FnOnce(&TempDir)) -> Vec<String> {
        let (site, golden) = site_and_golden();
        change(&site);
        let first_line = |found: String| found.lines().next().unwrap_or_default().to_owned();
        compare(site.path(), golden.path()).into_iter().map(first_line).collect()
    }

    fn after_replacing(page: &str, from: &str, to: &str) -> Vec<String> {
        assert!(PAGE.contains(from));
        after(|site| write(site, page, PAGE.replacen(from, to, 1).as_bytes()))
    }

    fn after_removing(name: &str) -> Vec<String> {
        after(|site| fs::remove_file(site.path().join(name)).unwrap())
    }

    #[test]
    fn what_was_accepted_is_expected_and_no_shared_asset_stored() {
        let (site, golden) = site_and_golden();
        assert_eq!(compare(site.path(), golden.path()), [""; 0]);
        let names: Vec<String> = read(golden.path()).into_keys().collect();
        assert_eq!(names, ["2024/index.html", "data/2024.csv", "index.html"]);
    }

    #[test]
    fn a_file_that_is_not_expected_is_found() {
        for name in ["2025/index.html", "data/2025.csv", "assets/new.css", "assets/preview.css"] {
            assert_eq!(after(|site| write(site, name, b"")), [format!("{name} is not expected")]);
        }
    }

    #[test]
    fn an_expected_file_that_was_not_produced_is_found() {
        for name in ["2024/index.html", "data/2024.csv", "assets/style.css", "assets/site.js"] {
            assert_eq!(after_removing(name), [format!("{name} is missing")]);
        }
    }

    #[test]
    fn a_file_with_other_bytes_is_found() {
        for name in ["data/2024.csv", "assets/style.css"] {
            assert_eq!(after(|site| write(site, name, b"")), [format!("{name} is not as expected")]);
        }
    }

    #[test]
    fn what_a_page_says_of_its_own_is_compared_on_that_page() {
        for what in ["<title>年报", "首页", "标题"] {
            for page in ["index.html", "2024/index.html"] {
                assert_eq!(after_replacing(page, what, "别的"), [format!("{page} is not as expected")]);
            }
        }
    }

    #[test]
    fn the_frame_of_pages_is_compared_on_the_home_page() {
        for what in ["跳到正文", "甲市", "主办"] {
            assert_eq!(after_replacing("index.html", what, "别的"), ["index.html is not as expected"]);
            assert_eq!(after_replacing("2024/index.html", what, "别的"), [""; 0]);
        }
    }

    /// As a site with its own templates has it.
    #[test]
    fn a_golden_asset_takes_the_place_of_the_built_in_one() {
        let own = Tree::from([("assets/style.css".to_owned(), b"own".to_vec())]);
        assert_eq!(expected(assets(), own)["assets/style.css"], b"own");
    }
}
