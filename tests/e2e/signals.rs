//! A signal ends every command within a second, whatever it does, and nothing is torn.

use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nianbao_tests::{Workspace, nianbao, read_tree};

/// A second, and as much again for machines that are busy with other tests.
const SOON: Duration = Duration::from_secs(2);

/// Long enough for the program to listen, long before anything below is over.
const MOMENTS: [u64; 3] = [60, 200, 700];

/// A city that takes a while to be read, and much longer to be printed.
fn city() -> Workspace {
    let workspace = Workspace::empty();
    let made = nianbao(workspace.path(), ["demo", ".", "--agencies", "120", "--years", "3"]).output().unwrap();
    assert!(made.status.success());
    workspace
}

fn send(signal: &str, child: &Child) {
    let sent = Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

/// Its exit status, which it must have soon.
fn status(mut child: Child, what: &str) -> Option<i32> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        if begun.elapsed() > SOON {
            child.kill().unwrap();
            panic!("{what} does not end");
        }
        sleep(Duration::from_millis(5));
    }
}

#[test]
fn every_command_ends_within_a_second() {
    let workspace = city();
    for (args, signal) in [
        (&["check"][..], "-TERM"),
        (&["check", "--fix"], "-HUP"),
        (&["build", "--out", "out"], "-TERM"),
        (&["build", "--no-pdf", "--out", "out"], "-INT"),
        (&["status"], "-INT"),
        (&["demo", "more", "--agencies", "900"], "-TERM"),
    ] {
        for moment in MOMENTS {
            let child = nianbao(workspace.path(), args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            sleep(Duration::from_millis(moment));
            send(signal, &child);
            let ended = status(child, &format!("{args:?} after {moment} ms"));
            // A quick machine may be done before.
            assert!(matches!(ended, Some(130 | 0 | 1 | 2)), "{args:?} after {moment} ms: {ended:?}");
        }
    }
}

#[test]
fn somebody_who_does_not_read_keeps_no_command_alive() {
    let workspace = city();
    // More than a pipe holds.
    for args in [&["explain"][..], &["status", "--format", "html"], &["check", "--format", "json"]] {
        let child = nianbao(workspace.path(), args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        sleep(Duration::from_millis(1500));
        send("-TERM", &child);
        assert!(matches!(status(child, &format!("{args:?}")), Some(130 | 0 | 1)), "{args:?}");
    }
}

#[test]
fn an_interrupted_build_is_made_good_by_the_next() {
    let workspace = Workspace::real();
    let build = |jobs: &[&str]| nianbao(workspace.path(), [&["build"], jobs].concat());
    assert!(build(&[]).output().unwrap().status.success());
    let published = read_tree(&workspace.path().join("dist"));
    for moment in [50, 300, 900] {
        let child = build(&[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        sleep(Duration::from_millis(moment));
        send("-TERM", &child);
        status(child, "build");
        assert!(read_tree(&workspace.path().join("dist")) == published, "after {moment} ms");
    }
    assert!(build(&[]).output().unwrap().status.success());
    assert!(read_tree(&workspace.path().join("dist")) == published);
    let left = std::fs::read_dir(workspace.path()).unwrap().count();
    assert_eq!(left, 3, "something is left beside content, dist and what is kept for later builds");
}
