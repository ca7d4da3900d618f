//! What others do beside a build that is under way.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use nianbao_disk::{Operation, Rehearsal};

use super::{Disk, Stage, StageError, WorkFolder, begin, one};

#[test]
fn what_somebody_puts_there_during_a_build_is_not_deleted() {
    let disk = Disk::new();
    disk.publish("yesterday");
    let stage = begin(&disk.target(), &one()).unwrap();
    stage.write("site/index.html", b"today").unwrap();
    fs::write(disk.target().join("site/报送函.docx"), "precious").unwrap();
    assert!(matches!(stage.publish(), Err(StageError::ForeignFiles { .. })));
    assert_eq!(disk.published(), "yesterday");
    assert_eq!(fs::read_to_string(disk.target().join("site/报送函.docx")).unwrap(), "precious");
    assert_eq!(disk.beside(), [""; 0]);
}

/// After the last look at it and before it is replaced.
#[test]
fn what_somebody_puts_there_at_the_last_moment_is_not_deleted() {
    for at in [
        |operation: &Operation| matches!(operation, Operation::Exchange(..)),
        |operation: &Operation| matches!(operation, Operation::SyncFolder(folder) if folder.join(".dist.nianbao/old").exists()),
    ] {
        let disk = Disk::new();
        disk.publish("yesterday");
        let beside = disk.0.path().to_owned();
        let storage = Rehearsal::new(move |operation| {
            if at(operation) {
                let old = beside.join(".dist.nianbao/old");
                let folder = if old.exists() { old } else { beside.join("dist") };
                fs::write(folder.join("site/报送函.docx"), "precious").unwrap();
            }
            None
        });
        assert!(matches!(disk.publish_on(storage, "today"), Err(StageError::ForeignFiles { .. })));
        assert_eq!(disk.published(), "yesterday");
        assert_eq!(fs::read_to_string(disk.target().join("site/报送函.docx")).unwrap(), "precious");
        assert_eq!(disk.beside(), [""; 0]);
    }
}

/// The next run finds an earlier publication that was taken away with somebody's file in it.
#[test]
fn what_somebody_put_there_before_a_kill_is_not_deleted() {
    let disk = Disk::new();
    disk.publish("yesterday");
    let old = disk.0.path().join(".dist.nianbao/old");
    fs::create_dir(old.parent().unwrap()).unwrap();
    fs::rename(disk.target(), &old).unwrap();
    fs::create_dir(disk.target()).unwrap();
    fs::write(old.join("site/报送函.docx"), "precious").unwrap();
    match WorkFolder::open(&disk.target()).map(drop) {
        Err(StageError::ForeignFiles { path, files }) => {
            assert!(path.ends_with(".dist.nianbao/old"));
            assert_eq!(files, ["site/报送函.docx"]);
        }
        other => panic!("{other:?}"),
    }
    assert!(old.join("site/报送函.docx").exists());
}

/// The lock is removed while others wait for it; still only one has it.
#[test]
fn one_run_at_a_time_holds_a_folder() {
    let disk = Disk::new();
    let (holding, held) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..200 {
                    let work = match WorkFolder::open(&disk.target()) {
                        Ok(work) => work,
                        Err(StageError::Busy(_)) => continue,
                        Err(error) => panic!("{error}"),
                    };
                    assert_eq!(holding.fetch_add(1, Ordering::SeqCst), 0);
                    let stage = Stage::begin(work, &one()).unwrap();
                    held.fetch_add(1, Ordering::SeqCst);
                    assert_eq!(holding.fetch_sub(1, Ordering::SeqCst), 1);
                    drop(stage);
                }
            });
        }
    });
    assert!(held.into_inner() > 0);
    assert_eq!(disk.beside(), [""; 0]);
}
