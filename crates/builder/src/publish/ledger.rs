//! What the files of a publication were made from, and how they were left: the next one takes over those that it would make
//! just so, as long as nobody touched them.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::Path;

use nianbao_cache::{Key, stamp};
use nianbao_disk::place_and_writing;
use serde::{Deserialize, Serialize};

/// The files of a publication by the digits of the keys that they were made by. A folder whose files get their names from what
/// they hold is made by one.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ledger(BTreeMap<String, Vec<PublishedFile>>);

/// A published file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PublishedFile {
    /// Its path below the published folder.
    pub(super) path: String,
    /// Of a printed one, what is printed of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) print: Option<Print>,
    /// Of a file in a folder that was made by one key, its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) own: Option<String>,
    /// What tells that it is as it was left.
    look: String,
}

/// What is to be known of a printed file without reading it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Print {
    /// How many pages it has.
    pub(crate) pages: usize,
    /// How many bytes it has.
    pub(crate) bytes: usize,
    /// Its SHA-256 in hexadecimal digits.
    pub(crate) sha256: String,
}

/// A file of a publication in the making.
#[derive(Debug)]
pub(super) struct Listed {
    /// The digits of the key that it was made by, alone or with others.
    pub(super) key: String,
    /// Its own, where it was made with others.
    pub(super) own: Option<String>,
    pub(super) path: String,
    pub(super) print: Option<Print>,
    /// What tells that nobody has written to it, where it was taken over: whoever does so now writes into both publications.
    pub(super) unwritten: Option<String>,
}

impl Ledger {
    /// What `bytes` say; nothing where they say nothing.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        serde_json::from_slice(bytes).unwrap_or_default()
    }

    /// It as bytes.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// What is to be told of the files `listed` once they stand in `folder`. Of a file that somebody touched nothing is told, nor
    /// of those that were made with it.
    pub(super) fn of(folder: &Path, listed: Vec<Listed>) -> Self {
        let mut ledger = BTreeMap::<String, Vec<PublishedFile>>::new();
        let mut touched = Vec::new();
        for file in listed {
            let (key, own) = (file.key.clone(), file.own.clone());
            match file.into_entry(folder) {
                Some(entry) => {
                    let alone = own.map(|own| (own, PublishedFile { own: None, ..entry.clone() }));
                    let all = alone.into_iter().chain([(key, entry)]);
                    all.for_each(|(key, entry)| ledger.entry(key).or_default().push(entry));
                }
                None => touched.extend([key].into_iter().chain(own)),
            }
        }
        for key in touched {
            ledger.remove(&key);
        }
        Self(ledger)
    }

    /// What is known of the file that was printed by `key`.
    pub(super) fn print(&self, key: &Key) -> Option<&Print> {
        self.0.get(&key.digits())?.first()?.print.as_ref()
    }

    /// The files in `folder` that were made by `key`, if there are any and each is as it was left, with what tells that nobody
    /// has written to it.
    pub(super) fn find(&self, folder: &Path, key: &Key) -> Option<Vec<(&PublishedFile, String)>> {
        let entries = self.0.get(&key.digits())?.iter();
        entries
            .map(|entry| {
                let found = look(folder, &entry.path)?;
                (stamp(&found) == entry.look).then(|| (entry, writing(&found)))
            })
            .collect()
    }
}

fn look(folder: &Path, path: &str) -> Option<Metadata> {
    fs::symlink_metadata(folder.join(path)).ok().filter(Metadata::is_file)
}

fn writing(file: &Metadata) -> String {
    format!("{} {}", file.len(), place_and_writing(file))
}

impl Listed {
    /// How it stands in `folder`; nothing if somebody touched it.
    fn into_entry(self, folder: &Path) -> Option<PublishedFile> {
        let Self { own, path, print, unwritten, .. } = self;
        let found = look(folder, &path)?;
        let is_untouched = unwritten.is_none_or(|unwritten| unwritten == writing(&found));
        is_untouched.then(|| PublishedFile { path, print, own, look: stamp(&found) })
    }
}
