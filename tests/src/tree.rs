//! Folders as values, to be compared both ways: nothing missing, nothing unexpected.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::{Sheet, sheets};

/// The files below a folder by their paths.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Reads the folder at `root`; empty where there is none.
pub fn read(root: &Path) -> Tree {
    let mut tree = Tree::new();
    collect(root, root, &mut tree);
    tree
}

fn collect(root: &Path, folder: &Path, tree: &mut Tree) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            collect(root, &path, tree);
        } else {
            let name = path.strip_prefix(root).expect("a path below the root").to_string_lossy().into_owned();
            tree.insert(name, fs::read(&path).expect("a readable file"));
        }
    }
}

/// Compares two folders, byte for byte.
pub fn assert_same(actual: &Tree, expected: &Tree) {
    let names = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>().join("\n");
    snapbox::assert_data_eq!(names(actual), names(expected));
    for (name, bytes) in actual {
        assert!(expected.get(name) == Some(bytes), "{name} differs");
    }
}

/// Compares a produced folder with the expected one, or, with `SNAPSHOTS=overwrite`, accepts it. Workbooks are compared
/// by the text of their cells.
pub fn assert_tree(actual: &Path, expected: &Path) {
    let actual = readable(read(actual));
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        accept(&actual, expected);
    }
    let expected = read(expected);
    let names = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>().join("\n");
    snapbox::assert_data_eq!(names(&actual), names(&expected));
    for (name, bytes) in &actual {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(
            expected.get(name) == Some(bytes),
            "{name} is not as expected\n{}",
            first_difference(&text(bytes), &text(&expected[name]))
        );
    }
}

/// The same with each workbook replaced by what stands in its cells.
fn readable(tree: Tree) -> Tree {
    let text = |(name, bytes): (String, Vec<u8>)| match name.strip_suffix(".xlsx") {
        Some(_) => (format!("{name}.txt"), sheets(&bytes).iter().map(Sheet::text).collect::<String>().into_bytes()),
        None => (name, bytes),
    };
    tree.into_iter().map(text).collect()
}

fn accept(tree: &Tree, expected: &Path) {
    drop(fs::remove_dir_all(expected));
    for (name, bytes) in tree {
        let file = expected.join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a writable folder");
        fs::write(file, bytes).expect("a writable file");
    }
}

/// The first line that differs, from both sides.
fn first_difference(actual: &str, expected: &str) -> String {
    let lines = actual.lines().map(Some).chain(std::iter::repeat(None));
    let others = expected.lines().map(Some).chain(std::iter::repeat(None));
    let count = actual.lines().count().max(expected.lines().count());
    lines
        .zip(others)
        .take(count)
        .enumerate()
        .find(|(_, (actual, expected))| actual != expected)
        .map_or_else(String::new, |(at, (actual, expected))| {
            format!("line {}\n  actual:   {actual:?}\n  expected: {expected:?}", at + 1)
        })
}
