//! From a look-up or a sentence to the cells behind it.

use std::ops::Range;

use gen_lsp_types::{Definition, DefinitionParams, DefinitionResponse, Location};
use nianbao_loader::report_file;
use nianbao_model::form::KeyNode;
use nianbao_model::{AgencyId, Form, Span};

use super::key::names;
use super::quotes::{claims, figures};
use super::target::Target;
use crate::publish::Places;
use crate::session::Session;
use crate::subject::Subject;
use crate::yaml::Outline;

/// Where the figure that is quoted at a place stands.
pub(super) fn definition(session: &Session, params: &DefinitionParams) -> Option<DefinitionResponse> {
    let target = Target::of(session, &params.text_document_position_params)?;
    let Subject::Narrative(agency, year) = &target.subject else { return None };
    let form = session.form(&target.subject);
    let is_there = |range: &Range<usize>| (range.start..=range.end).contains(&target.at);
    let look_up = figures(target.text, form).into_iter().find(|it| is_there(&it.look_up.range));
    let places = match look_up {
        Some(found) => vec![cell(session, (agency, *year), form, &found.path)?],
        None => sentence(session, &target, (agency, *year))?,
    };
    Some(DefinitionResponse::Definition(Definition::LocationList(places)))
}

/// Where the figure at `path` stands in report.yaml, or what of its path is written there.
fn cell(session: &Session, (agency, year): (&AgencyId, i16), form: &Form, path: &str) -> Option<Location> {
    let file = report_file(agency, year);
    let text = session.text(&file)?;
    let outline = Outline::of(text);
    let found = outline.find(&steps(form, path));
    let range = found.map_or(0..0, |entry| entry.key.start..entry.value.end.max(entry.key.end));
    Some(Location { uri: session.uri(&file).into(), range: session.lines(text).range(range) })
}

/// The keys of a path with their other names.
fn steps(form: &Form, path: &str) -> Vec<[&'static str; 2]> {
    let mut steps = Vec::new();
    let mut node: Option<&KeyNode> = Some(form.keys());
    for part in path.split('.').map(str::trim) {
        node = node.and_then(|node| node.child(part));
        let Some(node) = node else { break };
        steps.push(names(node));
    }
    steps
}

/// Where the figures stand that the sentence at the place is about.
fn sentence(session: &Session, target: &Target<'_>, (agency, year): (&AgencyId, i16)) -> Option<Vec<Location>> {
    let checked = session.checked.as_ref()?;
    let (agency, report) = session.report(agency, year)?;
    let file = session.file(&target.path)?;
    let is_there = |span: &Span| span.file == file && (span.start..=span.end).contains(&target.at);
    let (_, addresses) = claims(agency, report).into_iter().find(|(span, _)| is_there(span))?;
    let mut places = Places::new(session, checked);
    let cells = addresses.iter().flat_map(|address| address.cells().collect::<Vec<_>>());
    let spans = cells.filter_map(|cell| report.figures.at(cell)?.span);
    let found: Vec<Location> = spans.map(|span| places.location(span)).collect();
    (!found.is_empty()).then_some(found)
}
