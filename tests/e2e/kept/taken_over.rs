//! Files that stay as they are published are not written again, and whatever somebody did to them meanwhile is mended.

use std::fs;
use std::path::PathBuf;

use nianbao_tests::{Workspace, assert_same, nianbao, read_tree};

use super::{built, city, clean};

const ARGS: [&str; 1] = ["--no-pdf"];

/// A page that shows no report.
const UNTOUCHED: &str = "site/404.html";

/// A narrative, and the folder of its page.
fn report(workspace: &Workspace) -> (String, String) {
    let content = read_tree(&workspace.path().join("content/agencies"));
    let narrative = content.into_keys().find(|path| path.ends_with("narrative.md")).unwrap();
    let folder = narrative.strip_suffix("/narrative.md").unwrap().to_owned();
    (format!("content/agencies/{narrative}"), format!("site/{folder}"))
}

fn add_sentence(workspace: &Workspace) {
    let (narrative, _) = report(workspace);
    workspace.write(&narrative, workspace.read(&narrative) + "\n补充一句。\n");
}

fn published(workspace: &Workspace, path: &str) -> PathBuf {
    workspace.path().join("dist").join(path)
}

#[test]
#[cfg(unix)]
fn what_stays_as_it_is_is_not_written_again() {
    use std::os::unix::fs::MetadataExt as _;
    let workspace = city();
    let (_, folder) = report(&workspace);
    let file = |path: &str| fs::metadata(published(&workspace, path)).unwrap().ino();
    let paths = [UNTOUCHED, &format!("{folder}/table-2.csv"), &format!("{folder}/index.html")].map(str::to_owned);
    built(&workspace, &ARGS);
    let before = paths.each_ref().map(|path| file(path));
    add_sentence(&workspace);
    let (tree, _) = built(&workspace, &ARGS);
    assert_same(&tree, &clean(&workspace, &ARGS).unwrap());
    let after = paths.each_ref().map(|path| file(path));
    let stays: Vec<bool> = before.iter().zip(after).map(|(before, after)| *before == after).collect();
    // Figures do not hang on the text.
    assert_eq!(stays, [true, true, false]);
}

#[test]
fn what_somebody_wrote_into_a_published_file_is_not_taken_over() {
    let workspace = city();
    built(&workspace, &ARGS);
    let page = published(&workspace, UNTOUCHED);
    for altered in ["somebody's".to_owned(), fs::read_to_string(&page).unwrap().replace('1', "2")] {
        fs::write(&page, altered).unwrap();
        add_sentence(&workspace);
        assert_same(&built(&workspace, &ARGS).0, &clean(&workspace, &ARGS).unwrap());
    }
    // The very same once more, though it was touched.
    fs::write(&page, fs::read(&page).unwrap()).unwrap();
    add_sentence(&workspace);
    assert_same(&built(&workspace, &ARGS).0, &clean(&workspace, &ARGS).unwrap());
}

#[test]
fn a_build_that_is_cut_off_leaves_the_old_or_the_new_whole() {
    let workspace = city();
    let (before, _) = built(&workspace, &ARGS);
    add_sentence(&workspace);
    let after = clean(&workspace, &ARGS).unwrap();
    for at in [20, 60, 200, 400] {
        let killed =
            nianbao(workspace.path(), ["build", "--no-pdf"]).env("NIANBAO_FAULT", format!("kill@{at}")).output();
        assert!(!killed.unwrap().status.success(), "{at}");
        let published = read_tree(&workspace.path().join("dist"));
        // The last of them may come behind the swap.
        if published != after {
            assert_same(&published, &before);
        }
    }
    assert_same(&built(&workspace, &ARGS).0, &after);
}
