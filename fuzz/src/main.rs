//! Gives what libFuzzer makes up to one of the readers: the one that `NIANBAO_READER` names. `./just fuzz READER` builds
//! and runs it; what it finds becomes a file of `tests/data/fuzz/READER/`, which the tests of the importer read again.
#![no_main]

#[path = "../../crates/importer/tests/corpus/target.rs"]
mod target;

use std::env;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;

static READER: OnceLock<String> = OnceLock::new();

fuzz_target!(|bytes: &[u8]| {
    target::run(READER.get_or_init(|| env::var("NIANBAO_READER").expect("NIANBAO_READER names a reader")), bytes);
});
