//! Reads again all that fuzzing was started from and all that it ever found: `tests/data/fuzz/READER/`. Nothing of it panics
//! or takes long; what becomes of it is told by other tests.

#[path = "target.rs"]
mod target;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// A slow machine that does other things as well stays well below it; what hangs does not.
const SOON: Duration = Duration::from_secs(20);

#[test]
fn nothing_found_by_fuzzing_does_harm() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/fuzz");
    for target in target::TARGETS {
        let entries = fs::read_dir(folder.join(target)).unwrap_or_else(|error| panic!("{target}: {error}"));
        let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        assert!(!files.is_empty(), "no input for {target}");
        for file in files {
            let bytes = fs::read(&file).unwrap();
            let started = Instant::now();
            let ended = std::panic::catch_unwind(|| target::run(target, &bytes));
            assert!(ended.is_ok(), "{}", file.display());
            assert!(started.elapsed() < SOON, "{}: {:?}", file.display(), started.elapsed());
        }
    }
}
