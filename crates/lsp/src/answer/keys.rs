//! The keys that may be typed at a place: those that must be there first, then the others that are missing, in the official
//! order. What stands there already is not offered again.

use gen_lsp_types::CompletionItemKind;
use nianbao_loader::keys::{Declaration, Document, Named, PlacedKey, Shape, ValueKind};

use super::figure::value_at;
use super::key::{Way, explanation};
use super::offer::Offer;
use super::target::Target;
use crate::session::Session;
use crate::yaml::Outline;

/// Where a key may be typed.
pub(super) struct Place {
    /// The entry that it stands below.
    pub(super) parent: Option<usize>,
    /// The key that stands there already.
    pub(super) entry: Option<usize>,
    /// Whether it stands in brackets.
    pub(super) in_brackets: bool,
    /// Whether the editor can put the cursor between brackets.
    pub(super) snippets: bool,
}

/// What may be typed at `place`; nothing where no key stands.
pub(super) fn offers(
    session: &Session,
    target: &Target<'_>,
    outline: &Outline,
    document: Document,
    place: &Place,
) -> Option<Vec<Offer>> {
    let way = Way::to(outline, place.parent, document.shape())?;
    let others = outline.below(place.parent).filter(|(number, _)| Some(*number) != place.entry);
    let written: Vec<&str> = others.filter_map(|(_, entry)| entry.name.as_deref()).collect();
    let mut missing = way.shape.keys();
    missing.retain(|key| !written.iter().any(|word| key.is_called(word)));
    missing.sort_by_key(|key| !is_required(key));
    let above = way.figure().map(|figure| figure.path.join("."));
    let label = |key: &PlacedKey| {
        explanation(key, |node| {
            let address = node.address.as_ref()?;
            Some(session.form(&target.subject).label(address))
        })
    };
    let indent = indent(target, outline, place);
    let offer = |key: PlacedKey| Offer {
        label: key.key.to_owned(),
        text: typed(&key, place, &indent),
        snippet: place.entry.is_none() && place.snippets && in_brackets(&key, place),
        detail: label(&key),
        more: more(session, target, above.as_deref(), &key),
        kind: CompletionItemKind::Property,
    };
    Some(missing.into_iter().map(offer).collect())
}

fn is_required(key: &PlacedKey) -> bool {
    matches!(key.declaration, Declaration::Declared(key) if key.required)
}

/// What the key itself begins: only its name where its colon is there, else with what follows it.
fn typed(key: &PlacedKey, place: &Place, indent: &str) -> String {
    if place.entry.is_some() {
        return key.key.to_owned();
    }
    if in_brackets(key, place) {
        return format!("{}: {{{}}}", key.key, if place.snippets { "$1" } else { "" });
    }
    match key.shape {
        Shape::Figures(_) | Shape::Totals(_) => format!("{}:\n{indent}  ", key.key),
        Shape::Value(ValueKind::Group(group)) if group.short.is_none() => format!("{}:\n{indent}  ", key.key),
        Shape::Value(ValueKind::List(_)) if !place.in_brackets => format!("{}:\n{indent}- ", key.key),
        _ => format!("{}: ", key.key),
    }
}

/// Whether what stands behind the key is written in brackets: always where it stands in such itself, and where only cells
/// stand below it.
fn in_brackets(key: &PlacedKey, place: &Place) -> bool {
    let cells = |shape: Shape| shape.keys().iter().all(|key| matches!(key.shape, Shape::Value(_)));
    match key.shape {
        Shape::Figures(_) => place.in_brackets || cells(key.shape),
        Shape::Totals(_) => place.in_brackets,
        Shape::Value(ValueKind::Group(group)) => place.in_brackets && group.short.is_none(),
        _ => false,
    }
}

/// What stands before the keys of the line.
fn indent(target: &Target<'_>, outline: &Outline, place: &Place) -> String {
    let sibling = outline.below(place.parent).find_map(|(_, entry)| entry.indent);
    let line = target.text.get(..target.at).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    let blank = line.chars().take_while(|letter| *letter == ' ').count();
    " ".repeat(sibling.unwrap_or(blank).min(80))
}

/// An example, or what the figure was the year before.
fn more(session: &Session, target: &Target<'_>, above: Option<&str>, key: &PlacedKey) -> String {
    match key.declaration {
        Declaration::Declared(key) if key.example.is_empty() => String::new(),
        Declaration::Declared(key) => format!("例：{}: {}", key.key, key.example),
        Declaration::Figure(node) => {
            let path = above.map_or_else(|| node.key.to_owned(), |above| format!("{above}.{}", node.key));
            let before = target.subject.report().and_then(|(agency, year)| {
                let before = year.checked_sub(1)?;
                let (_, report) = session.report(agency, before)?;
                Some(format!("{before} 年：{}", value_at(report, &path)?))
            });
            before.unwrap_or_default()
        }
    }
}
