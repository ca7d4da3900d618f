//! What commands end with when nobody reads what they write, or nothing more fits where they write it.

use std::fs::File;
use std::process::{Command, Stdio};

use nianbao_tests::{Workspace, binary, nianbao};

/// A city with something that blocks.
fn blocked() -> Workspace {
    let workspace = Workspace::copy_of("tests/data/city");
    workspace.replace("content/agencies/jyj/2024/report.yaml", "年度: 2024", "年度: 2024\n标题党: 1");
    workspace
}

#[test]
fn a_reader_that_leaves_does_not_change_the_exit_status() {
    let (good, blocked) = (Workspace::copy_of("tests/data/city"), blocked());
    let figure = "申请.本年新收.自然人";
    for (workspace, status, args) in [
        (&blocked, 1, &["check"][..]),
        (&blocked, 1, &["check", "--format", "short"]),
        (&blocked, 1, &["check", "--format", "json"]),
        (&blocked, 1, &["check", "--format", "sarif"]),
        (&blocked, 1, &["check", "--format", "github"]),
        (&blocked, 1, &["check", "--diff"]),
        (&blocked, 1, &["check", "--fix"]),
        (&blocked, 1, &["build", "--no-pdf"]),
        (&good, 0, &["check"]),
        (&good, 0, &["build", "--no-pdf"]),
        (&good, 0, &["status"]),
        (&good, 0, &["status", "--format", "html"]),
        (&good, 0, &["compare", "jyj"]),
        (&good, 0, &["explain-total", figure]),
        (&good, 0, &["explain"]),
        (&good, 0, &["--help"]),
        (&good, 2, &["check", "--only", "没有"]),
    ] {
        let mut child = nianbao(workspace.path(), args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop((child.stdout.take(), child.stderr.take()));
        assert_eq!(child.wait().unwrap().code(), Some(status), "{args:?}");
    }
}

#[test]
fn what_finds_no_room_is_an_error() {
    let (good, blocked) = (Workspace::copy_of("tests/data/city"), blocked());
    for (workspace, args) in
        [(&good, &["check"][..]), (&blocked, &["check"]), (&good, &["status"]), (&good, &["--help"])]
    {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let ended = nianbao(workspace.path(), args).stdout(full).output().unwrap();
        assert_eq!(ended.status.code(), Some(2), "{args:?}");
        let told = String::from_utf8(ended.stderr).unwrap();
        assert!(
            told.starts_with("错误：结果没有写全，写到的文件或磁盘可能满了") && told.lines().count() == 1,
            "{told}"
        );
    }
}

#[test]
fn streams_that_are_closed_are_no_reason_to_fail() {
    for (workspace, status) in [(Workspace::copy_of("tests/data/city"), 0), (blocked(), 1)] {
        for closed in [">&-", "2>&-", "<&- >&- 2>&-"] {
            let command = format!("{} check {closed}", binary().display());
            let ended = Command::new("sh").args(["-c", &command]).current_dir(workspace.path()).output().unwrap();
            assert_eq!(ended.status.code(), Some(status), "{closed}");
        }
    }
}
