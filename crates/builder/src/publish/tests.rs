//! What stands in the published folder after builds that end well, badly or not at all.

mod interrupted;
mod ledger;
mod meanwhile;
mod obstacles;

use std::fs;
use std::path::{Path, PathBuf};

use nianbao_disk::Storage;

use super::{Inventory, Stage, StageError, WorkFolder};

fn one() -> Inventory {
    Inventory {
        reports: 1,
        complete: true,
        pdf: true,
        proof: false,
        shard: None,
        files: ["site/index.html".to_owned()].into(),
    }
}

fn begin(target: &Path, inventory: &Inventory) -> Result<Stage, StageError> {
    Stage::begin(WorkFolder::open(target)?, inventory)
}

struct Disk(tempfile::TempDir);

impl Disk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn target(&self) -> PathBuf {
        self.0.path().join("dist")
    }

    fn publish(&self, text: &str) {
        let stage = begin(&self.target(), &one()).unwrap();
        stage.write("site/index.html", text.as_bytes()).unwrap();
        stage.publish().unwrap();
    }

    /// The same on the disk that `storage` is.
    fn publish_on(&self, storage: impl Storage + 'static, text: &str) -> Result<PathBuf, StageError> {
        let work = WorkFolder::open_on(&self.target(), |_| Box::new(storage))?;
        let stage = Stage::begin(work, &one())?;
        stage.write("site/index.html", text.as_bytes())?;
        stage.publish().map(|(target, _)| target)
    }

    fn published(&self) -> String {
        fs::read_to_string(self.target().join("site/index.html")).unwrap()
    }

    /// Everything beside the published folder.
    fn beside(&self) -> Vec<String> {
        let names = fs::read_dir(self.0.path()).unwrap().map(|entry| entry.unwrap().file_name());
        names.map(|name| name.to_string_lossy().into_owned()).filter(|name| name != "dist").collect()
    }
}

#[test]
fn the_new_replaces_the_old_whole() {
    let disk = Disk::new();
    disk.publish("yesterday");
    fs::write(disk.target().join("site/Thumbs.db"), "").unwrap();
    disk.publish("today");
    assert_eq!(disk.published(), "today");
    assert!(!disk.target().join("site/Thumbs.db").exists());
    assert_eq!(disk.beside(), [""; 0]);
}

#[test]
fn a_build_that_fails_changes_nothing() {
    let disk = Disk::new();
    disk.publish("yesterday");
    let stage = begin(&disk.target(), &one()).unwrap();
    stage.write("site/index.html", b"half").unwrap();
    drop(stage);
    assert_eq!(disk.published(), "yesterday");
    assert_eq!(disk.beside(), [""; 0]);
}

#[test]
fn what_a_killed_build_left_is_cleaned_up() {
    let disk = Disk::new();
    disk.publish("yesterday");
    let left = disk.0.path().join(".dist.nianbao");
    fs::create_dir_all(left.join("new/site")).unwrap();
    fs::write(left.join("new/site/half.html"), "half").unwrap();
    fs::write(left.join("lock"), "").unwrap();
    disk.publish("today");
    assert_eq!(disk.published(), "today");
    assert!(!disk.target().join("site/half.html").exists());
    assert_eq!(disk.beside(), [""; 0]);
}

#[test]
fn two_builds_do_not_share_a_folder() {
    let disk = Disk::new();
    let first = begin(&disk.target(), &one()).unwrap();
    assert!(matches!(begin(&disk.target(), &one()), Err(StageError::Busy(_))));
    first.write("site/index.html", b"first").unwrap();
    first.publish().unwrap();
    assert_eq!(disk.published(), "first");
}

#[test]
fn what_is_not_ours_is_not_replaced() {
    let disk = Disk::new();
    fs::create_dir(disk.target()).unwrap();
    fs::write(disk.target().join("论文.doc"), "precious").unwrap();
    assert!(matches!(begin(&disk.target(), &one()), Err(StageError::NotOurs(_))));
    assert!(disk.target().join("论文.doc").exists());
    assert_eq!(disk.beside(), [""; 0]);
}

#[test]
fn what_somebody_put_there_is_not_deleted() {
    let disk = Disk::new();
    disk.publish("yesterday");
    fs::write(disk.target().join("site/报送函.docx"), "precious").unwrap();
    match begin(&disk.target(), &one()) {
        Err(StageError::ForeignFiles { files, .. }) => assert_eq!(files, ["site/报送函.docx"]),
        other => panic!("{other:?}"),
    }
    assert!(disk.target().join("site/报送函.docx").exists());
}

#[test]
fn a_folder_of_ours_holds_files_by_any_name() {
    let disk = Disk::new();
    let inventory = Inventory { files: ["site/index/".to_owned()].into(), ..one() };
    let stage = begin(&disk.target(), &inventory).unwrap();
    stage.write("site/index/a1b2c3", b"yesterday").unwrap();
    stage.publish().unwrap();
    disk.publish("today");
    assert!(!disk.target().join("site/index").exists());
}

#[test]
fn an_empty_folder_and_a_missing_one_are_filled() {
    let disk = Disk::new();
    fs::create_dir(disk.target()).unwrap();
    disk.publish("first");
    assert_eq!(disk.published(), "first");
    let deep = disk.0.path().join("a/b/c");
    begin(&deep, &one()).unwrap().publish().unwrap();
    assert!(deep.is_dir());
}

#[test]
fn a_file_is_not_a_folder() {
    let disk = Disk::new();
    fs::write(disk.target(), "").unwrap();
    assert!(matches!(begin(&disk.target(), &one()), Err(StageError::NotAFolder(_))));
}

#[test]
fn a_part_does_not_replace_a_fuller_publication() {
    let disk = Disk::new();
    let publish = |reports, complete| {
        let stage = begin(&disk.target(), &Inventory { reports, complete, ..one() })?;
        stage.write("site/index.html", format!("{reports}").as_bytes())?;
        stage.publish().map(|(target, _)| target)
    };
    publish(300, true).unwrap();
    assert!(matches!(publish(1, false), Err(StageError::FewerReports { published: 300, selected: 1, .. })));
    assert_eq!(disk.published(), "300");
    publish(299, true).unwrap();
    assert_eq!(disk.published(), "299");
}

#[test]
fn one_part_may_replace_another() {
    let disk = Disk::new();
    for reports in [3, 1] {
        let part = Inventory { reports, complete: false, ..one() };
        begin(&disk.target(), &part).unwrap().publish().unwrap();
    }
}

#[test]
fn pages_alone_do_not_replace_pages_with_pdfs() {
    let disk = Disk::new();
    disk.publish("with PDFs");
    let pages = Inventory { pdf: false, ..one() };
    assert!(matches!(begin(&disk.target(), &pages), Err(StageError::WithoutPdf(_))));
    assert_eq!(disk.published(), "with PDFs");
}

#[cfg(unix)]
#[test]
fn a_link_to_the_published_folder_stays_a_link() {
    let disk = Disk::new();
    let link = disk.0.path().join("www");
    disk.publish("yesterday");
    std::os::unix::fs::symlink(disk.target(), &link).unwrap();
    let stage = begin(&link, &one()).unwrap();
    stage.write("site/index.html", b"today").unwrap();
    stage.publish().unwrap();
    assert!(link.is_symlink());
    assert_eq!(disk.published(), "today");
}

#[test]
fn a_missing_disk_is_said_plainly() {
    let error = begin(Path::new("/proc/nowhere/dist"), &one()).map(drop).unwrap_err();
    assert!(error.to_string().starts_with("写不进 /proc/nowhere/dist："), "{error}");
}
