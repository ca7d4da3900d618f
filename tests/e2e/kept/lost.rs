//! What is kept may get lost, be damaged or be shared at any time, and changes nothing but the time that a build takes.

use std::fs;
use std::process::Child;
use std::thread::sleep;
use std::time::Duration;

use nianbao_tests::{assert_same, nianbao, read_tree};

use super::edits::template;
use super::{build, built, city, clean, counts};

#[test]
fn nothing_is_made_where_nothing_changed_and_only_what_shows_a_change_otherwise() {
    let workspace = city();
    let (first, counted) = built(&workspace, &["--no-pdf"]);
    assert_eq!(counted, None);
    let pages = first.keys().filter(|path| path.ends_with(".html")).count();
    let written = || fs::metadata(workspace.path().join("dist/site/index.html")).unwrap().modified().unwrap();
    let before = written();
    assert_eq!(built(&workspace, &["--no-pdf"]), (first.clone(), Some((0, pages))));
    assert_eq!(written(), before);

    let narrative = first_narrative(&workspace);
    workspace.write(&narrative, workspace.read(&narrative) + "\n补充一句。\n");
    assert_eq!(built(&workspace, &["--no-pdf"]).1, Some((1, pages - 1)));

    template(&workspace, "html/404.html", 1);
    assert_eq!(built(&workspace, &["--no-pdf"]).1, Some((1, pages - 1)));

    assert_eq!(counts(&build(&workspace, &["--no-pdf", "--no-cache"]).stdout), None);
}

fn first_narrative(workspace: &nianbao_tests::Workspace) -> String {
    let content = read_tree(&workspace.path().join("content/agencies"));
    let narrative = content.keys().find(|path| path.ends_with("narrative.md")).unwrap();
    format!("content/agencies/{narrative}")
}

#[test]
fn the_folder_may_be_removed_and_what_was_published_may_be_altered() {
    let workspace = city();
    let (first, _) = built(&workspace, &["--no-pdf"]);
    fs::remove_dir_all(workspace.path().join(".nianbao")).unwrap();
    assert_eq!(built(&workspace, &["--no-pdf"]), (first.clone(), None));
    workspace.write("dist/site/index.html", "somebody's");
    let pages = first.keys().filter(|path| path.ends_with(".html")).count();
    assert_eq!(built(&workspace, &["--no-pdf"]), (first.clone(), Some((0, pages))));
    fs::remove_dir_all(workspace.path().join("dist")).unwrap();
    assert_eq!(built(&workspace, &["--no-pdf"]), (first, Some((0, pages))));
    let ignored = fs::read_to_string(workspace.path().join(".nianbao/cache/.gitignore")).unwrap();
    assert_eq!(ignored, "*\n");
}

#[test]
fn a_workspace_that_takes_no_folder_is_built_all_the_same() {
    let workspace = city();
    workspace.write(".nianbao", "a file");
    let (first, counted) = built(&workspace, &["--no-pdf"]);
    assert_eq!((first, counted), (clean(&workspace, &["--no-pdf"]).unwrap(), None));
}

#[test]
fn runs_beside_each_other_and_killed_ones_leave_nothing_wrong() {
    let workspace = city();
    let run = |out: &str| -> Child {
        let out = workspace.path().join(out);
        nianbao(workspace.path(), ["build", "--no-pdf", "--out", out.to_str().unwrap()]).spawn().unwrap()
    };
    for wait in [300, 900, 1800] {
        let mut killed = run("killed");
        sleep(Duration::from_millis(wait));
        killed.kill().unwrap();
        killed.wait().unwrap();
    }
    let beside: Vec<Child> = ["one", "two"].into_iter().map(run).collect();
    for mut child in beside {
        assert!(child.wait().unwrap().success());
    }
    let clean = clean(&workspace, &["--no-pdf"]).unwrap();
    for out in ["one", "two"] {
        assert_same(&read_tree(&workspace.path().join(out)), &clean);
    }
    assert_same(&built(&workspace, &["--no-pdf"]).0, &clean);
}
