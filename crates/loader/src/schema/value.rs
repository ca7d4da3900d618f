//! What stands behind a key, as a schema.

use super::mapping;
use crate::keys::{Choice, NO, ValueKind, YES};
use nianbao_model::json::Json;

/// The schema of a kind of value. That of figures hangs on the form.
pub(super) fn schema(value: ValueKind) -> Json {
    match value {
        ValueKind::Text => words(),
        ValueKind::Year => Json::object([
            ("type", Json::texts(["integer", "string"])),
            ("pattern", Json::from("^[0-9]{4}$")),
            ("minimum", Json::Number(1000.into())),
            ("maximum", Json::Number(9999.into())),
        ]),
        ValueKind::Date => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        ValueKind::Order => Json::object([
            ("type", Json::from("integer")),
            ("minimum", Json::Number(0.into())),
            ("maximum", Json::Number(999_999.into())),
        ]),
        ValueKind::Figure => Json::object([("type", Json::from("number"))]),
        ValueKind::YesOrNo => {
            let flags = [Json::Flag(true), Json::Flag(false)];
            let more = YES.into_iter().chain(NO).filter(|word| !["true", "false"].contains(word)).map(Json::from);
            Json::object([("enum", Json::List(flags.into_iter().chain(more).collect()))])
        }
        ValueKind::Choice(choices) => any_of(choice(choices)),
        ValueKind::WebAddress => pattern("^https?://"),
        ValueKind::Colour => pattern("^#[0-9A-Fa-f]{6}$"),
        ValueKind::Picture => Json::object([("type", Json::from("string"))]),
        ValueKind::Words => any_of([words(), list(words())]),
        ValueKind::Agencies => list(words()),
        ValueKind::ChoiceOrAgencies(choices) => {
            let mut any = choice(choices);
            any.push(list(words()));
            any_of(any)
        }
        ValueKind::Group(group) => match group.short {
            Some(short) => any_of([schema(short.value), mapping::group(group)]),
            None => mapping::group(group),
        },
        ValueKind::List(group) => list(mapping::group(group)),
        ValueKind::Figures | ValueKind::Totals => Json::object([("type", Json::from("object"))]),
    }
}

/// Whatever fits one of these.
pub(super) fn any_of(schemas: impl IntoIterator<Item = Json>) -> Json {
    Json::object([("anyOf", Json::List(schemas.into_iter().collect()))])
}

/// This text and nothing else.
pub(super) fn exactly(word: &str) -> Json {
    Json::object([("const", Json::from(word))])
}

/// The words one by one, each with what it means, and their English names together.
fn choice(choices: &[Choice]) -> Vec<Json> {
    let described = |choice: &Choice| exactly(choice.word).with([("description", Json::from(choice.explanation))]);
    let mut any: Vec<Json> = choices.iter().map(described).collect();
    let names: Vec<&str> = choices.iter().filter_map(|choice| choice.name).collect();
    if !names.is_empty() {
        any.push(Json::object([("enum", Json::texts(names))]));
    }
    any
}

/// A number written as words, such as a postcode, is read as words.
fn words() -> Json {
    Json::object([("type", Json::texts(["string", "number"]))])
}

fn list(items: Json) -> Json {
    Json::object([("type", Json::from("array")), ("items", items)])
}

fn pattern(pattern: &str) -> Json {
    Json::object([("type", Json::from("string")), ("pattern", Json::from(pattern))])
}
