//! Keys and their values.

use nianbao_writer::Field;

/// A key whose value is another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The key, after those that lead to it: `联系方式.电话`.
    pub key: String,
    /// What it said; of a list only what stands there no more.
    pub before: Vec<String>,
    /// What it says; of a list only what is new.
    pub after: Vec<String>,
}

/// The fields that differ, in the order of `after`; those that are gone come last.
pub(super) fn changes(before: &[Field], after: &[Field]) -> Vec<FieldChange> {
    let values = |fields: &[Field], key: &str| {
        fields.iter().find(|field| field.key == key).map(|field| field.values.clone()).unwrap_or_default()
    };
    let gone = before.iter().filter(|field| after.iter().all(|other| other.key != field.key));
    let keys = after.iter().chain(gone).map(|field| &field.key);
    keys.filter_map(|key| change(key, values(before, key), values(after, key))).collect()
}

fn change(key: &str, before: Vec<String>, after: Vec<String>) -> Option<FieldChange> {
    if before == after {
        return None;
    }
    let key = key.to_owned();
    let (gone, new) = (without(&before, &after), without(&after, &before));
    // The same in another order is told as a whole.
    if gone.is_empty() && new.is_empty() {
        return Some(FieldChange { key, before, after });
    }
    Some(FieldChange { key, before: gone, after: new })
}

/// The items of `list` that `other` has not.
fn without(list: &[String], other: &[String]) -> Vec<String> {
    let mut left: Vec<&String> = other.iter().collect();
    let mut kept = Vec::new();
    for item in list {
        match left.iter().position(|one| *one == item) {
            Some(at) => drop(left.swap_remove(at)),
            None => kept.push(item.clone()),
        }
    }
    kept
}
