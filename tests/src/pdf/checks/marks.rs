//! Everything painted is either in the tree, once, or marked as no part of the document.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::super::Tagged;
use super::super::reach::{dictionary, dictionary_of, elements, number};
use super::super::tags::{Element, Kid};

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let mut faults = Vec::new();
    let mut left: BTreeMap<ObjectId, BTreeSet<i64>> = BTreeMap::new();
    for (id, painted) in &tagged.pages {
        faults.extend(painted.untagged.iter().map(|what| format!("{what} is neither tagged nor an artifact")));
        faults.extend(painted.faults.clone());
        left.insert(*id, painted.marked.keys().copied().collect());
    }
    for (page, mcid) in tagged.top.iter().flat_map(Element::marks) {
        if !left.get_mut(&page).is_some_and(|marks| marks.remove(&mcid)) {
            faults.push(format!("the mark {mcid} is in the tree twice, or not on its page"));
        }
    }
    faults.extend(left.values().flatten().map(|mcid| format!("the mark {mcid} is not in the tree")));
    faults.extend(ways_back(tagged));
    faults
}

/// From each mark, the file leads back to the element that it belongs to.
fn ways_back(tagged: &Tagged) -> Vec<String> {
    let document = tagged.document;
    let back = parents(document);
    let parents_of = |page: ObjectId| {
        let key = number(document, dictionary_of(document, page)?, "StructParents")?;
        document.dereference(back.get(&key)?).ok()?.1.as_array().ok()
    };
    let mut faults = Vec::new();
    for element in tagged.elements() {
        for kid in &element.kids {
            let Kid::Content((page, mcid)) = kid else { continue };
            let parent = parents_of(*page).and_then(|all| all.get(usize::try_from(*mcid).ok()?)?.as_reference().ok());
            if parent.is_none() || parent != element.object {
                faults.push(format!("the mark {mcid} does not lead back to its {}", element.role));
            }
        }
    }
    faults
}

/// The parent tree: what belongs to each key.
fn parents(document: &Document) -> BTreeMap<i64, &Object> {
    let root = document.catalog().ok().and_then(|catalog| dictionary(document, catalog, "StructTreeRoot"));
    let tree = root.and_then(|root| dictionary(document, root, "ParentTree"));
    tree.map(|tree| numbers(document, tree, 0)).unwrap_or_default()
}

fn numbers<'a>(document: &'a Document, tree: &'a Dictionary, depth: usize) -> BTreeMap<i64, &'a Object> {
    let pairs = elements(document, tree, "Nums");
    let mut all: BTreeMap<i64, &Object> =
        pairs.chunks_exact(2).filter_map(|pair| Some((pair[0].as_i64().ok()?, pair[1]))).collect();
    if depth < 10 {
        let kids = elements(document, tree, "Kids").into_iter();
        let kids = kids.filter_map(|kid| document.dereference(kid).ok()?.1.as_dict().ok());
        all.extend(kids.flat_map(|kid| numbers(document, kid, depth + 1)));
    }
    all
}
