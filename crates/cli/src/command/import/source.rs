//! The files that are read, and what is recognised in each by itself.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use nianbao_importer::{Document, Imported, recognise};
use nianbao_model::AgencyId;

use crate::reading;

/// A file to be read.
pub(super) struct Wanted {
    /// Where it is.
    pub(super) path: PathBuf,
    /// What messages call it.
    pub(super) name: String,
    /// The agency that somebody said it is of.
    pub(super) agency: Option<AgencyId>,
    /// The year that somebody said it is of.
    pub(super) year: Option<i16>,
    /// Whether that year counts, also where the file names another one.
    pub(super) insists: bool,
}

/// A file that was read.
pub(super) struct Source {
    /// What messages call it.
    pub(super) name: String,
    /// What it shows.
    pub(super) document: Document,
    /// What was recognised in it by itself.
    pub(super) imported: Imported,
    /// The agency that somebody said it is of.
    pub(super) agency: Option<AgencyId>,
    /// The year that somebody said it is of.
    pub(super) year: Option<i16>,
    /// Whether that year counts, also where the file names another one.
    pub(super) insists: bool,
}

/// A file that is no part of any report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    /// What messages call it.
    pub(super) file: String,
    /// Why, in words for an editor.
    pub(super) why: String,
}

impl Refused {
    pub(super) fn new(file: &str, why: impl Into<String>) -> Self {
        Self { file: file.to_owned(), why: why.into() }
    }
}

impl Wanted {
    fn read(&self) -> Result<Source, Refused> {
        let document = reading::read(&self.path).map_err(|error| Refused::new(&self.name, format!("{error:#}")))?;
        let imported = recognise(&document, self.year);
        let Self { name, agency, year, insists, path: _ } = self;
        Ok(Source { name: name.clone(), document, imported, agency: agency.clone(), year: *year, insists: *insists })
    }
}

/// Reads all `files`, several at a time, and tells `step` of each that was read; the results stand in their order.
pub(super) fn read_all(files: &[Wanted], step: impl Fn() + Sync) -> Vec<Result<Source, Refused>> {
    let next = AtomicUsize::new(0);
    let read = Mutex::new(Vec::new());
    let workers = thread::available_parallelism().map_or(1, usize::from).min(files.len());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((at, file)) = take(files, &next) {
                    let result = file.read();
                    step();
                    if let Ok(mut read) = read.lock() {
                        read.push((at, result));
                    }
                }
            });
        }
    });
    let mut read = read.into_inner().unwrap_or_default();
    read.sort_by_key(|(at, _)| *at);
    read.into_iter().map(|(_, result)| result).collect()
}

fn take<'a>(files: &'a [Wanted], next: &AtomicUsize) -> Option<(usize, &'a Wanted)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    files.get(at).map(|file| (at, file))
}
