//! Same inputs, same bytes.

use nianbao_tests::{Tree, Workspace, assert_same, nianbao, read_tree};

fn build(workspace: &Workspace, jobs: &str, zone: &str) -> Tree {
    let built = nianbao(workspace.path(), ["build", "--jobs", jobs]).env("TZ", zone).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    read_tree(&workspace.path().join("dist"))
}

#[test]
fn threads_folder_and_time_zone_change_nothing() {
    let one = build(&Workspace::copy_of("tests/sites/everything"), "1", "Asia/Shanghai");
    let four = build(&Workspace::copy_of("tests/sites/everything"), "4", "America/Anchorage");
    assert!(one.keys().any(|path| path.ends_with(".pdf")));
    assert_same(&four, &one);
}
