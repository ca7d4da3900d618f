//! Making the index that readers search: in parts, side by side, which are put together at the end.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::{Build, BuildError};
use crate::checksum::sha256;
use crate::percent::escaped;
use crate::plan::{Job, Page, Plan, Product};
use crate::search::{Engine, IndexFile, Part, Record, document, whole};

/// The folder that is published as the site's root.
const SITE: &str = "site/";

/// A part has at least so many pages, and ends with an agency that [`ends_part`].
const AT_LEAST: usize = 24;

/// A part has at most so many pages.
const AT_MOST: usize = 160;

impl Build<'_> {
    /// Fills the folder of the search index in the stage, unless the rest of the build `failed`. `gathered` are the parts that
    /// shards made.
    pub(super) fn make_index(&self, gathered: Vec<Part>, failed: &AtomicBool) -> Result<(), BuildError> {
        let Some(folder) = self.plan.jobs.iter().find(|job| matches!(job.product, Product::SearchIndex)) else {
            return Ok(());
        };
        let engine = Engine::new(rayon::current_num_threads())?;
        let mut parts = index_parts(&engine, self.jobs(), || {
            if failed.load(Ordering::Relaxed) { Err(BuildError::Interrupted) } else { self.check_cancelled() }
        })?;
        parts.extend(gathered);
        for (path, bytes) in whole(&engine, parts, &order(self.plan))? {
            self.stage.write(&format!("{}{path}", folder.path), &bytes)?;
        }
        Ok(())
    }
}

/// The files of the index over the pages of `plan`, by their paths within its folder. `go_on` is asked before each part.
///
/// # Errors
///
/// What `go_on` says, or an index that cannot be made.
pub fn search_index(
    plan: &Plan,
    go_on: impl Fn() -> Result<(), BuildError> + Sync,
) -> Result<Vec<IndexFile>, BuildError> {
    let engine = Engine::new(rayon::current_num_threads())?;
    let parts = index_parts(&engine, plan.jobs.iter(), go_on)?;
    Ok(whole(&engine, parts, &order(plan))?)
}

/// The parts of the index that hold the pages among `jobs`. `go_on` is asked before each.
pub(super) fn index_parts<'a>(
    engine: &Engine,
    jobs: impl Iterator<Item = &'a Job<'a>>,
    go_on: impl Fn() -> Result<(), BuildError> + Sync,
) -> Result<Vec<Part>, BuildError> {
    let groups = groups(jobs.filter(|job| is_indexed(job)));
    let part = |group: &Vec<&Job>| {
        go_on()?;
        let records: Vec<Record> = group.iter().filter_map(|job| record(job)).collect();
        Ok(Part::new(engine, &records)?)
    };
    groups.par_iter().map(part).collect()
}

/// Pages in groups, each of which becomes a part. Where a group ends is told by the pages around, so that a page more or less
/// leaves most others as they were.
fn groups<'a>(pages: impl Iterator<Item = &'a Job<'a>>) -> Vec<Vec<&'a Job<'a>>> {
    let mut groups: Vec<Vec<&Job>> = Vec::new();
    for page in pages {
        match groups.last_mut() {
            Some(group)
                if group.len() < AT_MOST && !(group.len() >= AT_LEAST && group.last().is_some_and(ends_part)) =>
            {
                group.push(page);
            }
            _ => groups.push(vec![page]),
        }
    }
    groups
}

/// Whether a part may end with a page: one of sixteen may, on every machine the same.
fn ends_part(page: &&Job) -> bool {
    sha256(page.path.as_bytes()).starts_with('0')
}

/// The addresses of all pages that can be found, in the order of the plan.
fn order(plan: &Plan) -> Vec<String> {
    plan.jobs.iter().filter(|job| is_indexed(job)).filter_map(address).collect()
}

fn is_indexed(job: &Job) -> bool {
    matches!(job.product, Product::Page(Page::Agency(_) | Page::Report(..)))
}

/// What the index is told of a page that can be found.
fn record(job: &Job) -> Option<Record> {
    let Product::Page(page) = job.product else { return None };
    let document = match page {
        Page::Agency(agency) => document::agency(agency),
        Page::Report(agency, report) => document::report(agency, report),
        Page::City | Page::Year(_) | Page::Search | Page::NotFound => return None,
    };
    Some(Record { address: address(job)?, document })
}

/// What leads to a page from the site's root.
fn address(job: &Job) -> Option<String> {
    job.path.strip_prefix(SITE).map(|path| format!("/{}", escaped(path)))
}
