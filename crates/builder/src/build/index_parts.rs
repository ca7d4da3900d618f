//! The parts of the index that readers search: which pages go together, and what is told of each.

use nianbao_cache::KeyMaker;
use rayon::prelude::*;

use super::BuildError;
use crate::checksum::sha256;
use crate::kept::{Keeping, Shelf};
use crate::percent::escaped;
use crate::plan::{Job, Page, Plan, Product};
use crate::search::{Engine, IndexPart, Record, document};
use crate::timings::Made;

/// The folder that is published as the site's root.
const SITE: &str = "site/";

/// A part has at least so many pages, and ends with one that [`ends_part`].
const AT_LEAST: usize = 24;

/// A part has at most so many pages.
const AT_MOST: usize = 96;

/// The parts that hold the pages among `jobs`, made now or earlier. `go_on` is asked before each.
pub(super) fn index_parts<'a>(
    engine: &Engine,
    shelf: &Shelf,
    jobs: impl Iterator<Item = &'a Job<'a>>,
    go_on: impl Fn() -> Result<(), BuildError> + Sync,
) -> Result<Vec<Made<IndexPart>>, BuildError> {
    let groups = groups(jobs.filter(|job| is_indexed(job)));
    let part = |group: &Vec<&Job>| {
        go_on()?;
        let records: Vec<Record> = group.iter().filter_map(|job| record(job)).collect();
        part_of(engine, shelf, &records)
    };
    groups.par_iter().map(part).collect()
}

/// The part that holds `records`.
fn part_of(engine: &Engine, shelf: &Shelf, records: &[Record]) -> Result<Made<IndexPart>, BuildError> {
    let Some(maker) = shelf.maker(Keeping::IndexPart) else { return Ok(Made::now(IndexPart::new(engine, records)?)) };
    let texts = records.iter().flat_map(|Record { address, document }| [address, document]);
    let key = texts.fold(maker, KeyMaker::with).key();
    if let Some(kept) = shelf.take(&key).and_then(|bytes| IndexPart::from_bytes(&bytes).ok()?.pop()) {
        return Ok(Made { what: kept, kept: true });
    }
    let part = IndexPart::new(engine, records)?;
    let made = [part];
    shelf.put(&key, &IndexPart::to_bytes(&made)?);
    let [part] = made;
    Ok(Made::now(part))
}

/// Pages in groups, each of which becomes a part. Where a group ends is told by the pages around, so that a page more or less
/// leaves most others as they were.
fn groups<'a>(pages: impl Iterator<Item = &'a Job<'a>>) -> Vec<Vec<&'a Job<'a>>> {
    let mut groups: Vec<Vec<&Job>> = Vec::new();
    for page in pages {
        match groups.last_mut() {
            Some(group) if !is_full(group) => group.push(page),
            _ => groups.push(vec![page]),
        }
    }
    groups
}

fn is_full(group: &[&Job]) -> bool {
    group.len() >= AT_MOST || group.len() >= AT_LEAST && group.last().is_some_and(|page| ends_part(page))
}

/// Whether a part may end with a page: one of sixteen may, on every machine the same.
fn ends_part(page: &Job) -> bool {
    sha256(page.path.as_bytes()).starts_with('0')
}

/// The addresses of all pages that can be found, in the order of the plan: pages that fit equally well are found in it.
pub(super) fn order(plan: &Plan) -> Vec<String> {
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
