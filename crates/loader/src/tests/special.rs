//! What lies where a file belongs and is none: pipes, devices, sockets, folders, files that may not be read. Each is told at
//! once, and nothing waits for it.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::sync::mpsc;
use std::time::Duration;

use rustix::fs::{CWD, FileType, Mode, mknodat};

use super::Workspace;
use crate::{Disk, Files, Loaded, ReadError, load};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const PLACES: [&str; 5] = [
    "content/site.yaml",
    "content/agency.yaml",
    "content/2024/report.yaml",
    "content/2024/narrative.md",
    "content/2024/图.png",
];

/// A workspace whose narrative shows a picture.
fn with_picture() -> Workspace {
    let workspace = Workspace::new();
    let narrative = super::NARRATIVE.replace("甲。", "甲。\n\n![图](图.png)");
    workspace.write("content/2024/narrative.md", narrative);
    workspace.write("content/2024/图.png", PNG);
    workspace
}

/// What is read of a workspace, within ten seconds.
fn loaded(workspace: &Workspace) -> Loaded {
    let (disk, (send, receive)) = (Disk::new(workspace.path("")), mpsc::channel());
    std::thread::spawn(move || drop(send.send(load(&disk).expect("a workspace"))));
    receive.recv_timeout(Duration::from_secs(10)).expect("reading waits for something")
}

fn pipe(workspace: &Workspace, path: &str) {
    mknodat(CWD, workspace.path(path), FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
}

fn in_place_of(path: &str, make: impl Fn(&Workspace)) -> Loaded {
    let workspace = with_picture();
    fs::remove_file(workspace.path(path)).expect("was there");
    make(&workspace);
    loaded(&workspace)
}

/// The messages of the findings on a file.
fn told(loaded: &Loaded, name: &str) -> Vec<String> {
    let about = loaded.diagnostics.iter().filter(|finding| {
        let path = finding.place().map(|place| loaded.sources.path(place.file));
        path.is_some_and(|path| path.ends_with(name)) || finding.message.contains(name)
    });
    about.map(|finding| format!("{} {}", finding.code.id, finding.message)).collect()
}

#[test]
fn what_is_no_file_is_told_wherever_a_file_belongs() {
    for path in PLACES {
        let name = path.rsplit('/').next().expect("a name");
        let pipe = in_place_of(path, |workspace| pipe(workspace, path));
        let socket = in_place_of(path, |workspace| drop(UnixListener::bind(workspace.path(path)).expect("a socket")));
        for loaded in [pipe, socket] {
            let told = told(&loaded, name);
            assert!(told.iter().any(|told| told.contains("不是普通的文件")), "{path}: {told:?}");
        }
        let folder = in_place_of(path, |workspace| fs::create_dir(workspace.path(path)).expect("a folder"));
        assert!(!told(&folder, name).is_empty(), "{path}");
        let link = in_place_of(path, |workspace| symlink("/dev/zero", workspace.path(path)).expect("a link"));
        assert!(told(&link, name).iter().any(|told| told.contains("链接")), "{path}");
    }
}

#[test]
fn what_else_lies_there_is_told_too() {
    let workspace = with_picture();
    for path in ["content/2024/甲", "content/2024/另.png", "content/甲", "content/甲.png", "content/agencies/甲"] {
        fs::create_dir_all(workspace.path("content/agencies")).expect("makes it");
        pipe(&workspace, path);
    }
    let told: Vec<String> = loaded(&workspace).diagnostics.into_iter().map(|finding| finding.message).collect();
    assert_eq!(told.iter().filter(|message| message.contains("不是普通的文件")).count(), 5, "{told:?}");
}

#[test]
fn a_pipe_that_comes_after_listing_is_not_waited_for() {
    let workspace = Workspace::new();
    pipe(&workspace, "content/2024/甲.md");
    let disk = Disk::new(workspace.path(""));
    assert!(matches!(disk.read("content/2024/甲.md", 9), Err(ReadError::Special)));
    assert!(matches!(Disk::new("/").read("dev/zero", 9), Err(ReadError::Special)));
    assert!(matches!(Disk::new("/").read("dev/null", 9), Err(ReadError::Special)));
}

#[test]
fn what_may_not_be_read_is_told() {
    let forbid = |path: &'static str| {
        move |workspace: &Workspace| {
            fs::set_permissions(workspace.path(path), fs::Permissions::from_mode(0o0)).expect("forbids it");
        }
    };
    for path in ["content/2024/report.yaml", "content/2024"] {
        let workspace = Workspace::new();
        forbid(path)(&workspace);
        let forbidden = fs::read(workspace.path("content/2024/report.yaml")).is_err();
        let found = loaded(&workspace).diagnostics;
        // Whoever may read everything reads this too.
        assert!(!forbidden || found.iter().any(|finding| finding.message.contains("没有权限")), "{path}: {found:?}");
        fs::set_permissions(workspace.path(path), fs::Permissions::from_mode(0o700)).expect("allows it");
    }
}
