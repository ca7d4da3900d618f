//! How a thing lies in its file: as it is, with a checksum behind it.

use sha2::{Digest, Sha256};

use crate::Key;

/// How the names of files begin that are being written.
pub(crate) const UNDER_WAY: &str = "new-";

/// How many bytes the checksum has.
pub(crate) const CHECKSUM: usize = 32;

/// The checksum of a thing, which tells that it is whole and that it lies where it belongs.
pub(crate) fn checksum(key: &Key, thing: &[u8]) -> [u8; CHECKSUM] {
    Sha256::new().chain_update(key.bytes()).chain_update(thing).finalize().into()
}

/// The thing in a file's bytes; nothing if they are damaged.
pub(crate) fn open(key: &Key, mut file: Vec<u8>) -> Option<Vec<u8>> {
    let length = file.len().checked_sub(CHECKSUM)?;
    let (thing, found) = file.split_at(length);
    if found != checksum(key, thing) {
        return None;
    }
    file.truncate(length);
    Some(file)
}
