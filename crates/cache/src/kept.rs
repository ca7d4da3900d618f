//! A thing that was found.

use std::fs::File;

use nianbao_disk::NewFile;

/// A thing, and the file that it lies in.
#[derive(Debug)]
pub struct Kept {
    /// The thing.
    pub bytes: Vec<u8>,
    /// Where it lies.
    pub file: KeptFile,
}

/// The file of a thing.
#[derive(Debug)]
pub struct KeptFile(pub(crate) File);

impl KeptFile {
    /// Makes the first `length` bytes of the thing all that is in `to`, an empty file, without writing them. Says whether the file
    /// system can do that.
    pub fn share(&self, to: &NewFile, length: usize) -> bool {
        to.share(&self.0, length as u64)
    }
}
