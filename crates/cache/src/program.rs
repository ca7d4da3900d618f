//! Which program this is: another one may make other things of the same.

use std::{env, fs};

use crate::{Cache, Key, KeyMaker, stamp};

/// The fingerprint of the running program, all its bytes; nothing where it cannot be read. `cache` keeps it by what tells that
/// the file is still the same, since reading it takes longer than a build with nothing to make.
pub(crate) fn fingerprint(cache: &Cache) -> Option<Key> {
    let file = env::current_exe().ok()?;
    let stamp = KeyMaker::new("program's file").with(stamp(&fs::metadata(&file).ok()?)).key();
    if let Some(kept) = cache.get(&stamp) {
        return Some(KeyMaker::new("program").with(kept).key());
    }
    let found = KeyMaker::new("program's bytes").with(fs::read(&file).ok()?).key();
    cache.put(&stamp, found.bytes());
    Some(KeyMaker::new("program").with(found.bytes()).key())
}
