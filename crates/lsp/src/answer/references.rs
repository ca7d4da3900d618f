//! From a cell to the look-ups and sentences that quote it.

use gen_lsp_types::{Location, ReferenceParams};
use nianbao_loader::narrative_file;
use nianbao_model::{Address, AgencyId};

use super::key::Way;
use super::quotes::{claims, figures, holds};
use super::target::Target;
use crate::publish::Places;
use crate::session::Session;
use crate::subject::Subject;
use crate::yaml::{Cursor, Outline, cursor};

/// Where the figure at a place is quoted, by itself or in a sum.
pub(super) fn references(session: &Session, params: &ReferenceParams) -> Option<Vec<Location>> {
    let target = Target::of(session, &params.text_document_position_params)?;
    let (agency, year) = target.subject.report()?;
    let address = match &target.subject {
        Subject::Report(..) => at_key(session, &target)?,
        _ => at_look_up(session, &target)?,
    };
    let mut found = look_ups(session, (agency, year), &address);
    let sentences = sentences(session, (agency, year), &address);
    // A sentence that only says what its look-up does is told once.
    let others = sentences.into_iter().filter(|sentence| !found.iter().any(|look_up| overlap(look_up, sentence)));
    found.extend(others.collect::<Vec<_>>());
    found.sort_by_key(|place| place.range.start);
    Some(found)
}

fn at_key(session: &Session, target: &Target<'_>) -> Option<Address> {
    let document = target.subject.document(session.form(&target.subject))?;
    let outline = Outline::of(target.text);
    let entry = match cursor(target.text, &outline, target.at)? {
        Cursor::Key { entry, .. } => entry?,
        Cursor::Value { entry, .. } => entry,
    };
    let figure = Way::to(&outline, Some(entry), document.shape())?.figure()?;
    // What stands below 本级 or 表内合计 is not what prose quotes.
    figure.node.filter(|_| figure.above.is_none())?.address.clone()
}

fn at_look_up(session: &Session, target: &Target<'_>) -> Option<Address> {
    let all = figures(target.text, session.form(&target.subject));
    let found = all.into_iter().find(|it| (it.look_up.range.start..=it.look_up.range.end).contains(&target.at));
    found.map(|found| found.address)
}

/// The look-ups as they stand now.
fn look_ups(session: &Session, (agency, year): (&AgencyId, i16), address: &Address) -> Vec<Location> {
    let file = narrative_file(agency, year);
    let Some(text) = session.text(&file) else { return Vec::new() };
    let lines = session.lines(text);
    let all = figures(text, session.form(&Subject::Narrative(agency.clone(), year)));
    let quoting = all.into_iter().filter(|it| holds(&it.address, address));
    let place = |range| Location { uri: session.uri(&file).into(), range: lines.range(range) };
    quoting.map(|it| place(it.look_up.range)).collect()
}

/// The sentences as they were read last.
fn sentences(session: &Session, (agency, year): (&AgencyId, i16), address: &Address) -> Vec<Location> {
    let Some(checked) = &session.checked else { return Vec::new() };
    let Some((agency, report)) = session.report(agency, year) else { return Vec::new() };
    let mut places = Places::new(session, checked);
    let quoting = claims(agency, report).into_iter();
    let quoting = quoting.filter(|(_, addresses)| addresses.iter().any(|whole| holds(whole, address)));
    quoting.map(|(span, _)| places.location(span)).collect()
}

fn overlap(one: &Location, other: &Location) -> bool {
    one.uri == other.uri && one.range.start <= other.range.end && other.range.start <= one.range.end
}
