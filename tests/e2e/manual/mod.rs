//! The manual: its messages are the program's, its links lead somewhere, its pages are for anybody, its pictures are fresh.

mod links;
mod mistakes;
mod pages;
mod picture;
mod pictures;

use std::path::PathBuf;

use nianbao_tests::repository;

/// The city of the manual's examples.
const CITY: &str = "tests/manual";

/// Where the manual stands.
fn docs() -> PathBuf {
    repository().join("docs")
}

/// Whether what was made is accepted as what is expected.
fn accepts() -> bool {
    std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite")
}
