//! A made-up municipality on disk. What it holds is tested in `crates/demo`.

use std::fs;

use nianbao_tests::{Finished, Workspace, nianbao};

fn run(workspace: &Workspace, args: &[&str]) -> Finished {
    nianbao(workspace.path(), args).output().unwrap().into()
}

#[test]
fn a_municipality_is_written_and_holds_what_is_listed() {
    let workspace = Workspace::empty();
    let told = run(&workspace, &["demo", "演示", "--agencies", "12", "--years", "2", "--faults", "3"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
    assert!(told.stdout.contains("12 个机关的 24 份报告") && told.stdout.contains("3 处错误"), "{}", told.stdout);
    let list = workspace.read("演示/faults.csv");
    assert!(list.starts_with("机关,年度,种类,代码,文件\n"), "{list}");
    let found = run(&workspace, &["-C", "演示", "check", "--format", "short"]).stdout;
    for fault in list.lines().skip(1) {
        let code = fault.split(',').nth(3).unwrap();
        assert!(found.contains(&format!("[{code}]")), "{fault}\n{found}");
    }
}

#[test]
fn nothing_is_written_over() {
    let workspace = Workspace::real();
    let told = run(&workspace, &["demo", "."]);
    assert_eq!(told.status, Some(2));
    assert!(told.stderr.contains("不是空的"), "{}", told.transcript());
    fs::create_dir(workspace.path().join("空的")).unwrap();
    let told = run(&workspace, &["demo", "空的", "--agencies", "1", "--years", "1"]);
    assert_eq!(told.status, Some(0), "{}", told.transcript());
}

#[test]
fn an_order_that_cannot_be_met_is_refused() {
    let workspace = Workspace::empty();
    for (args, expected) in [
        (["--agencies", "0"], "机关数应在 1 到"),
        (["--years", "9"], "报告的年度应在 2021 到 2099 之间"),
        (["--faults", "9000"], "处错误，这里要放 9000 处"),
    ] {
        let told = run(&workspace, &[&["demo", "演示"], &args[..]].concat());
        assert_eq!(told.status, Some(2), "{}", told.transcript());
        assert!(told.stderr.contains(expected), "{}", told.transcript());
    }
    assert!(!workspace.path().join("演示").exists());
}
