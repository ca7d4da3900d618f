//! The outline (bookmarks) is what the headings are, and leads to their pages.

use lopdf::{Dictionary, Document, Object};

use super::super::Tagged;
use super::super::reach::{dictionary, dictionary_of, entry, text};
use super::headings::level;
use super::wrong;

/// A level, from 1, with the text and the page that it leads to.
type Entry = (usize, String, Option<usize>);

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let headings: Vec<Entry> = tagged
        .elements()
        .into_iter()
        .filter_map(|element| Some((level(&element.role)?, tagged.text(element), tagged.page_of(element))))
        .collect();
    let entries = entries(tagged);
    let differ = headings.iter().zip(&entries).find(|(heading, entry)| heading != entry);
    [
        wrong(headings.len() != entries.len(), format!("{} headings, but {} bookmarks", headings.len(), entries.len())),
        differ.map(|(heading, entry)| format!("the bookmark {entry:?} is not the heading {heading:?}")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn entries(tagged: &Tagged) -> Vec<Entry> {
    let document = tagged.document;
    let mut found = Vec::new();
    if let Some(root) = document.catalog().ok().and_then(|catalog| dictionary(document, catalog, "Outlines")) {
        walk(tagged, root, 1, &mut found);
    }
    found
}

fn walk(tagged: &Tagged, parent: &Dictionary, level: usize, found: &mut Vec<Entry>) {
    let document = tagged.document;
    let mut next = dictionary(document, parent, "First");
    while let Some(item) = next {
        if found.len() > 10_000 {
            return; // a ring
        }
        found.push((level, text(document, item, "Title").unwrap_or_default(), page(tagged, document, item)));
        walk(tagged, item, level + 1, found);
        next = dictionary(document, item, "Next");
    }
}

/// The page that an entry leads to, from 1.
fn page(tagged: &Tagged, document: &Document, item: &Dictionary) -> Option<usize> {
    let action = dictionary(document, item, "A").and_then(|action| entry(document, action, "D"));
    let target = entry(document, item, "Dest").or(action)?.as_array().ok()?;
    let id = target.first()?.as_reference().ok()?;
    let (page, height) = (tagged.pages.iter().position(|(page, _)| *page == id)?, height(document, id)?);
    let within = target.get(3).is_some_and(|top| top.as_float().is_ok_and(|top| (0.0..=height).contains(&top)));
    within.then_some(page + 1)
}

fn height(document: &Document, page: lopdf::ObjectId) -> Option<f32> {
    let media = entry(document, dictionary_of(document, page)?, "MediaBox").and_then(|media| media.as_array().ok())?;
    media.get(3).and_then(|top| Object::as_float(top).ok())
}
