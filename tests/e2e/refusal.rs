//! A city with three faults at once is refused, and what was published stays.

use nianbao_tests::{Finished, Workspace, nianbao, read_tree};

fn run(workspace: &Workspace, arguments: &[&str]) -> Finished {
    nianbao(workspace.path(), arguments).output().unwrap().into()
}

#[test]
fn a_missing_folder_a_wrong_number_and_a_broken_file_are_named_in_one_run() {
    let workspace = Workspace::empty();
    run(&workspace, &["demo", ".", "--agencies", "14", "--years", "2"]);
    let built = run(&workspace, &["build", "--no-pdf"]);
    assert_eq!(built.status, Some(0), "{}", built.transcript());
    let published = read_tree(&workspace.path().join("dist"));

    std::fs::remove_dir_all(workspace.path().join("content/agencies/jyj")).unwrap();
    let report = "content/agencies/kjj/2024/report.yaml";
    let text = workspace.read(report);
    let line = text.lines().find(|line| line.trim_start().starts_with("结转下年度:")).unwrap();
    workspace.replace(report, line, "  结转下年度: {自然人: 987}");
    workspace.replace("content/agencies/gxj/2024/report.yaml", "主动公开:", "主动公开: [");

    let refused = run(&workspace, &["build", "--no-pdf", "--format", "short"]);
    assert_eq!(refused.status, Some(1), "{}", refused.transcript());
    for told in [
        "下级名单里的“jyj”没有文件夹",
        "agencies/kjj/2024/report.yaml:",
        "表三“自然人”一列不平衡",
        "agencies/gxj/2024/report.yaml:",
        "工业和信息化局（有读不出的内容）",
    ] {
        assert!(refused.stdout.contains(told), "“{told}” is missing\n{}", refused.transcript());
    }
    assert!(refused.stderr.contains("没有生成，原来的内容没有改动"), "{}", refused.transcript());
    assert!(read_tree(&workspace.path().join("dist")) == published, "the earlier site has changed");
}
