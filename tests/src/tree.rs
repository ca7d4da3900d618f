//! Folders as values, to be compared both ways: nothing missing, nothing unexpected.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

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
    let differences = differences(actual, expected);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// Every file that only one of two folders has, and of every file that they have otherwise the first line that differs.
pub(crate) fn differences(actual: &Tree, expected: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (name, bytes) in actual {
        match expected.get(name) {
            None => found.push(format!("{name} is not expected")),
            Some(others) if others != bytes => {
                found.push(format!("{name} is not as expected\n{}", first_difference(bytes, others)));
            }
            Some(_) => {}
        }
    }
    found.extend(expected.keys().filter(|name| !actual.contains_key(*name)).map(|name| format!("{name} is missing")));
    found
}

/// The first line that differs, from both sides; `None` is the end of a file.
fn first_difference(actual: &[u8], expected: &[u8]) -> String {
    let lines = |bytes| String::from_utf8_lossy(bytes).split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
    let (actual, expected) = (lines(actual), lines(expected));
    let at = (0..actual.len()).find(|&at| actual.get(at) != expected.get(at)).unwrap_or(actual.len());
    format!("line {}\n  actual:   {:?}\n  expected: {:?}", at + 1, actual.get(at), expected.get(at))
}

#[cfg(test)]
mod tests {
    use super::{Tree, differences};

    fn tree(files: &[(&str, &str)]) -> Tree {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn equal_folders_have_no_difference() {
        let tree = tree(&[("a", "1\n"), ("b/c", "2\n")]);
        assert_eq!(differences(&tree, &tree), [""; 0]);
    }

    #[test]
    fn both_directions_are_complete() {
        let (less, more) = (tree(&[("a", "1\n")]), tree(&[("a", "1\n"), ("b", "2\n")]));
        assert_eq!(differences(&more, &less), ["b is not expected"]);
        assert_eq!(differences(&less, &more), ["b is missing"]);
    }

    #[test]
    fn every_file_that_differs_is_told_with_its_first_line_that_does() {
        let (actual, expected) = (tree(&[("a", "1\n2\n3\n"), ("b", "1\n")]), tree(&[("a", "1\n0\n0\n"), ("b", "1")]));
        assert_eq!(
            differences(&actual, &expected),
            [
                "a is not as expected\nline 2\n  actual:   Some(\"2\\n\")\n  expected: Some(\"0\\n\")",
                "b is not as expected\nline 1\n  actual:   Some(\"1\\n\")\n  expected: Some(\"1\")",
            ]
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_compared_too() {
        let one = |byte: u8| Tree::from([("a.png".to_owned(), vec![byte])]);
        assert_eq!(differences(&one(0xfe), &one(0xff)).len(), 1);
    }
}
