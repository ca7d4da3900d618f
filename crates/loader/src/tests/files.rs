//! The same content is read the same, wherever its files come from.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;

use super::{AGENCY, SITE, Workspace};
use crate::{DirEntry, Disk, EntryKind, Files, LoadError, Loaded, Memory, Overlay, ReadError, load};

type Contents = BTreeMap<String, Vec<u8>>;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every folder of the repository that is a workspace.
fn workspaces() -> Vec<PathBuf> {
    let cases = ["tests/invalid", "tests/sites", "tests/data/reports"].map(|folder| repository().join(folder));
    let cases = cases.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let cases = cases.map(|entry| entry.expect("an entry").path()).filter(|path| path.join("content").is_dir());
    cases.chain([repository(), repository().join("tests/data/city")]).collect()
}

/// Every file below `folder`; nothing where there are links, which only a disk has.
fn contents(files: &Disk, folder: &str) -> Option<Contents> {
    let mut contents = Contents::new();
    for DirEntry { name, kind } in files.list(folder).expect("a folder") {
        let path = format!("{folder}/{name}");
        match kind {
            EntryKind::File => {
                let bytes = files.read(&path, u64::MAX - 1).expect("a file");
                contents.insert(path, bytes);
            }
            EntryKind::Folder => contents.extend(self::contents(files, &path)?),
            EntryKind::Link | EntryKind::Other => return None,
        }
    }
    Some(contents)
}

fn assert_same(found: &Loaded, expected: &Loaded, what: &str) {
    assert_eq!(found.municipality, expected.municipality, "{what}");
    assert_eq!(found.diagnostics, expected.diagnostics, "{what}");
    assert_eq!(found.sources, expected.sources, "{what}");
}

#[test]
fn real_content_is_the_same_from_disk_memory_and_editors() {
    let mut read = 0;
    for workspace in workspaces() {
        let disk = Disk::new(&workspace);
        let Some(contents) = contents(&disk, "content") else { continue };
        let expected = load(&disk).expect("a workspace");
        let all: Memory = contents.clone().into_iter().collect();
        let some: Memory = contents.into_iter().step_by(2).collect();
        let what = workspace.display().to_string();
        assert_same(&load(&all).expect("a workspace"), &expected, &what);
        assert_same(&load(&Overlay::new(Memory::new(), all)).expect("a workspace"), &expected, &what);
        assert_same(&load(&Overlay::new(disk, some)).expect("a workspace"), &expected, &what);
        read += 1;
    }
    assert!(read > 80, "{read}");
}

#[test]
fn unsaved_texts_win_over_what_is_saved() {
    let workspace = Workspace::new();
    let disk = Disk::new(workspace.path(""));
    let unsaved = [
        ("content/agency.yaml", "名称: 改名市人民政府\n"),
        ("content/agencies/a/agency.yaml", "名称: 新机关\n"),
        ("content/2024/新.txt", ""),
    ];
    let loaded = load(&Overlay::new(disk.clone(), unsaved.into_iter().collect())).expect("a workspace");
    let codes: Vec<&str> = loaded.diagnostics.iter().map(|finding| finding.code.id).collect();
    assert_eq!(codes, ["S008"]);
    let root = loaded.municipality.expect("a municipality").root;
    assert_eq!((root.name.value.as_str(), root.reports.len()), ("改名市人民政府", 1));
    assert_eq!(root.children[0].name.value, "新机关");
    assert_eq!(load(&disk).expect("a workspace").municipality.expect("a municipality").root.children, []);
}

#[test]
fn without_a_content_folder_nothing_is_read() {
    let files: Memory = [("site.yaml", SITE), ("agency.yaml", AGENCY)].into_iter().collect();
    assert!(matches!(load(&files), Err(LoadError::NoContent(name)) if name == files.name()));
    let files: Memory = [("content", "")].into_iter().collect();
    assert!(matches!(load(&files), Err(LoadError::NoContent(_))));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_told_from_files() {
    let workspace = Workspace::new();
    std::os::unix::fs::symlink("agency.yaml", workspace.path("content/链接")).expect("a link");
    std::os::unix::net::UnixListener::bind(workspace.path("content/插座")).expect("a socket");
    let disk = Disk::new(workspace.path(""));
    let kinds: BTreeMap<String, EntryKind> =
        disk.list("content").expect("a folder").into_iter().map(|entry| (entry.name, entry.kind)).collect();
    assert_eq!((kinds["链接"], kinds["插座"], kinds["2024"]), (EntryKind::Link, EntryKind::Other, EntryKind::Folder));
    assert!(matches!(disk.read("content/链接", 9999), Err(ReadError::Link)));
    // What is saved through a link lands elsewhere.
    let unsaved = [("content/链接", AGENCY)].into_iter().collect();
    let entries = Overlay::new(disk, unsaved).list("content").expect("a folder");
    assert!(entries.contains(&DirEntry { name: "链接".into(), kind: EntryKind::Link }));
}

#[cfg(unix)]
#[test]
fn a_folder_whose_name_is_not_utf8_is_read() {
    use std::os::unix::ffi::OsStrExt;
    let workspace = Workspace::new();
    let folder = workspace.path("content/agencies").join(std::ffi::OsStr::from_bytes(b"\xcd\xb6\xb4\xd9\xbe\xd6"));
    fs::create_dir_all(&folder).expect("makes it");
    fs::write(folder.join("agency.yaml"), "名称: 投促局\n").expect("writes it");
    assert_eq!(workspace.codes(), ["S006"]);
    let root = workspace.load().municipality.expect("a municipality").root;
    assert_eq!(root.children[0].name.value, "投促局");
}

/// Some files in a few folders, none of which is a folder, too.
fn tree() -> impl Strategy<Value = Contents> {
    let path = prop::collection::vec(prop::sample::select(vec!["a", "a.b", "a-", "b", "年"]), 1..4);
    let files = prop::collection::btree_map(path, prop::collection::vec(any::<u8>(), 0..4), 0..12);
    files.prop_map(|files| {
        let is_folder = |path: &[&str]| files.keys().any(|other| other.len() > path.len() && other.starts_with(path));
        files.iter().filter(|(path, _)| !is_folder(path)).map(|(path, bytes)| (path.join("/"), bytes.clone())).collect()
    })
}

/// What a way to the files says of `path`, as folder and as file.
fn answers(files: &dyn Files, path: &str) -> (Result<Vec<DirEntry>, std::io::ErrorKind>, Result<Vec<u8>, String>) {
    let read = files.read(path, 2).map_err(|error| match error {
        ReadError::Io(error) => error.kind().to_string(),
        other => other.to_string(),
    });
    (files.list(path).map_err(|error| error.kind()), read)
}

proptest! {
    #[test]
    fn any_tree_is_the_same_from_disk_memory_and_editors(tree in tree(), split in 0_usize..12) {
        let folder = TempDir::new().expect("a folder");
        for (path, bytes) in &tree {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("makes it");
            fs::write(path, bytes).expect("writes it");
        }
        let disk = Disk::new(folder.path());
        let memory: Memory = tree.clone().into_iter().collect();
        let (saved, unsaved) = (tree.clone().into_iter().take(split), tree.clone().into_iter().skip(split));
        let overlay = Overlay::new(saved.collect::<Memory>(), unsaved.collect());
        let steps = tree.keys().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]).chain([path.as_str()]));
        for path in steps.chain(["c"]) {
            let expected = answers(&disk, path);
            prop_assert_eq!(answers(&memory, path), expected.clone(), "{}", path);
            prop_assert_eq!(answers(&overlay, path), expected, "{}", path);
        }
    }
}
