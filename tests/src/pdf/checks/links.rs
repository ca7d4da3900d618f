//! Links: each has a text, says where it leads, and is in the tree once.

use std::collections::BTreeSet;

use lopdf::{Document, Object, ObjectId};

use super::super::Tagged;
use super::super::reach::{dictionary_of, elements, name, number, text};
use super::super::tags::Kid;
use super::wrong;

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let mut faults = Vec::new();
    let mut left: BTreeSet<ObjectId> =
        tagged.pages.iter().flat_map(|(page, _)| annotations(tagged.document, *page)).collect();
    for element in tagged.elements() {
        let objects: Vec<ObjectId> =
            element.kids.iter().filter_map(|kid| if let Kid::Object(id) = kid { Some(*id) } else { None }).collect();
        faults
            .extend(wrong(!objects.is_empty() && element.role != "Link", format!("a link stands in {}", element.role)));
        if element.role == "Link" {
            let said = tagged.text(element);
            faults.extend(wrong(objects.is_empty(), format!("the link “{said}” leads nowhere")));
            faults.extend(wrong(said.trim().is_empty(), "a link is empty"));
        }
        for id in objects {
            faults.extend(wrong(!left.remove(&id), "a link is in the tree twice, or on no page"));
            faults.extend(annotation(tagged.document, id));
        }
    }
    faults.extend(left.iter().map(|id| format!("the annotation {id:?} is not in the tree")));
    faults
}

fn annotations(document: &Document, page: ObjectId) -> Vec<ObjectId> {
    let Some(page) = dictionary_of(document, page) else { return Vec::new() };
    elements(document, page, "Annots")
        .into_iter()
        .filter_map(|annotation| Object::as_reference(annotation).ok())
        .collect()
}

fn annotation(document: &Document, id: ObjectId) -> Vec<String> {
    let Some(dictionary) = dictionary_of(document, id) else {
        return vec![format!("the annotation {id:?} is not there")];
    };
    let contents = text(document, dictionary, "Contents").unwrap_or_default();
    let printed = number(document, dictionary, "F").unwrap_or_default() & 4 != 0;
    [
        wrong(name(document, dictionary, "Subtype").as_deref() != Some("Link"), "an annotation is no link"),
        wrong(contents.trim().is_empty(), "a link does not say where it leads"),
        wrong(
            number(document, dictionary, "StructParent").is_none(),
            format!("the link “{contents}” does not lead back"),
        ),
        wrong(!printed, format!("the link “{contents}” is not printed")),
    ]
    .into_iter()
    .flatten()
    .collect()
}
