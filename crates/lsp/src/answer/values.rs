//! The values that may be typed behind a key.

use std::collections::BTreeMap;

use gen_lsp_types::CompletionItemKind;
use nianbao_loader::keys::report::ACCEPTED_CODE;
use nianbao_loader::keys::{Choice, Declaration, Document, Key, Shape, ValueKind};
use nianbao_model::Severity;

use super::key::Way;
use super::offer::Offer;
use super::target::Target;
use crate::session::Session;
use crate::yaml::Outline;

/// What may be typed as the value of `entry`, or as an item of its list.
pub(super) fn offers(
    session: &Session,
    target: &Target<'_>,
    outline: &Outline,
    document: Document,
    (entry, item): (usize, bool),
) -> Option<Vec<Offer>> {
    let way = Way::to(outline, Some(entry), document.shape())?;
    let key = way.keys.last()?;
    let Declaration::Declared(key) = key.declaration else { return None };
    let value = match way.shape {
        // The value of a group that a single word may stand for.
        Shape::Value(ValueKind::Group(group)) => group.short?.value,
        Shape::Value(value) => value,
        _ => return None,
    };
    Some(match value {
        ValueKind::Choice(choices) => words(choices),
        ValueKind::ChoiceOrAgencies(choices) => {
            let alone = if item { Vec::new() } else { words(choices) };
            alone.into_iter().chain(agencies(session, target)).collect()
        }
        ValueKind::Agencies if item => agencies(session, target),
        ValueKind::YesOrNo => vec![word("true", "是"), word("false", "否")],
        ValueKind::Year => year(target),
        ValueKind::Text if is(key, &ACCEPTED_CODE) => codes(session, target),
        _ => return None,
    })
}

fn is(one: &'static Key, other: &'static Key) -> bool {
    std::ptr::eq(one, other)
}

fn words(choices: &[Choice]) -> Vec<Offer> {
    choices.iter().map(|choice| word(choice.word, choice.explanation)).collect()
}

fn word(word: &str, meaning: &str) -> Offer {
    Offer {
        label: word.to_owned(),
        text: word.to_owned(),
        snippet: false,
        detail: meaning.to_owned(),
        more: String::new(),
        kind: CompletionItemKind::Value,
    }
}

/// The year that the folder says.
fn year(target: &Target<'_>) -> Vec<Offer> {
    target.subject.report().map(|(_, year)| word(&year.to_string(), "文件夹的年度")).into_iter().collect()
}

/// The agencies below the one that the file is of, by folder.
fn agencies(session: &Session, target: &Target<'_>) -> Vec<Offer> {
    let id = match &target.subject {
        crate::subject::Subject::Agency(id) => Some(id),
        other => other.report().map(|(id, _)| id),
    };
    let agency = id.and_then(|id| session.agency(id));
    let below = agency.into_iter().flat_map(|agency| agency.walk().skip(1));
    below.map(|agency| word(agency.short_name.as_deref().unwrap_or(&agency.name.value), agency.id.as_str())).collect()
}

/// The codes of what the report may give a reason for.
fn codes(session: &Session, target: &Target<'_>) -> Vec<Offer> {
    let Some((checked, (agency, year))) = session.checked.as_ref().zip(target.subject.report()) else {
        return Vec::new();
    };
    let open = checked.findings.iter().filter(|finding| finding.is_about(agency, year) && finding.accepted.is_none());
    let open = open.filter(|finding| finding.severity() < Severity::Error);
    let by_code: BTreeMap<&str, &str> = open.map(|finding| (finding.code.id, finding.message.as_str())).collect();
    by_code.into_iter().map(|(code, message)| word(code, message)).collect()
}
