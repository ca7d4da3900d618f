//! 表内合计: the totals that a source document states, along the form's keys.

use nianbao_model::form::KeyNode;
use nianbao_model::{Address, Form, Stated};

use super::tree::{Entry, Group, Value};

/// The stated totals. Where a group has one without a key of its own, it is written in place of the group.
pub(super) fn totals(stated: &[Stated], form: &Form) -> Group {
    entries(stated, form.keys())
}

fn entries(stated: &[Stated], key: &KeyNode) -> Group {
    key.children.iter().filter_map(|child| Some(Entry::new(child.key, value(stated, child)?))).collect()
}

fn value(stated: &[Stated], key: &KeyNode) -> Option<Value> {
    let own = key.address.as_ref().and_then(|address| stated.iter().find(|total| total.address == *address));
    let below = entries(stated, key);
    let is_own = |entry: &Entry| key.child(entry.key).is_some_and(|child| same(child.address.as_ref(), own));
    match (own, below.as_slice()) {
        (None, []) => None,
        (Some(own), []) => Some(Value::word(own.value)),
        (Some(own), [only]) if is_own(only) => Some(Value::word(own.value)),
        _ if key.children.iter().all(|child| child.children.is_empty()) => {
            Some(Value::Pairs(below.into_iter().map(|entry| (entry.key, entry.value)).collect()))
        }
        _ => Some(Value::Group(below)),
    }
}

fn same(address: Option<&Address>, own: Option<&Stated>) -> bool {
    address.zip(own).is_some_and(|(address, own)| *address == own.address)
}
