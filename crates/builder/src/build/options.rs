//! What a build is asked for.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use jiff::civil::Date;

use crate::pdf::FontFolders;
use crate::shard::Shard;

/// What is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// The whole publication.
    Everything,
    /// One shard of it, in a folder of its own.
    Shard(Shard),
    /// The whole publication, out of all its shards in these folders.
    Assembly(Vec<PathBuf>),
}

/// What a build is asked for.
#[derive(Debug)]
pub struct Options<'a> {
    /// What is to be made.
    pub task: Task,
    /// The folder to publish to.
    pub out: PathBuf,
    /// The texts that the municipality was read from, by their paths.
    pub content: Vec<(&'a str, &'a str)>,
    /// Where fonts are; nothing for a build without PDFs.
    pub fonts: Option<FontFolders>,
    /// How many threads work at a time.
    pub jobs: usize,
    /// Whether the municipality is all that the workspace has.
    pub complete: bool,
    /// Whether it is a proof (草稿), for the office's own eyes, which every page says.
    pub proof: bool,
    /// The date of PDFs whose report says none.
    pub source_date: Option<Date>,
    /// Set from outside to stop the build.
    pub cancel: &'a AtomicBool,
}
