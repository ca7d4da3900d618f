//! A disk that fails, and a run that is cut off, at each operation in turn.

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use nianbao_disk::{Operation, Rehearsal};

use super::{Disk, StageError, WorkFolder};

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
        Operation::CreateFolder(new.join("site")),
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

/// Where two folders cannot change places at once, a journal says so while they do it step by step, each on the disk before the next.
#[test]
fn step_by_step_with_a_journal_where_there_is_no_call_for_it() {
    let disk = Disk::new();
    disk.publish("yesterday");
    let storage = failing(usize::MAX, false, false);
    disk.publish_on(storage.clone(), "today").unwrap();
    let beside = disk.0.path().canonicalize().unwrap();
    let (target, work) = (beside.join("dist"), beside.join(".dist.nianbao"));
    let [new, old, journal] = ["new", "old", "journal"].map(|name| work.join(name));
    let done = storage.done();
    let begun = done.iter().position(|operation| matches!(operation, Operation::Exchange(..))).expect("tried");
    let settled = || [Operation::SyncFolder(beside.clone()), Operation::SyncFolder(work.clone())];
    let mut expected = vec![
        Operation::Exchange(new.clone(), target.clone()),
        Operation::Create(journal.clone()),
        Operation::Close,
        Operation::SyncFolder(work.clone()),
        Operation::Rename(target.clone(), old.clone()),
    ];
    expected.extend(settled());
    expected.push(Operation::Rename(new.clone(), target));
    expected.extend(settled());
    expected.push(Operation::Remove(journal));
    expected.push(Operation::SyncFolder(work.clone()));
    expected.extend([Operation::Remove(new), Operation::Remove(old)]);
    assert_eq!(done[begun..], expected);
}

/// A scanner or a preview holds what is renamed, for a while or for good.
#[test]
fn what_is_held_by_others_is_waited_for() {
    for (held, is_done) in [(3, true), (9, true), (100, false)] {
        for name in ["old", "dist"] {
            let disk = Disk::new();
            disk.publish("yesterday");
            let count = AtomicUsize::new(0);
            let storage = Rehearsal::new(move |operation| match operation {
                Operation::Exchange(..) => Some(ErrorKind::Unsupported.into()),
                Operation::Rename(from, to) if to.ends_with(name) && !from.ends_with("old") => {
                    (count.fetch_add(1, Ordering::Relaxed) < held).then(|| ErrorKind::ResourceBusy.into())
                }
                _ => None,
            });
            let done = disk.publish_on(storage.clone(), "today");
            assert_eq!(done.is_ok(), is_done, "{held} {name}");
            assert_eq!(disk.published(), if is_done { "today" } else { "yesterday" });
            let pauses = storage.done().into_iter().filter_map(|operation| match operation {
                Operation::Pause(length) => Some(length),
                _ => None,
            });
            let pauses: Vec<Duration> = pauses.collect();
            assert_eq!(pauses.len(), held.min(9), "{held} {name}");
            assert!(pauses.is_sorted() && pauses.iter().sum::<Duration>() < Duration::from_secs(6));
            assert_eq!(disk.beside().len(), 0);
        }
    }
}

/// Neither may the new one come nor the earlier one go back: it is kept aside, and the next run puts it back.
#[test]
fn what_can_be_put_nowhere_is_kept_for_the_next_run() {
    let disk = Disk::new();
    disk.publish("yesterday");
    let storage = Rehearsal::new(|operation| match operation {
        Operation::Exchange(..) => Some(ErrorKind::Unsupported.into()),
        Operation::Rename(_, to) if to.ends_with("dist") => Some(ErrorKind::ResourceBusy.into()),
        _ => None,
    });
    assert!(disk.publish_on(storage, "today").is_err());
    assert!(!disk.target().exists());
    let work = WorkFolder::open(&disk.target()).unwrap();
    assert!(work.recovery().unwrap().to_string().contains("已恢复此前发布的"));
    drop(work);
    assert_eq!((disk.published().as_str(), disk.beside().len()), ("yesterday", 0));
}

/// Somebody put a folder where the publication was taken from.
#[test]
fn what_stands_in_the_place_of_a_publication_that_was_set_aside_is_told() {
    let disk = Disk::new();
    disk.publish("yesterday");
    let work = disk.0.path().join(".dist.nianbao");
    fs::create_dir_all(work.join("new")).unwrap();
    fs::write(work.join("journal"), "").unwrap();
    fs::rename(disk.target(), work.join("old")).unwrap();
    fs::create_dir(disk.target()).unwrap();
    for _ in 0..2 {
        assert!(matches!(WorkFolder::open(&disk.target()), Err(StageError::Displaced { .. })));
    }
    fs::remove_dir(disk.target()).unwrap();
    drop(WorkFolder::open(&disk.target()).unwrap());
    assert_eq!((disk.published().as_str(), disk.beside().len()), ("yesterday", 0));
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
