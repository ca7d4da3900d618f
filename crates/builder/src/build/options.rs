//! What a build is asked for.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use jiff::civil::Date;
use nianbao_model::Municipality;

use crate::pdf::FontFolders;
use crate::shard::{Inputs, Shard, Sums};
use crate::templates::Templates;
use crate::timings::Timings;

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
    /// Where what was made is kept for later builds; nothing is kept without it.
    pub cache: Option<PathBuf>,
    /// How many threads work at a time.
    pub jobs: usize,
    /// Whether the municipality is all that the workspace has.
    pub complete: bool,
    /// Whether it is a proof (草稿), for the office's own eyes, which every page says.
    pub proof: bool,
    /// The date of PDFs whose report says none.
    pub source_date: Option<Date>,
    /// Told how long each part took, if somebody wants to know.
    pub timings: Option<&'a Timings>,
    /// Set from outside to stop the build.
    pub cancel: &'a AtomicBool,
}

impl Options<'_> {
    /// What the files of a build hang on that is made of `municipality` and `templates`; `fonts` are the checksums of the fonts, by
    /// family, where PDFs are printed.
    pub(super) fn inputs(&self, municipality: &Municipality, templates: &Templates, fonts: Option<Sums>) -> Inputs {
        // Named one by one, so that whoever adds an option decides whether it is an input.
        let Self {
            content,
            source_date,
            proof,
            task: _,
            out: _,
            fonts: _,
            cache: _,
            jobs: _,
            complete: _,
            timings: _,
            cancel: _,
        } = self;
        Inputs::new(municipality, templates, content, *source_date, *proof, fonts)
    }
}
