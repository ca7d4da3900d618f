//! Names of files by what they hold.

use std::collections::BTreeSet;

use crate::checksum::sha256;

/// Names that were given, all of one kind of files.
pub(super) struct FileNames<'l> {
    language: &'l str,
    given: BTreeSet<String>,
}

impl<'l> FileNames<'l> {
    /// None yet. Pagefind's names begin with the language.
    pub(super) fn new(language: &'l str) -> Self {
        Self { language, given: BTreeSet::new() }
    }

    /// A name for `bytes`: as much of their checksum as no other file's name begins with, seven digits at least. Names are short
    /// since those of all pages are loaded by whoever searches.
    pub(super) fn name(&mut self, bytes: &[u8]) -> String {
        let checksum = sha256(bytes);
        let mut names = (7..=checksum.len()).filter_map(|digits| checksum.get(..digits));
        let name = names.find(|name| !self.given.contains(*name)).unwrap_or(&checksum);
        self.given.insert(name.to_owned());
        format!("{}_{name}", self.language)
    }
}
