//! A disk that fails, and a run that is cut off, at each operation in turn.

use std::io::{Error, ErrorKind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use nianbao_disk::{Operation, Rehearsal};

use super::{Disk, WorkFolder};

/// More operations than a publication takes.
const MANY: usize = 100;

/// Whether a system can exchange two names.
type Exchanges = bool;

/// A disk whose operation `at` fails, and all after it if it is `cut` off there.
fn failing(at: usize, cut: bool, exchanges: Exchanges) -> Rehearsal {
    let count = AtomicUsize::new(0);
    Rehearsal::new(move |operation| {
        let now = count.fetch_add(1, Ordering::Relaxed);
        match operation {
            _ if now == at || cut && now > at => Some(ErrorKind::StorageFull.into()),
            Operation::Exchange(..) if !exchanges => Some(ErrorKind::Unsupported.into()),
            _ => None,
        }
    })
}

#[test]
fn written_then_synced_then_swapped_then_synced_and_only_then_removed() {
    let disk = Disk::new();
    disk.publish("yesterday");
    let storage = Rehearsal::new(|_| None);
    disk.publish_on(storage.clone(), "today").unwrap();
    let [beside, target] = [disk.0.path().canonicalize().unwrap(), disk.0.path().canonicalize().unwrap().join("dist")];
    let work = beside.join(".dist.nianbao");
    let [new, old] = ["new", "old"].map(|name| work.join(name));
    let done = storage.done();
    let at = |wanted: &Operation| done.iter().rposition(|operation| operation == wanted).expect("done");
    let begun = at(&Operation::CreateFolder(new.clone()));
    let expected = [
        Operation::CreateFolder(new.clone()),
        Operation::Create(new.join(".nianbao.json")),
        Operation::Close,
        Operation::Create(new.join("site/index.html")),
        Operation::Close,
        Operation::SyncTree(new.clone()),
        Operation::SyncFolder(work.clone()),
        Operation::Exchange(new.clone(), target),
        Operation::Rename(new.clone(), old.clone()),
        Operation::SyncFolder(beside),
        Operation::SyncFolder(work),
        Operation::Remove(new),
        Operation::Remove(old),
    ];
    assert_eq!(done[begun..], expected);
}

/// Where the disk fails once, nothing is published, unless only the cleaning failed, and nothing is left.
#[test]
fn a_disk_that_fails_anywhere_leaves_the_earlier_site() {
    for exchanges in [true, false] {
        for at in 0..MANY {
            let disk = Disk::new();
            disk.publish("yesterday");
            let done = disk.publish_on(failing(at, false, exchanges), "today");
            assert_eq!(disk.published(), if done.is_ok() { "today" } else { "yesterday" }, "{at}");
            disk.publish("tomorrow");
            assert_eq!((disk.published().as_str(), disk.beside().len()), ("tomorrow", 0), "{at}");
        }
    }
}

#[test]
fn a_disk_that_fails_at_the_first_publication_leaves_nothing() {
    for at in 0..MANY {
        let disk = Disk::new();
        let done = disk.publish_on(failing(at, false, true), "today");
        assert_eq!(disk.target().exists(), done.is_ok(), "{at}");
        disk.publish("tomorrow");
        assert_eq!((disk.published().as_str(), disk.beside().len()), ("tomorrow", 0), "{at}");
    }
}

/// From some operation on nothing happens any more: neither publishing nor cleaning up.
#[test]
fn a_run_that_is_cut_off_anywhere_leaves_a_whole_site_or_is_recovered() {
    for exchanges in [true, false] {
        let mut restored = 0;
        for at in 0..MANY {
            let disk = Disk::new();
            disk.publish("yesterday");
            drop(disk.publish_on(failing(at, true, exchanges), "today"));
            let whole = disk.target().exists();
            let work = WorkFolder::open(&disk.target()).unwrap();
            let told = work.recovery().map(ToString::to_string).unwrap_or_default();
            drop(work);
            assert!(["yesterday", "today"].contains(&disk.published().as_str()), "{at}");
            if !whole {
                restored += 1;
                assert!(told.contains("已恢复此前发布的") && told.ends_with("（1 份报告）。"), "{at}: {told}");
                assert_eq!(disk.published(), "yesterday");
            }
            assert_eq!(disk.beside().len(), 0, "{at}");
        }
        assert_eq!(restored > 0, !exchanges);
    }
}

#[test]
fn an_error_of_the_disk_is_said_plainly() {
    let disk = Disk::new();
    let broken =
        Rehearsal::new(|operation| matches!(operation, Operation::SyncTree(_)).then(|| Error::from_raw_os_error(5)));
    let told = disk.publish_on(broken, "today").unwrap_err().to_string();
    assert!(told.contains("磁盘出错了"), "{told}");
    assert!(!Path::new(&disk.target()).exists());
}
