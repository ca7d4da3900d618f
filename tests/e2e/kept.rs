//! What is taken over from earlier builds is what would be made anew, to the byte.

mod edits;
mod lost;
mod property;
mod taken_over;
mod timings;

use nianbao_tests::{Finished, Tree, Workspace, nianbao, read_tree};

/// A made-up city of a few agencies and two years.
fn city() -> Workspace {
    let workspace = Workspace::empty();
    let arguments = ["demo", "made", "--agencies", "6", "--years", "2", "--seed", "3"];
    let made = nianbao(workspace.path(), arguments).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let content = read_tree(&workspace.path().join("made/content"));
    let city = Workspace::empty();
    for (path, bytes) in content {
        city.write(&format!("content/{path}"), bytes);
    }
    city
}

fn build(workspace: &Workspace, args: &[&str]) -> Finished {
    let args = [&["build"], args].concat();
    nianbao(workspace.path(), args).output().unwrap().into()
}

/// What a build made, and how many pages and PDFs it rendered and took over.
fn built(workspace: &Workspace, args: &[&str]) -> (Tree, Option<(usize, usize)>) {
    let finished = build(workspace, args);
    assert_eq!(finished.status, Some(0), "{}", finished.transcript());
    (read_tree(&workspace.path().join("dist")), counts(&finished.stdout))
}

fn counts(stdout: &str) -> Option<(usize, usize)> {
    let line = stdout.lines().find_map(|line| line.strip_prefix("网页和 PDF：生成 "))?;
    let (made, kept) = line.strip_suffix('。').unwrap().split_once("，沿用 ").unwrap();
    Some((made.parse().unwrap(), kept.parse().unwrap()))
}

/// The same without anything that was kept, in a folder of its own.
fn clean(workspace: &Workspace, args: &[&str]) -> Result<Tree, Finished> {
    let elsewhere = tempfile::tempdir().unwrap();
    let out = elsewhere.path().join("dist");
    let finished = build(workspace, &[args, &["--no-cache", "--out", out.to_str().unwrap()]].concat());
    if finished.status == Some(0) { Ok(read_tree(&out)) } else { Err(finished) }
}
