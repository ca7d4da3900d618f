//! Links and special files where a publication is made, and who may enter it.

#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, lchown, symlink};
use std::path::Path;

use rustix::fs::{CWD, FileType, Mode, mknodat};

use super::{Disk, StageError, begin, one};

/// Puts something else at a path; the second is a folder outside.
type Obstacle = fn(&Path, &Path);

fn pipe(path: &Path) {
    mknodat(CWD, path, FileType::Fifo, Mode::from_raw_mode(0o644), 0).unwrap();
}

/// A folder outside, with something in it.
fn precious(disk: &Disk) -> std::path::PathBuf {
    let folder = disk.0.path().join("precious");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("论文.doc"), "precious").unwrap();
    folder
}

fn assert_precious(folder: &Path) {
    let names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["论文.doc"]);
    assert_eq!(fs::read_to_string(folder.join("论文.doc")).unwrap(), "precious");
}

#[test]
fn links_in_the_work_folder_are_removed_not_followed() {
    for name in ["new", "old"] {
        for published in [true, false] {
            let disk = Disk::new();
            let precious = precious(&disk);
            if published {
                disk.publish("yesterday");
            }
            let work = disk.0.path().join(".dist.nianbao");
            fs::create_dir(&work).unwrap();
            symlink(&precious, work.join(name)).unwrap();
            disk.publish("today");
            assert_eq!(disk.published(), "today");
            assert!(!disk.target().is_symlink());
            assert_precious(&precious);
            assert_eq!(disk.beside(), ["precious"]);
        }
    }
}

#[test]
fn special_files_in_the_work_folder_hang_nothing() {
    for name in ["new", "old"] {
        let disk = Disk::new();
        disk.publish("yesterday");
        fs::create_dir(disk.0.path().join(".dist.nianbao")).unwrap();
        pipe(&disk.0.path().join(".dist.nianbao").join(name));
        disk.publish("today");
        assert_eq!((disk.published().as_str(), disk.beside().len()), ("today", 0));
    }
}

#[test]
fn a_work_folder_or_a_lock_that_is_something_else_is_refused() {
    let obstacles: [(&str, Obstacle); 6] = [
        (".dist.nianbao", |path, precious| symlink(precious, path).unwrap()),
        (".dist.nianbao", |path, _| pipe(path)),
        (".dist.nianbao", |path, _| fs::write(path, "").unwrap()),
        (".dist.nianbao/lock", |path, precious| symlink(precious.join("论文.doc"), path).unwrap()),
        (".dist.nianbao/lock", |path, _| pipe(path)),
        (".dist.nianbao/lock", |path, _| fs::create_dir(path).unwrap()),
    ];
    for (name, put) in obstacles {
        let disk = Disk::new();
        disk.publish("yesterday");
        let precious = precious(&disk);
        let path = disk.0.path().join(name);
        if name.contains('/') {
            fs::create_dir(path.parent().unwrap()).unwrap();
        }
        put(&path, &precious);
        match begin(&disk.target(), &one()) {
            Err(StageError::Obstacle(told)) => assert!(told.ends_with(name), "{}", told.display()),
            other => panic!("{name}: {other:?}"),
        }
        assert_precious(&precious);
        assert_eq!(disk.published(), "yesterday");
        assert!(fs::symlink_metadata(&path).is_ok());
    }
}

#[test]
fn a_published_folder_that_is_something_else_is_refused() {
    let disk = Disk::new();
    pipe(&disk.target());
    assert!(matches!(begin(&disk.target(), &one()), Err(StageError::NotAFolder(_))));
    let disk = Disk::new();
    symlink(disk.0.path().join("not mounted"), disk.target()).unwrap();
    assert!(matches!(begin(&disk.target(), &one()), Err(StageError::DanglingLink(_))));
    assert!(disk.target().is_symlink());
    let disk = Disk::new();
    fs::create_dir(disk.target()).unwrap();
    pipe(&disk.target().join(".nianbao.json"));
    assert!(matches!(begin(&disk.target(), &one()), Err(StageError::NotOurs(_))));
}

#[test]
fn mode_and_group_stay() {
    // Only root may give a folder to any group.
    let is_root = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    for mode in [0o750, 0o2775] {
        let disk = Disk::new();
        disk.publish("yesterday");
        if is_root {
            lchown(disk.target(), None, Some(1234)).unwrap();
        }
        fs::set_permissions(disk.target(), Permissions::from_mode(mode)).unwrap();
        let group = fs::metadata(disk.target()).unwrap().gid();
        disk.publish("today");
        assert_eq!(fs::metadata(disk.target()).unwrap().mode() & 0o7777, mode);
        for path in ["", "site", "site/index.html", ".nianbao.json"] {
            assert_eq!(fs::metadata(disk.target().join(path)).unwrap().gid(), group, "{path}");
        }
    }
}
