//! What stands as it was made is taken over, and nothing else.

use std::fs;

use nianbao_cache::{Key, KeyMaker};

use super::{Disk, begin, one};
use crate::publish::{Inventory, Ledger, Stage};

const PAGE: &str = "site/index.html";

fn key(of: &str) -> Key {
    KeyMaker::new(of).key()
}

fn stage(disk: &Disk, ledger: &Ledger) -> Stage {
    let files = [PAGE, "site/parts/"].map(str::to_owned).into();
    let stage = begin(&disk.target(), &Inventory { files, ..one() }).unwrap();
    stage.beside(Ledger::from_bytes(&ledger.to_bytes()))
}

/// Publishes a page that was made by the key of its text, and a folder of two files; says whether the page was taken over.
fn publish(disk: &Disk, text: &str, ledger: &Ledger) -> (bool, Ledger) {
    let stage = stage(disk, ledger);
    let taken = stage.take_over(PAGE, &key(text));
    if !taken {
        stage.write(PAGE, text.as_bytes()).unwrap();
        stage.list(PAGE, &key(text), None);
    }
    if !stage.take_over("site/parts/", &key("parts")) {
        for part in ["site/parts/a", "site/parts/b"] {
            stage.write(part, b"part").unwrap();
            stage.list(part, &key("parts"), None);
        }
    }
    let (_, ledger) = stage.publish().unwrap();
    assert_eq!(disk.published(), text);
    assert_eq!(fs::read(disk.target().join("site/parts/b")).unwrap(), b"part");
    (taken, ledger)
}

#[test]
fn a_file_is_taken_over_as_long_as_its_key_is_the_same_and_nobody_touched_it() {
    let disk = Disk::new();
    let (taken, ledger) = publish(&disk, "one", &Ledger::default());
    assert!(!taken);
    let (taken, ledger) = publish(&disk, "one", &ledger);
    assert!(taken);
    let (taken, ledger) = publish(&disk, "two", &ledger);
    assert!(!taken);
    let (taken, ledger) = publish(&disk, "two", &ledger);
    assert!(taken);
    fs::write(disk.target().join(PAGE), "too").unwrap();
    fs::write(disk.target().join("site/parts/b"), "else").unwrap();
    assert!(!publish(&disk, "two", &ledger).0);
}

#[test]
fn what_somebody_writes_while_it_is_taken_over_is_not_taken_over_again() {
    let disk = Disk::new();
    let (_, ledger) = publish(&disk, "one", &Ledger::default());
    let stage = stage(&disk, &ledger);
    assert!(stage.take_over(PAGE, &key("one")));
    fs::write(disk.target().join(PAGE), "somebody's").unwrap();
    let (_, ledger) = stage.publish().unwrap();
    assert!(!publish(&disk, "one", &ledger).0);
}

#[test]
fn what_was_taken_over_for_a_build_that_failed_stays_as_it_was() {
    let disk = Disk::new();
    let (_, ledger) = publish(&disk, "one", &Ledger::default());
    let stage = stage(&disk, &ledger);
    assert!(stage.take_over(PAGE, &key("one")));
    drop(stage);
    assert_eq!(disk.published(), "one");
}
