//! Whose reports a sum counts.

use super::{Aggregation, Scope};
use crate::{Agency, AgencyId, Report, Spanned};

/// An agency that a sum counts.
#[derive(Debug, Clone, Copy)]
pub struct CountedAgency<'a> {
    /// The agency that is counted.
    pub agency: &'a Agency,
    /// Its report of the year, if it could be read.
    pub report: Option<&'a Report>,
}

/// Why a name of a list counts nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misnamed<'a> {
    /// Nobody below is called so.
    Unknown,
    /// Several agencies below are called so; two of them.
    Ambiguous(&'a Agency, &'a Agency),
    /// It is counted already, under another name or twice under the same.
    Twice(&'a Agency),
    /// The sum of an agency that is named, too, counts it.
    Within(&'a Agency, &'a Agency),
}

/// Whom a sum of `year` counts, in the official order: everyone who has a report, and everyone who should have one.
pub fn parts<'a>(agency: &'a Agency, aggregation: &Aggregation, year: i16) -> Vec<CountedAgency<'a>> {
    let mut parts = Vec::new();
    match &aggregation.scope {
        Scope::All => collect(agency, year, &mut parts),
        Scope::Direct => parts.extend(agency.children.iter().map(|child| part(child, year))),
        Scope::Named(names) => {
            let found = judge(agency, names, year).into_iter().filter_map(|(_, found)| found.ok());
            parts.extend(found.map(|agency| part(agency, year)));
        }
    }
    parts.retain(|part| part.report.is_some() || part.agency.duty.covers(year));
    parts
}

/// What is wrong with the names of a list.
pub fn misnamed<'a, 'n>(
    agency: &'a Agency,
    aggregation: &'n Aggregation,
    year: i16,
) -> Vec<(&'n Spanned<String>, Misnamed<'a>)> {
    let Scope::Named(names) = &aggregation.scope else { return Vec::new() };
    judge(agency, names, year).into_iter().filter_map(|(name, found)| Some((name, found.err()?))).collect()
}

pub(super) fn part(agency: &Agency, year: i16) -> CountedAgency<'_> {
    CountedAgency { agency, report: agency.reports.get(&year) }
}

/// Everyone below, but nobody below an agency whose own report is added up.
fn collect<'a>(agency: &'a Agency, year: i16, parts: &mut Vec<CountedAgency<'a>>) {
    for child in &agency.children {
        let child = part(child, year);
        parts.push(child);
        if !is_whole(child) {
            collect(child.agency, year, parts);
        }
    }
}

/// Whether an agency's report counts those below it already.
fn is_whole(part: CountedAgency) -> bool {
    part.report.is_some_and(|report| report.aggregation.is_some())
}

/// The agency that each name stands for, or why it counts nobody.
fn judge<'a, 'n>(
    agency: &'a Agency,
    names: &'n [Spanned<String>],
    year: i16,
) -> Vec<(&'n Spanned<String>, Result<&'a Agency, Misnamed<'a>>)> {
    let found: Vec<_> = names.iter().map(|name| (name, find(agency, &name.value))).collect();
    let listed: Vec<&Agency> = found.iter().filter_map(|(_, found)| found.ok()).collect();
    let whole = |inner: &Agency| {
        let wholes = listed.iter().filter(|outer| is_whole(part(outer, year)));
        wholes.copied().find(|outer| outer.id != inner.id && inner.id.is_within(outer.id.as_str()))
    };
    let mut met: Vec<&AgencyId> = Vec::new();
    let mut judged = Vec::new();
    for (name, found) in found {
        let verdict = found.and_then(|agency| match whole(agency) {
            _ if met.contains(&&agency.id) => Err(Misnamed::Twice(agency)),
            Some(outer) => Err(Misnamed::Within(agency, outer)),
            None => Ok(agency),
        });
        met.extend(found.ok().map(|agency| &agency.id));
        judged.push((name, verdict));
    }
    judged
}

/// The agency below `agency` that is called `word`.
fn find<'a>(agency: &'a Agency, word: &str) -> Result<&'a Agency, Misnamed<'a>> {
    let inner = agency.id.child(word);
    let mut found = agency.walk().skip(1).filter(|below| below.is_called(word) || below.id == inner);
    match (found.next(), found.next()) {
        (Some(one), Some(other)) => Err(Misnamed::Ambiguous(one, other)),
        (found, _) => found.ok_or(Misnamed::Unknown),
    }
}
