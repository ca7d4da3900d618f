//! Whatever was edited, in whatever order: a build that takes over publishes what a clean one does.
//!
//! `NIANBAO_KEPT=50` tries as many sequences as somebody wants to wait for.

use std::env;

use nianbao_tests::{Workspace, assert_same, read_tree};
use proptest::collection::vec;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::edits::{Edit, edit};
use super::{build, built, city, clean};

/// Builds after each edit, and compares. Says how many of the builds published something, and how much they took over.
fn follow(workspace: &Workspace, edits: &[Edit], args: &[&str]) -> (usize, usize) {
    let beginning = read_tree(&workspace.path().join("content"));
    let (mut published, mut taken_over) = (0, 0);
    for edit in edits {
        edit.make(workspace, &beginning);
        let finished = build(workspace, args);
        match clean(workspace, args) {
            Ok(clean) => {
                assert_eq!(finished.status, Some(0), "{edit:?}: {}", finished.transcript());
                assert_same(&read_tree(&workspace.path().join("dist")), &clean);
                published += 1;
                taken_over += super::counts(&finished.stdout).map_or(0, |(_, kept)| kept);
            }
            Err(refused) => {
                assert_eq!(finished.status, refused.status, "{edit:?}: {}", finished.transcript());
                assert_eq!(finished.stdout, refused.stdout, "{edit:?}");
                // So that not all that follows is refused, too.
                Edit::Undo.make(workspace, &beginning);
                Edit::NoTemplates.make(workspace, &beginning);
            }
        }
    }
    (published, taken_over)
}

fn sequences() -> TestRunner {
    let config = Config { failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]))
}

#[test]
fn any_sequence_of_edits_is_published_as_by_a_clean_build() {
    let cases = env::var("NIANBAO_KEPT").map_or(1, |cases| cases.parse().expect("a number of sequences"));
    let (mut published, mut taken_over) = (0, 0);
    let mut runner = sequences();
    for _ in 0..cases {
        let edits = vec(edit(), 9).new_tree(&mut runner).unwrap();
        let edits = edits.current();
        let (more, kept) = follow(&city(), &edits, &["--no-pdf"]);
        published += more;
        taken_over += kept;
    }
    assert!(published > 3 && taken_over > published, "{published} builds took over {taken_over} files");
}

/// Few, since each is printed twice.
#[test]
fn pdfs_are_the_same_whatever_was_edited() {
    let workspace = Workspace::copy_of("tests/sites/everything");
    let narrative =
        read_tree(&workspace.path().join("content")).into_keys().find(|path| path.ends_with("narrative.md"));
    let narrative = format!("content/{}", narrative.unwrap());
    let written = workspace.read(&narrative);
    let mut counted = Vec::new();
    // The third time there is a character that not every font has.
    for addition in ["", "\n补充一句。\n", "\n又一句，𬭎字少见。\n", ""] {
        workspace.write(&narrative, written.clone() + addition);
        let (published, counts) = built(&workspace, &[]);
        assert_same(&published, &clean(&workspace, &[]).unwrap());
        counted.push(counts);
    }
    let all = published_files(&workspace);
    assert_eq!(counted, [None, Some((2, all - 2)), Some((2, all - 2)), Some((0, all))]);
}

/// How many pages and PDFs of reports there are.
fn published_files(workspace: &Workspace) -> usize {
    let site = read_tree(&workspace.path().join("dist/site"));
    site.keys().filter(|path| path.ends_with(".html") || path.ends_with(".pdf")).count()
}
