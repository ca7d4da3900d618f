//! The parts of the index that readers search: which pages go together, and what is told of each.

use nianbao_cache::{Key, KeyMaker};
use rayon::prelude::*;

use super::BuildError;
use crate::checksum::sha256;
use crate::kept::{Digests, Keeper, Keeping};
use crate::percent::escaped;
use crate::plan::{Job, Page, Plan, Product};
use crate::search::{Engine, IndexPart, Record, document};

/// The folder that is published as the site's root.
const SITE: &str = "site/";

/// A part has at least so many pages, and ends with one that [`ends_part`].
const AT_LEAST: usize = 24;

/// A part has at most so many pages.
const AT_MOST: usize = 96;

/// The parts that hold the pages among `jobs`, made now or earlier. `go_on` is asked before each.
pub(super) fn index_parts<'a>(
    engine: &Engine,
    keeper: &Keeper,
    digests: Option<&Digests>,
    jobs: impl Iterator<Item = &'a Job<'a>>,
    go_on: impl Fn() -> Result<(), BuildError> + Sync,
) -> Result<Vec<IndexPart>, BuildError> {
    let groups = groups(jobs.filter(|job| is_indexed(job)));
    let part = |group: &Vec<&Job>| {
        go_on()?;
        let inputs = digests.and_then(|digests| inputs(keeper, digests, group));
        if let Some(kept) = inputs.and_then(|inputs| kept_as(keeper, &inputs)) {
            return Ok(kept);
        }
        let records: Vec<Record> = group.iter().filter_map(|job| record(job)).collect();
        part_of(engine, keeper, inputs, &records)
    };
    groups.par_iter().map(part).collect()
}

/// What the records of some pages are made from.
fn inputs(keeper: &Keeper, digests: &Digests, group: &[&Job]) -> Option<Key> {
    group
        .iter()
        .try_fold(keeper.maker(Keeping::IndexPart)?.with("inputs"), |maker, job| {
            let of_page = match job.product {
                Product::Page(Page::Agency(agency)) => digests.of_agency(agency)?,
                Product::Page(Page::Report(agency, report)) => digests.of_report(agency, report)?,
                _ => return None,
            };
            Some(maker.with(of_page.key().bytes()))
        })
        .map(KeyMaker::key)
}

/// The part that was made of such inputs: it is kept by its records, and under its inputs stands which these were.
fn kept_as(keeper: &Keeper, inputs: &Key) -> Option<IndexPart> {
    part_by(keeper, &Key::from_bytes(&keeper.take(inputs)?.bytes)?)
}

fn part_by(keeper: &Keeper, records: &Key) -> Option<IndexPart> {
    IndexPart::from_bytes(&keeper.take(records)?.bytes).ok()?.pop()
}

/// The part that holds `records`, which were made of `inputs`.
fn part_of(engine: &Engine, keeper: &Keeper, inputs: Option<Key>, records: &[Record]) -> Result<IndexPart, BuildError> {
    let Some(maker) = keeper.maker(Keeping::IndexPart) else { return Ok(IndexPart::new(engine, records)?) };
    let texts = records.iter().flat_map(|Record { address, document }| [address, document]);
    let key = texts.fold(maker, KeyMaker::with).key();
    if let Some(inputs) = inputs {
        keeper.put(&inputs, key.bytes());
    }
    if let Some(kept) = part_by(keeper, &key) {
        return Ok(kept);
    }
    let made = [IndexPart::new(engine, records)?];
    keeper.put(&key, &IndexPart::to_bytes(&made)?);
    let [part] = made;
    Ok(part)
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
