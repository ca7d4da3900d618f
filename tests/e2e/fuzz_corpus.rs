//! Reads again all that fuzzing was started from and all that it ever found: `tests/data/fuzz/TARGET/`. Nothing of it panics
//! or takes long; what becomes of it is told by other tests.

#[path = "../../fuzz/src/targets/mod.rs"]
mod targets;

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A slow machine that does other things as well stays well below it; what hangs does not.
const SOON: Duration = Duration::from_secs(20);

#[test]
fn nothing_found_by_fuzzing_does_harm() {
    for target in targets::TARGETS {
        for file in inputs(target) {
            let bytes = fs::read(&file).unwrap();
            let started = Instant::now();
            assert!(catch_unwind(|| targets::run(target, &bytes)).is_ok(), "{}", file.display());
            assert!(started.elapsed() < SOON, "{}: {:?}", file.display(), started.elapsed());
        }
    }
}

fn inputs(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/fuzz").join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{target}: {error}"));
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "no input for {target}");
    files
}
