//! What is no file, or none that holds anything.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;

use nianbao_tests::nianbao;

use super::{city, import_all};

#[test]
fn what_is_no_file_is_told_and_never_waited_for() {
    let workspace = city();
    let folder = workspace.path().join("收来的");
    assert!(Command::new("mkfifo").arg(folder.join("管道.txt")).status().unwrap().success());
    let _listening = UnixListener::bind(folder.join("套接字.txt")).unwrap();
    workspace.write("别处.txt", "平湖市交通运输局2020年政府信息公开工作年度报告\n\n一、总体情况\n\n机密。\n");
    symlink(workspace.path().join("别处.txt"), folder.join("链接.txt")).unwrap();
    symlink(workspace.path(), folder.join("链到文件夹")).unwrap();
    symlink("/dev/zero", folder.join("设备.txt")).unwrap();
    workspace.write("收来的/空.docx", "");
    workspace.write("收来的/零.txt", vec![0; 5000]);
    File::create(folder.join("太大.docx")).unwrap().set_len(100_000_001).unwrap();
    File::create(folder.join("大.docx")).unwrap().set_len(99_000_000).unwrap();
    let imported = import_all(&workspace);
    imported.assert_refused(&[
        ("管道.txt", ""),
        ("套接字.txt", ""),
        ("链接.txt", ""),
        ("链到文件夹", ""),
        ("设备.txt", ""),
        ("空.docx", "空文件"),
        ("零.txt", ""),
        ("太大.docx", "100 MB"),
        ("大.docx", "MB"),
    ]);
    assert_eq!(imported.reports.as_array().unwrap().len(), 1, "{}", imported.reports);
}

#[test]
fn names_that_a_terminal_would_obey_are_shown_and_do_nothing() {
    let workspace = city();
    let names = ["\u{1b}[2J清屏.txt", "换\n行.txt", "\u{202e}倒.txt", "--force", "$(touch x).txt", "`id`.txt"];
    for name in names {
        workspace.write(&format!("收来的/{name}"), "关于放假的通知\n");
    }
    let output = nianbao(workspace.path(), ["import", "--batch", "收来的"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(!told.contains(['\u{1b}', '\u{202e}']), "{told}");
    assert!(told.contains("$(touch x).txt") && told.contains("--force"), "{told}");
    let refused = told.lines().filter(|line| line.contains(".txt")).count();
    assert_eq!(refused, 6, "a name over two lines is one line: {told}");
    assert!(!workspace.path().join("x").exists() && !workspace.path().join("收来的/x").exists());
    assert!(workspace.path().join("content/agencies/jt/2024/report.yaml").is_file());
}

/// Whoever tests as root may read everything.
#[test]
fn what_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let workspace = city();
    workspace.write("收来的/锁着.txt", "关于放假的通知\n");
    let locked = workspace.path().join("收来的/锁着.txt");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    let reason = if File::open(&locked).is_ok() { "" } else { "没有读取它的权限" };
    import_all(&workspace).assert_refused(&[("锁着.txt", reason)]);
}
