//! Keys that stand together, as the schema of an object.

use super::value;
use crate::keys::{Group, Key};
use nianbao_model::json::Json;

/// The members of an object.
#[derive(Debug, Default)]
pub(super) struct Mapping {
    properties: Vec<(String, Json)>,
    aliases: Vec<(String, Json)>,
    conditions: Vec<Json>,
}

impl Mapping {
    /// The members that these keys are.
    pub(super) fn of(keys: impl IntoIterator<Item = &'static Key>) -> Self {
        Self::with_values(keys, |key| value::schema(key.value))
    }

    /// The members that these keys are, each with a value that fits `schema`.
    pub(super) fn with_values(keys: impl IntoIterator<Item = &'static Key>, schema: impl Fn(&Key) -> Json) -> Self {
        let mut mapping = Self::default();
        for key in keys {
            mapping.add([key.key, key.name], described(schema(key), key));
            if key.required {
                mapping.demand(value::any_of([key.key, key.name].map(required)));
            }
        }
        mapping
    }

    /// Asks for a further schema to fit.
    pub(super) fn demand(&mut self, condition: Json) {
        self.conditions.push(condition);
    }

    /// Takes a member in, by its Chinese and its English name.
    pub(super) fn add(&mut self, [key, name]: [&'static str; 2], schema: Json) {
        self.aliases.push((format!("^{name}$"), schema.clone()));
        self.properties.push((key.to_owned(), schema));
    }

    /// What the members are, and nothing of others.
    pub(super) fn members(self) -> Json {
        Json::object([("properties", Json::Object(self.properties)), ("patternProperties", Json::Object(self.aliases))])
    }

    /// The schema of the object, behind the members of `head`.
    pub(super) fn onto(self, head: Json) -> Json {
        let schema = head.with([
            ("type", Json::from("object")),
            ("properties", Json::Object(self.properties)),
            ("patternProperties", Json::Object(self.aliases)),
            ("additionalProperties", Json::Flag(false)),
        ]);
        if self.conditions.is_empty() { schema } else { schema.with([("allOf", Json::List(self.conditions))]) }
    }

    /// The schema of the object.
    pub(super) fn schema(self) -> Json {
        self.onto(Json::object::<String>([]))
    }
}

/// The schema of a group of keys.
pub(super) fn group(group: &'static Group) -> Json {
    Mapping::of(group.keys.iter().copied()).schema()
}

/// That a member of this name is there.
pub(super) fn required(name: &str) -> Json {
    Json::object([("required", Json::texts([name]))])
}

/// A schema with what its key is for.
fn described(schema: Json, key: &Key) -> Json {
    let example = if key.example.is_empty() { String::new() } else { format!("\n例：{}: {}", key.key, key.example) };
    schema.with([("description", Json::from(format!("{}。{example}", key.explanation)))])
}
