//! What holds for whatever is kept.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use proptest::prelude::*;

use super::*;

fn key(name: &str) -> Key {
    KeyMaker::new("test").with(name).key()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let folders = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let mut files: Vec<_> =
        folders.flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path())).collect();
    files.sort();
    files
}

#[test]
fn what_is_kept_is_found_by_everybody_and_nothing_else_is() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (Cache::open(folder.path()).unwrap(), Cache::open(folder.path()).unwrap());
    one.put(&key("甲"), b"first");
    one.put(&key("空"), b"");
    assert_eq!(other.get(&key("甲")).unwrap(), b"first");
    assert_eq!(other.get(&key("空")).unwrap(), b"");
    assert_eq!(other.get(&key("乙")), None);
    assert_eq!(one.maker("page").with("a").key(), other.maker("page").with("a").key());
    assert_ne!(one.maker("page").with("a").key(), KeyMaker::new("page").with("a").key());
}

#[test]
fn what_is_damaged_or_lies_elsewhere_is_missing_and_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::open(folder.path()).unwrap();
    for name in ["甲", "乙", "丙", "丁"] {
        cache.put(&key(name), name.repeat(500).as_bytes());
    }
    for (at, file) in files(folder.path()).iter().enumerate() {
        let mut bytes = fs::read(file).unwrap();
        match at % 3 {
            0 => bytes.truncate(bytes.len() / 2),
            1 => bytes.clear(),
            _ => bytes[7] ^= 1,
        }
        fs::write(file, bytes).unwrap();
    }
    for name in ["甲", "乙", "丙", "丁"] {
        assert_eq!(cache.get(&key(name)), None);
        cache.put(&key(name), name.as_bytes());
        assert_eq!(cache.get(&key(name)).unwrap(), name.as_bytes());
    }
    let all = files(folder.path());
    fs::copy(&all[0], &all[1]).unwrap();
    let found = ["甲", "乙", "丙", "丁"].map(|name| cache.get(&key(name)));
    for (name, found) in ["甲", "乙", "丙", "丁"].iter().zip(found) {
        assert!(found.is_none_or(|found| found == name.as_bytes()));
    }
}

#[test]
fn the_longest_unused_goes_first() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::open(folder.path()).unwrap();
    for file in files(folder.path()) {
        fs::remove_file(file).unwrap();
    }
    let thing = vec![0; 1000];
    for hours in 1..=8_u64 {
        cache.put(&key(&hours.to_string()), &thing);
        let file = files(folder.path()).into_iter().max_by_key(|file| fs::metadata(file).unwrap().modified().unwrap());
        let long_ago = SystemTime::now() - Duration::from_secs(3600 * (100 - hours));
        File::open(file.unwrap()).unwrap().set_modified(long_ago).unwrap();
    }
    assert!(cache.get(&key("1")).is_some());
    let other = Cache::open(folder.path()).unwrap();
    other.put(&key("new"), b"");
    other.trim(4 * 1032 + 200);
    let left: Vec<u64> = (1..=8).filter(|hours| cache.get(&key(&hours.to_string())).is_some()).collect();
    assert_eq!(left, [1, 6, 7, 8]);
}

#[test]
fn what_this_run_used_stays_however_small_the_limit_is() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::open(folder.path()).unwrap();
    for number in 0..20 {
        cache.put(&key(&number.to_string()), &[0; 100]);
    }
    cache.trim(0);
    assert!((0..20).all(|number| cache.get(&key(&number.to_string())).is_some()));
}

#[test]
fn a_folder_that_takes_nothing_or_is_a_file_costs_nothing_but_time() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cache");
    fs::write(&file, "").unwrap();
    assert!(Cache::open(&file).is_none());
    let cache = Cache::open(&folder.path().join("other")).unwrap();
    fs::remove_dir_all(folder.path().join("other")).unwrap();
    cache.put(&key("甲"), b"first");
    assert_eq!(cache.get(&key("甲")), None);
    cache.trim(0);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("elsewhere")).unwrap();
    std::os::unix::fs::symlink(folder.path().join("elsewhere"), folder.path().join("cache")).unwrap();
    assert!(Cache::open(&folder.path().join("cache")).is_none());
    assert_eq!(fs::read_dir(folder.path().join("elsewhere")).unwrap().count(), 0);
}

proptest! {
    /// Two lists of parts have one key only where they are the same list.
    #[test]
    fn parts_are_told_apart(one: Vec<Vec<u8>>, other: Vec<Vec<u8>>) {
        let key = |parts: &[Vec<u8>]| parts.iter().fold(KeyMaker::new("test"), |maker, part| maker.with(part)).key();
        prop_assert_eq!(key(&one) == key(&other), one == other);
    }
}
