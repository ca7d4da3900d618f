//! Footnotes and endnotes, and what stands beside the text: headers, footers, comments.

use std::collections::BTreeMap;

use super::dropped::SHOWN;
use super::relationships::Relationships;
use super::walk::{Scope, Walk};
use super::xml::{self, all_text, word};
use crate::document::{Paragraph, Part, Place};
use crate::read::ReadError;

/// The texts of the notes that the document refers to, in order.
pub(super) fn read(walk: &mut Walk, links: &Relationships) -> Result<Vec<Vec<Paragraph>>, ReadError> {
    let referred = std::mem::take(&mut walk.notes);
    walk.in_notes = true;
    let mut found: BTreeMap<(&'static str, String), Vec<Paragraph>> = BTreeMap::new();
    for kind in ["footnotes", "endnotes"] {
        if referred.iter().any(|(other, _)| *other == kind) {
            for (id, note) in of_kind(walk, links, kind)? {
                found.insert((kind, id), note);
            }
        }
    }
    Ok(referred.into_iter().map(|key| found.remove(&key).unwrap_or_default()).collect())
}

fn of_kind(walk: &mut Walk, links: &Relationships, kind: &str) -> Result<Vec<(String, Vec<Paragraph>)>, ReadError> {
    let Some(path) = links.targets(kind).next() else { return Ok(Vec::new()) };
    let Some(text) = walk.pictures.package.text(path)? else { return Ok(Vec::new()) };
    walk.links = Relationships::of(walk.pictures.package, path)?;
    let tree = xml::parse(&text)?;
    let mut notes = Vec::new();
    for node in tree.root_element().children().filter(|node| matches!(word(*node), "footnote" | "endnote")) {
        let Some(id) = node.attribute("id") else { continue };
        let mut parts = Vec::new();
        walk.fields.clear();
        walk.blocks(node, &Scope::default(), &mut parts);
        walk.finish(&Scope::default(), &mut parts);
        notes.push((id.to_owned(), parts.into_iter().filter_map(paragraph).collect()));
    }
    Ok(notes)
}

/// A paragraph of a note, without the blank behind its mark.
fn paragraph(part: Part) -> Option<Paragraph> {
    let Part::Paragraph(mut paragraph) = part else { return None };
    if let Some(first) = paragraph.runs.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    paragraph.runs.retain(|run| !run.text.is_empty());
    paragraph.place = Place::Unknown;
    Some(paragraph)
}

/// Lists the parts whose text is not the document's own.
pub(super) fn list_beside(walk: &mut Walk, links: &Relationships) -> Result<(), ReadError> {
    for (kind, name) in [("header", "页眉"), ("footer", "页脚"), ("comments", "批注")] {
        for path in links.targets(kind) {
            let Some(text) = walk.pictures.package.text(path)? else { continue };
            let Ok(tree) = xml::parse(&text) else { continue };
            walk.dropped.add_text(name, &all_text(tree.root_element(), SHOWN), &Place::Unknown);
        }
    }
    if links.targets("vbaProject").next().is_some() {
        walk.dropped.add("宏（没有运行）", "", &Place::Unknown);
    }
    Ok(())
}
