//! Files that take their places together, cut off and refused at each operation in turn.

use std::fs;
use std::path::Path;

use super::step::{Step, Steps};
use super::{Journal, NotPut, Together, finish};
use crate::Replacement;

const PATHS: [&str; 3] = ["content/a/report.yaml", "content/a/narrative.md", "content/b/2024/report.yaml"];

/// Two files that stand there, and a third whose folder is missing.
fn workspace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("content/a")).unwrap();
    for path in &PATHS[..2] {
        fs::write(folder.path().join(path), "old").unwrap();
    }
    folder
}

fn ready(root: &Path) -> Together {
    let mut together = Together::below(root).unwrap();
    for path in PATHS {
        let target = root.join(path);
        let is_new = !target.exists();
        let new =
            if is_new { Replacement::fresh(&target, &[b"new"]) } else { Replacement::prepare(&target, &[b"new"]) };
        together.add(path, new.unwrap(), is_new);
    }
    together
}

/// What stands in the three places, and how many files there are besides.
fn state(root: &Path) -> ([Option<String>; 3], usize) {
    fn files(folder: &Path) -> usize {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| if path.is_dir() { files(&path) } else { 1 }).sum()
    }
    let texts = PATHS.map(|path| fs::read_to_string(root.join(path)).ok());
    let there = texts.iter().flatten().count();
    (texts, files(root) - there)
}

fn old() -> [Option<String>; 3] {
    [Some("old".to_owned()), Some("old".to_owned()), None]
}

fn new() -> [Option<String>; 3] {
    std::array::from_fn(|_| Some("new".to_owned()))
}

#[test]
fn all_take_their_places_and_nothing_else_is_left() {
    let folder = workspace();
    ready(folder.path()).put().unwrap();
    assert_eq!(state(folder.path()), (new(), 0));
    assert!(!finish(folder.path()).unwrap());
}

#[test]
fn what_is_dropped_leaves_nothing() {
    let folder = workspace();
    drop(ready(folder.path()));
    assert_eq!(state(folder.path()), (old(), 0));
}

#[test]
fn a_new_file_that_somebody_else_made_takes_all_back() {
    let folder = workspace();
    let together = ready(folder.path());
    fs::create_dir_all(folder.path().join("content/b/2024")).unwrap();
    fs::write(folder.path().join(PATHS[2]), "theirs").unwrap();
    assert!(matches!(together.put(), Err(NotPut::Io { path, .. }) if path == PATHS[2]));
    let [a, b, _] = old();
    assert_eq!(state(folder.path()), ([a, b, Some("theirs".to_owned())], 0));
}

/// Cut off with the journal written and `placed` files in their places.
fn cut_off(root: &Path, placed: usize) {
    let mut together = ready(root);
    let steps: Vec<Step> = together.ready.iter().map(|(step, _)| step.clone()).collect();
    let journal = Journal::write(root, &steps).unwrap();
    together.ready.iter_mut().for_each(|(_, new)| new.keep());
    for step in steps.iter().take(placed) {
        let old = root.join(&step.target);
        if old.exists() {
            let kept = step.new.replace(".tmp", ".old");
            fs::hard_link(&old, old.with_file_name(Path::new(&kept).file_name().unwrap())).unwrap();
        }
        fs::create_dir_all(old.parent().unwrap()).unwrap();
        fs::rename(root.join(&step.new), old).unwrap();
    }
    drop(journal);
}

#[test]
fn what_was_cut_off_is_carried_on() {
    for placed in 0..=3 {
        let folder = workspace();
        cut_off(folder.path(), placed);
        assert!(finish(folder.path()).unwrap());
        assert_eq!(state(folder.path()), (new(), 0), "{placed}");
    }
}

#[test]
fn what_was_cut_off_while_it_was_taken_back_is_taken_back() {
    let folder = workspace();
    cut_off(folder.path(), 2);
    let kept = fs::read_dir(folder.path().join("content/a")).unwrap().map(|entry| entry.unwrap().path());
    let kept = kept.filter(|path| path.extension().is_some_and(|ending| ending == "old")).min().unwrap();
    // One of the two, it does not matter which, is as it was.
    let journal = fs::read_to_string(folder.path().join(".nianbao-edits")).unwrap();
    let first = journal.split('\0').next().unwrap().replace(".tmp", ".old");
    let target = if kept.ends_with(Path::new(&first).file_name().unwrap()) { PATHS[0] } else { PATHS[1] };
    fs::rename(&kept, folder.path().join(target)).unwrap();
    assert!(finish(folder.path()).unwrap());
    assert_eq!(state(folder.path()), (old(), 0));
}

#[test]
fn what_somebody_wrote_meanwhile_takes_all_back() {
    let folder = workspace();
    let together = ready(folder.path());
    fs::write(folder.path().join(PATHS[1]), "what somebody wrote").unwrap();
    assert!(matches!(together.put(), Err(NotPut::Changed(path)) if path == PATHS[1]));
    assert_eq!(state(folder.path()), ([old()[0].clone(), Some("what somebody wrote".to_owned()), None], 0));
    assert!(!folder.path().join("content/b").exists());
}

#[test]
fn what_somebody_wrote_since_stays() {
    let folder = workspace();
    cut_off(folder.path(), 0);
    fs::write(folder.path().join(PATHS[0]), "what somebody wrote").unwrap();
    assert!(finish(folder.path()).unwrap());
    let [_, b, c] = new();
    assert_eq!(state(folder.path()), ([Some("what somebody wrote".to_owned()), b, c], 0));
}

#[test]
fn while_one_is_at_work_others_wait() {
    let folder = workspace();
    let steps: Vec<Step> = ready(folder.path()).ready.iter().map(|(step, _)| step.clone()).collect();
    let journal = Journal::write(folder.path(), &steps).unwrap();
    assert_eq!(finish(folder.path()).unwrap_err().kind(), std::io::ErrorKind::ResourceBusy);
    journal.remove().unwrap();
    assert!(!finish(folder.path()).unwrap());
}

#[test]
fn a_journal_from_elsewhere_moves_nothing_of_others() {
    let folder = workspace();
    fs::write(folder.path().join("content/a/.nianbao-a1B2c3.tmp"), "draft").unwrap();
    fs::write(folder.path().join("mine"), "precious").unwrap();
    for [new, target] in [
        ["content/a/.nianbao-a1B2c3.tmp", "../outside"],
        ["content/a/.nianbao-a1B2c3.tmp", "/tmp/outside"],
        ["mine", "content/a/report.yaml"],
        ["content/a/../../.nianbao-a1B2c3.tmp", "content/a/report.yaml"],
    ] {
        let step = Step { new: new.to_owned(), target: target.to_owned(), was: String::new() };
        assert!(!step.is_ours(folder.path()), "{new} {target}");
        fs::write(folder.path().join(".nianbao-edits"), format!("{new}\0{target}\0\0")).unwrap();
        assert!(finish(folder.path()).is_err());
    }
    assert!(folder.path().join("mine").exists() && !folder.path().parent().unwrap().join("outside").exists());
    let steps = Steps::of(folder.path(), Vec::new());
    assert!(!steps.are_going_back());
}
