//! Gives what libFuzzer makes up to one of the targets: the one that `NIANBAO_TARGET` names. `./just fuzz TARGET MINUTES` builds
//! and runs it; what it finds becomes a file of `tests/data/fuzz/TARGET/`, which `tests/e2e/fuzz_corpus.rs` reads again.
#![no_main]

mod targets;

use std::env;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;

static TARGET: OnceLock<String> = OnceLock::new();

// A reader of foreign files catches the panics of the library below it; by itself the fuzzer takes them for crashes before that.
fuzz_target!(init: drop(std::panic::take_hook()), |bytes: &[u8]| {
    targets::run(TARGET.get_or_init(|| env::var("NIANBAO_TARGET").expect("NIANBAO_TARGET names a target")), bytes);
});
