//! Typst is compiled once: building the program and building the tests ask for the same features of every
//! dependency that they share.

use std::collections::BTreeSet;
use std::process::Command;

use nianbao_tests::{repository, run};

/// Every dependency along `edges` with its features.
fn dependencies(edges: &str) -> BTreeSet<String> {
    let listed = run(Command::new(env!("CARGO"))
        .args(["tree", "--workspace", "--locked", "--offline", "--prefix=none", "--format={p}|{f}", "--edges", edges])
        .current_dir(repository()));
    listed.lines().map(|line| line.trim_end_matches(" (*)").replace(" (proc-macro)", "")).collect()
}

#[test]
fn tests_add_no_feature_to_what_the_program_uses() {
    let with_tests = dependencies("normal,build,dev");
    let changed: Vec<String> = dependencies("normal,build").difference(&with_tests).cloned().collect();
    assert!(changed.is_empty(), "make the test dependency an ordinary one of tests/Cargo.toml: {changed:?}");
}
