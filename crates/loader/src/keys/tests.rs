//! What holds of all declarations.

use std::collections::BTreeSet;

use nianbao_model::{Form, Forms};

use super::{Document, Key, Shape, ValueKind, agency, report, site};

/// All declared keys with their explanations.
fn declared() -> Vec<&'static Key> {
    let mut keys: Vec<&Key> = Vec::new();
    keys.extend(site::GROUP.keys);
    keys.extend(agency::GROUP.keys);
    keys.extend(report::above_tables().chain(report::below_tables()));
    keys.extend(report::CELL_GROUP.keys);
    let mut at = 0;
    while at < keys.len() {
        if let ValueKind::Group(group) | ValueKind::List(group) = keys[at].value {
            keys.extend(group.keys);
        }
        at += 1;
    }
    keys
}

fn documents() -> Vec<Document> {
    [Document::Site, Document::Agency].into_iter().chain(Forms::default().all().map(Document::Report)).collect()
}

/// Calls `visit` with the keys of every mapping that may stand below `shape`.
fn walk(shape: Shape, visit: &mut impl FnMut(&[super::PlacedKey])) {
    let keys = shape.keys();
    visit(&keys);
    for shape in keys.iter().map(|place| place.shape).chain(shape.item()) {
        walk(shape, visit);
    }
}

#[test]
fn every_name_means_one_key_where_it_stands() {
    for document in documents() {
        walk(document.shape(), &mut |keys| {
            let mut seen = BTreeSet::new();
            for place in keys {
                assert!(!place.key.is_empty() && !place.name.is_empty(), "{document:?}");
                assert!(place.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{}", place.name);
                assert!(seen.insert(place.key) && seen.insert(place.name), "{} in {document:?}", place.key);
            }
        });
    }
}

#[test]
fn every_key_is_explained_in_a_line() {
    for key in declared() {
        assert!(!key.explanation.is_empty() && !key.explanation.contains('\n'), "{}", key.key);
        assert!(!key.explanation.ends_with('。'), "{}", key.explanation);
    }
}

#[test]
fn a_place_is_found_by_names_of_either_language() {
    let shape = Document::Report(Form::latest()).shape();
    for path in [
        ["申请", "本年新收", "自然人", "注"],
        ["applications", "received", "natural_person", "remark"],
        ["本级", "申请", "本年新收", "自然人"],
        ["表内合计", "申请", "办理结果总计", "总计"],
    ] {
        let mut at = shape;
        for word in path {
            at = at.child(word).unwrap_or_else(|| panic!("{word} of {path:?}")).shape;
        }
    }
    let total = shape.child("申请").and_then(|table| table.shape.child("办理结果总计"));
    assert!(total.is_none());
    let item = shape.child("更正").and_then(|list| list.shape.item()).expect("a list");
    assert!(item.child("内容").is_some());
}
