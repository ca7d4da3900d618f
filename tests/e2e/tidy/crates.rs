//! The crates: data flows one way through them, and each says what it is.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use nianbao_tests::{repository, run};
use serde_json::Value;

/// What each crate may build on ("Data flows one way" in docs/architecture.md). Tests may use any crate.
const MAY_USE: [(&str, &[&str]); 13] = [
    ("model", &[]),
    ("picture", &[]),
    ("disk", &[]),
    ("cache", &["disk"]),
    ("loader", &["picture", "disk", "model"]),
    ("writer", &["model"]),
    ("importer", &["writer", "model"]),
    ("demo", &["writer", "model"]),
    ("workspace", &["loader", "writer", "model"]),
    ("builder", &["picture", "cache", "disk", "model"]),
    ("lsp", &["workspace", "loader", "model"]),
    ("server", &["workspace", "builder", "writer", "loader", "model"]),
    ("cli", &["server", "lsp", "workspace", "importer", "demo", "builder", "writer", "loader", "disk", "model"]),
];

/// Each folder below `crates/` with the folders of the crates that it depends on, tests aside.
fn dependencies() -> Vec<(String, BTreeSet<String>)> {
    let metadata = run(Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--locked", "--offline", "--format-version", "1"])
        .current_dir(repository()));
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let crates = repository().join("crates");
    let folder = |path: &Value| {
        let below = std::path::Path::new(path.as_str()?).strip_prefix(&crates).ok()?;
        Some(below.iter().next()?.to_string_lossy().into_owned())
    };
    let packages = metadata["packages"].as_array().unwrap().iter();
    let used = |package: &Value| {
        let dependencies = package["dependencies"].as_array().unwrap().iter();
        dependencies.filter(|one| one["kind"] != "dev").filter_map(|one| folder(&one["path"])).collect()
    };
    packages.filter_map(|package| Some((folder(&package["manifest_path"])?, used(package)))).collect()
}

#[test]
fn no_crate_builds_on_one_above_it() {
    for (name, used) in dependencies() {
        let allowed = MAY_USE.iter().find(|(crate_name, _)| *crate_name == name);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("say here what crates/{name} may use"));
        for other in used {
            assert!(allowed.contains(&other.as_str()), "crates/{name} must not use crates/{other}");
        }
    }
}

/// Each may only use crates that stand before it.
#[test]
fn what_crates_may_use_makes_no_circle() {
    let mut open: Vec<_> = MAY_USE.to_vec();
    while !open.is_empty() {
        let waiting: Vec<&str> = open.iter().map(|(name, _)| *name).collect();
        let before = open.len();
        open.retain(|(_, used)| used.iter().any(|one| waiting.contains(one)));
        assert!(open.len() < before, "{waiting:?} use each other");
    }
}

#[test]
fn every_crate_says_what_it_is() {
    for (name, _) in dependencies() {
        let readme = repository().join("crates").join(&name).join("README.md");
        let text = fs::read_to_string(&readme).unwrap_or_else(|error| panic!("{}: {error}", readme.display()));
        let title = if name == "cli" { "# nianbao\n".to_owned() } else { format!("# nianbao-{name}\n") };
        assert!(text.starts_with(&title), "{} does not begin with {title:?}", readme.display());
    }
}
