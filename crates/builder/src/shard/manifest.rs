//! What a shard says of itself.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use nianbao_disk::{ReadError, read_regular};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Inputs, Shard, ShardProblem};
use crate::checksum::sha256;
use crate::read_error::reason;

/// The file that says what a shard holds. It is written last.
pub(crate) const MANIFEST: &str = "shard.json";

/// The file that holds what the search index knows of a shard's pages.
pub(crate) const INDEX: &str = "index.parts";

/// The most bytes that a manifest has: more than a million files.
const LIMIT: u64 = 256_000_000;

/// Two programs of one version make the same of the same inputs.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a shard says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    version: String,
    /// Which shard of how many.
    pub(crate) shard: Shard,
    /// What it was made from.
    pub(crate) inputs: Inputs,
    /// Its files by their paths.
    pub(crate) files: BTreeMap<String, ShardFile>,
    /// The parts of the search index, in [`INDEX`].
    pub(crate) index: ShardFile,
}

/// A file of a shard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ShardFile {
    /// How many bytes it has.
    pub(crate) bytes: usize,
    /// Its SHA-256 in hexadecimal digits.
    pub(crate) sha256: String,
    /// How many pages it has, if it is a PDF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pages: Option<usize>,
}

impl ShardFile {
    /// What is told of a file that holds `bytes`, and has so many pages if it is a PDF.
    pub(crate) fn new(bytes: &[u8], pages: Option<usize>) -> Self {
        Self { bytes: bytes.len(), sha256: sha256(bytes), pages }
    }
}

impl Manifest {
    /// The manifest of a shard that was made by this program.
    pub(crate) fn new(shard: Shard, inputs: Inputs, files: BTreeMap<String, ShardFile>, index: ShardFile) -> Self {
        Self { version: VERSION.to_owned(), shard, inputs, files, index }
    }

    /// The text of shard.json.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        let mut text = serde_json::to_vec_pretty(self).unwrap_or_default();
        text.push(b'\n');
        text
    }

    /// Reads the manifest of the shard in `folder`. Only the version of another program is read, since only that
    /// stays the same.
    pub(super) fn read(folder: &Path) -> Result<Self, ShardProblem> {
        let text = read_regular(&folder.join(MANIFEST), LIMIT).map_err(|error| refused(folder, &error))?;
        let broken = |_| ShardProblem::Unreadable(folder.to_owned());
        let value: Value = serde_json::from_slice(&text).map_err(broken)?;
        match value.get("version").and_then(Value::as_str) {
            Some(VERSION) => serde_json::from_value(value).map_err(broken),
            Some(version) => {
                let [theirs, ours] = [version, VERSION].map(str::to_owned);
                Err(ShardProblem::OtherVersion { folder: folder.to_owned(), theirs, ours })
            }
            None => Err(ShardProblem::Unreadable(folder.to_owned())),
        }
    }
}

fn refused(folder: &Path, error: &ReadError) -> ShardProblem {
    let path = folder.to_owned();
    match error.kind() {
        Some(ErrorKind::NotFound) if !folder.exists() => ShardProblem::NoFolder(path),
        Some(ErrorKind::NotFound | ErrorKind::NotADirectory) => ShardProblem::NotAShard(path),
        _ => ShardProblem::Denied { path: path.join(MANIFEST), reason: reason(error) },
    }
}
