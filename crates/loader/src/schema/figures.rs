//! The figures of the forms as schemas. Which form is meant, the year says.

use nianbao_model::figures::UNVERIFIED;
use nianbao_model::form::{Content, KeyNode};
use nianbao_model::{Form, Forms};

use super::mapping::{self, Mapping};
use super::value::{self, any_of, exactly};
use crate::keys::report::{CELL_GROUP, OWN_OFFICE, STATED, YEAR};
use crate::keys::{Key, ValueKind};
use nianbao_model::json::Json;

/// The schema of report.yaml: the declared keys of `mapping`, and the figures of the form that the year asks for.
pub(super) fn report(head: Json, mut mapping: Mapping, forms: &Forms) -> Json {
    let by_year: Vec<&'static Form> = forms.by_year().collect();
    for key in all_tables(&by_year) {
        let text = Json::from(format!("三张表里的“{}”，写哪些项由年度的格式定。", key.key));
        mapping.add([key.key, key.name], Json::object([("description", text)]));
    }
    let mut definitions: Vec<(String, Json)> =
        [("count", Content::Count), ("amount", Content::Amount), ("change", Content::Change)]
            .map(|(name, content)| (name.to_owned(), cell(content)))
            .into();
    for form in &by_year {
        definitions.push((tables_of(form), tables(form)));
        definitions.push((totals_of(form), totals(form.keys())));
    }
    if let Some(condition) = by_the_year(&by_year) {
        mapping.demand(condition);
    }
    mapping.onto(head).with([("definitions", Json::Object(definitions))])
}

/// The first keys of all forms, each once.
fn all_tables(forms: &[&'static Form]) -> Vec<&'static KeyNode> {
    let mut keys: Vec<&'static KeyNode> = Vec::new();
    for key in forms.iter().flat_map(|form| &form.keys().children) {
        if keys.iter().all(|known| known.key != key.key) {
            keys.push(key);
        }
    }
    keys
}

fn tables_of(form: &Form) -> String {
    format!("tables{}", form.since)
}

fn totals_of(form: &Form) -> String {
    format!("totals{}", form.since)
}

/// The newest form is asked for first; a year before its first leads to the next.
fn by_the_year(forms: &[&'static Form]) -> Option<Json> {
    let mut chain: Option<Json> = None;
    for form in forms.iter().rev() {
        let own = of_form(form);
        chain = Some(match chain {
            None => own,
            Some(older) => Json::object([
                ("if", any_of([YEAR.key, YEAR.name].map(|name| is_before(name, form.since)))),
                ("then", older),
                ("else", own),
            ]),
        });
    }
    chain
}

fn is_before(name: &str, year: i16) -> Json {
    let earlier =
        Json::object([("type", Json::from("integer")), ("maximum", Json::Number(year.saturating_sub(1).into()))]);
    mapping::required(name).with([("properties", Json::object([(name, earlier)]))])
}

/// What a report on `form` holds beside the declared keys.
fn of_form(form: &'static Form) -> Json {
    let mut mapping = Mapping::default();
    let whole = form.undivided().keys();
    for key in &form.keys().children {
        mapping.add([key.key, key.name], node(form, key, whole.child(key.key)));
    }
    mapping.add([OWN_OFFICE.key, OWN_OFFICE.name], reference(&tables_of(form)));
    mapping.add([STATED.key, STATED.name], reference(&totals_of(form)));
    mapping.members()
}

/// All tables of a form.
fn tables(form: &'static Form) -> Json {
    let whole = form.undivided().keys();
    object(form, form.keys(), Some(whole))
}

/// What may stand at `key`, which is `undivided` on the same form with （六）其他处理 in one row.
fn node(form: &'static Form, key: &'static KeyNode, undivided: Option<&'static KeyNode>) -> Json {
    let own = match (&key.address, key.typed) {
        (Some(address), Some(content)) => {
            let label = form.label(address);
            return reference(name_of(content)).with([("description", Json::from(label))]);
        }
        _ => object(form, key, undivided.filter(|other| same_keys(key, other))),
    };
    let other = undivided.filter(|other| !same_keys(key, other));
    let other = other.map(|other| object(form.undivided(), other, None));
    let all = [own].into_iter().chain(other).chain([exactly(UNVERIFIED)]);
    let label = key.address.as_ref().map_or_else(|| key.key.to_owned(), |address| form.label(address));
    any_of(all).with([("description", Json::from(label))])
}

fn same_keys(one: &KeyNode, other: &KeyNode) -> bool {
    let keys = |node: &KeyNode| node.children.iter().map(|child| child.key).collect::<Vec<_>>();
    keys(one) == keys(other)
}

/// The keys below `key` that may be typed.
fn object(form: &'static Form, key: &'static KeyNode, undivided: Option<&'static KeyNode>) -> Json {
    let mut mapping = Mapping::default();
    for child in key.children.iter().filter(|child| child.has_typed()) {
        mapping.add([child.key, child.name], node(form, child, undivided.and_then(|other| other.child(child.key))));
    }
    mapping.schema()
}

/// The totals below `key`: one figure where it has a sum, or what stands below it one by one.
fn totals(key: &'static KeyNode) -> Json {
    let mut mapping = Mapping::default();
    for child in &key.children {
        mapping.add([child.key, child.name], totals(child));
    }
    let figure = || Json::object([("type", Json::from("number"))]);
    match (key.address.is_some(), key.children.is_empty()) {
        (true, true) => figure(),
        (true, false) => any_of([figure(), mapping.schema()]),
        (false, _) => mapping.schema(),
    }
}

/// A cell: a figure, a figure with a remark, or the word that it is to be looked up.
fn cell(content: Content) -> Json {
    let kind = if content == Content::Amount { "number" } else { "integer" };
    let number = Json::object([("type", Json::from(kind))]);
    let number = if content == Content::Change { number } else { number.with([("minimum", Json::Number(0.into()))]) };
    let figure = any_of([number, exactly(UNVERIFIED)]);
    let value = |key: &Key| match key.value {
        ValueKind::Figure => figure.clone(),
        other => value::schema(other),
    };
    let mapping = Mapping::with_values(CELL_GROUP.keys.iter().copied(), value);
    any_of([figure.clone(), mapping.schema()])
}

fn name_of(content: Content) -> &'static str {
    match content {
        Content::Amount => "amount",
        Content::Change => "change",
        Content::Count | Content::Total | Content::Group(_) => "count",
    }
}

fn reference(name: &str) -> Json {
    Json::object([("$ref", Json::from(format!("#/definitions/{name}")))])
}
