//! A sum as a tree, for programs: version 1.

use nianbao_model::aggregate::{Breakdown, Value};
use serde::Serialize;
use serde_json::Number;

use super::Explained;
use crate::json::{self, number};

#[derive(Serialize)]
struct Explanation<'a> {
    version: u8,
    year: i16,
    key: &'a str,
    label: &'a str,
    #[serde(flatten)]
    tree: Node<'a>,
}

#[derive(Serialize)]
struct Node<'a> {
    agency: &'a str,
    name: &'a str,
    /// `known`, `incomplete` where a sum lacks something, `unread` or `missing`.
    state: &'static str,
    value: Option<Number>,
    #[serde(flatten)]
    sum: Option<Sum<'a>>,
}

/// Left out for an agency that adds nothing up.
#[derive(Serialize)]
struct Sum<'a> {
    typed: bool,
    total: Option<Number>,
    /// Whether the figures of all parts are in the total.
    complete: bool,
    own: Option<Number>,
    parts: Vec<Node<'a>>,
}

pub(super) fn render(explained: &Explained) -> String {
    let Explained { figure, label, year, breakdown } = explained;
    let document = Explanation { version: 1, year: *year, key: figure, label, tree: node(breakdown) };
    json::document(&document)
}

fn node<'a>(breakdown: &'a Breakdown<'a>) -> Node<'a> {
    Node {
        agency: breakdown.agency.as_str(),
        name: breakdown.name,
        state: match breakdown.value {
            Value::Known(_) if !breakdown.lacks().is_empty() => "incomplete",
            Value::Known(_) => "known",
            Value::Lacking(want) => want.name(),
        },
        value: breakdown.value.known().and_then(number),
        sum: breakdown.sum.as_ref().map(|sum| Sum {
            typed: sum.typed,
            total: number(sum.total()),
            complete: sum.lacks().is_empty(),
            own: number(sum.own),
            parts: sum.parts.iter().map(node).collect(),
        }),
    }
}
