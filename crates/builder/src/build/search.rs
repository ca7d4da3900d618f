//! Making the index that readers search.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{Build, BuildError};
use crate::kept::{Keeping, Shelf};
use crate::percent::escaped;
use crate::plan::{Job, Page, Plan, Product};
use crate::search::{Index, document};
use crate::timings::Made;

/// The files of an index by their paths within its folder.
type IndexFiles = Vec<(String, Vec<u8>)>;

/// The folder that is published as the site's root.
const SITE: &str = "site/";

impl Build<'_> {
    /// Fills the folder of the search index in the stage, in the order of the plan, unless the rest of the build `failed`.
    pub(super) fn make_index(&self, failed: &AtomicBool) -> Result<(), BuildError> {
        let Some(folder) = self.plan.jobs.iter().find(|job| matches!(job.product, Product::SearchIndex)) else {
            return Ok(());
        };
        let made = self.timed("检索索引", "", || {
            kept_index(self.plan, self.shelf, || {
                if failed.load(Ordering::Relaxed) { Err(BuildError::Interrupted) } else { self.check_cancelled() }
            })
        })?;
        for (path, bytes) in made.what {
            self.stage.write(&format!("{}{path}", folder.path), &bytes)?;
        }
        Ok(())
    }
}

/// The files of the index, made now or earlier.
fn kept_index(
    plan: &Plan,
    shelf: &Shelf,
    go_on: impl FnMut() -> Result<(), BuildError>,
) -> Result<Made<IndexFiles>, BuildError> {
    let documents = || plan.jobs.iter().filter_map(indexed);
    let key = shelf
        .maker(Keeping::Index)
        .map(|maker| documents().fold(maker, |maker, (path, document)| maker.with(path).with(document)).key());
    let kept = key.as_ref().and_then(|key| from_kept(&shelf.take(key)?));
    if let Some(what) = kept {
        return Ok(Made { what, kept: true });
    }
    let what = search_index(plan, go_on)?;
    if let Some(key) = key {
        shelf.put(&key, &to_kept(&what));
    }
    Ok(Made::now(what))
}

/// Files as they are kept: the lengths of name and content, then both.
fn to_kept(files: &IndexFiles) -> Vec<u8> {
    let mut kept = Vec::new();
    for part in files.iter().flat_map(|(name, content)| [name.as_bytes(), content]) {
        kept.extend_from_slice(&(part.len() as u64).to_le_bytes());
        kept.extend_from_slice(part);
    }
    kept
}

/// The same files again; nothing if they are none.
fn from_kept(mut kept: &[u8]) -> Option<IndexFiles> {
    let mut files = Vec::new();
    while !kept.is_empty() {
        let name = String::from_utf8(next_part(&mut kept)?.to_vec()).ok()?;
        files.push((name, next_part(&mut kept)?.to_vec()));
    }
    Some(files)
}

fn next_part<'k>(kept: &mut &'k [u8]) -> Option<&'k [u8]> {
    let (length, rest) = kept.split_first_chunk()?;
    let (part, rest) = rest.split_at_checked(u64::from_le_bytes(*length).try_into().ok()?)?;
    *kept = rest;
    Some(part)
}

/// The files of the index over the pages of `plan`, by their paths within its folder. `go_on` is asked before each page.
///
/// # Errors
///
/// What `go_on` says, or an index that cannot be made.
pub fn search_index(plan: &Plan, mut go_on: impl FnMut() -> Result<(), BuildError>) -> Result<IndexFiles, BuildError> {
    let mut index = Index::new()?;
    for (path, document) in plan.jobs.iter().filter_map(indexed) {
        go_on()?;
        index.add(&format!("/{}", escaped(path)), document)?;
    }
    Ok(index.files()?)
}

/// The document of a page that can be found, with the page's path from the site's root.
fn indexed<'a>(job: &'a Job) -> Option<(&'a str, String)> {
    let Product::Page(page) = job.product else { return None };
    let document = match page {
        Page::Agency(agency) => document::agency(agency),
        Page::Report(agency, report) => document::report(agency, report),
        Page::City | Page::Year(_) | Page::Search | Page::NotFound => return None,
    };
    Some((job.path.strip_prefix(SITE)?, document))
}
