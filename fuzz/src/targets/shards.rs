//! What a shard says of itself (shard.json), put together to a publication.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use nianbao_builder::{BuildError, Options, Outcome, Progress, Task, Templates, build};
use serde_json::Value;
use tempfile::TempDir;

use super::content::{check, city};

const MANIFEST: &str = "shard.json";

thread_local! {
    /// The only shard of the city, as it was made. It goes with the thread, where a static would leave its folder behind.
    static MADE: TempDir = made();
}

/// Takes `bytes` for shard.json; an object with `change` is what is to be changed in the one that was made (JSON Merge Patch).
pub(super) fn run(bytes: &[u8]) {
    MADE.with(|made| assembled(made, bytes));
}

fn made() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let shard = "1/1".parse().expect("a shard");
    publish(Task::Shard(shard), &folder.path().join("shard")).expect("a shard");
    folder
}

fn assembled(made: &TempDir, bytes: &[u8]) {
    let work = tempfile::tempdir().expect("a folder");
    let shard = work.path().join("shard");
    copy(&made.path().join("shard"), &shard);
    let manifest = fs::read(shard.join(MANIFEST)).expect("a manifest");
    let told = match serde_json::from_slice::<Value>(bytes) {
        Ok(Value::Object(mut told)) if told.contains_key("change") => {
            let mut whole: Value = serde_json::from_slice(&manifest).expect("a manifest");
            merge(&mut whole, told.remove("change").unwrap_or_default());
            whole.to_string().into_bytes()
        }
        _ => bytes.to_vec(),
    };
    fs::write(shard.join(MANIFEST), told).expect("a file");
    let out = work.path().join("in/dist");
    match publish(Task::Assembly(vec![shard]), &out) {
        Ok(_) => assert!(out.join("site/index.html").is_file()),
        Err(error) => assert!(!error.to_string().is_empty() && !out.exists(), "{error}"),
    }
    // Whatever paths it names, nothing is written elsewhere.
    let entries = fs::read_dir(work.path()).expect("a folder").flatten().map(|entry| entry.file_name());
    assert!(entries.into_iter().all(|name| ["shard", "in"].contains(&&*name.to_string_lossy())));
}

fn publish(task: Task, out: &Path) -> Result<Outcome, BuildError> {
    let checked = check(&city());
    let municipality = checked.municipality.as_ref().expect("a sound city");
    let options = Options {
        task,
        out: out.to_owned(),
        content: checked.sources.files().map(|file| (file.path(), file.text())).collect(),
        fonts: None,
        cache: None,
        jobs: 1,
        complete: true,
        proof: false,
        source_date: None,
        timings: None,
        cancel: &AtomicBool::new(false),
    };
    build(municipality, &Templates::built_in(), &options, &Silent)
}

struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &'static str, _: usize) {}
    fn step(&self) {}
    fn tell(&self, _: &str) {}
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file");
        }
    }
}

/// RFC 7396.
fn merge(whole: &mut Value, change: Value) {
    match (whole, change) {
        (Value::Object(whole), Value::Object(change)) => {
            for (name, value) in change {
                if value.is_null() {
                    whole.remove(&name);
                } else {
                    merge(whole.entry(name).or_insert(Value::Null), value);
                }
            }
        }
        (whole, change) => *whole = change,
    }
}
