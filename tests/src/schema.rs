//! JSON Schema, as much of it as our own schema uses: every keyword is either judged here or refused.

use regex::Regex;
use serde_json::{Map, Value};

/// What is wrong with `value` by `schema`: a place and a keyword each.
pub fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    Judge { root: schema }.judge(schema, value, "", &mut found);
    found
}

struct Judge<'a> {
    root: &'a Value,
}

impl Judge<'_> {
    fn judge(&self, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
        let schema = schema.as_object().expect("a schema is an object");
        for (keyword, wanted) in schema {
            let good = match keyword.as_str() {
                // What stands beside `if` is judged with it.
                "$schema" | "$defs" | "definitions" | "title" | "description" | "then" | "else" => true,
                "$ref" => {
                    let path =
                        wanted.as_str().and_then(|path| path.strip_prefix('#')).expect("a reference within the schema");
                    self.judge(self.root.pointer(path).expect("what is referred to"), value, at, found);
                    true
                }
                "allOf" => {
                    for part in list(wanted) {
                        self.judge(part, value, at, found);
                    }
                    true
                }
                "anyOf" => list(wanted).iter().any(|part| self.is_valid(part, value)),
                "if" => {
                    let follows = if self.is_valid(wanted, value) { "then" } else { "else" };
                    schema.get(follows).is_none_or(|part| {
                        self.judge(part, value, at, found);
                        true
                    })
                }
                "oneOf" => list(wanted).iter().filter(|part| self.is_valid(part, value)).count() == 1,
                "type" => match wanted {
                    Value::Array(kinds) => kinds.iter().any(|kind| is_of_type(value, kind)),
                    kind => is_of_type(value, kind),
                },
                "enum" => list(wanted).contains(value),
                "const" => wanted == value,
                "minimum" => value.as_f64().is_none_or(|number| number >= wanted.as_f64().expect("a number")),
                "maximum" => value.as_f64().is_none_or(|number| number <= wanted.as_f64().expect("a number")),
                "pattern" => value.as_str().is_none_or(|text| fits(text, wanted.as_str().expect("a pattern"))),
                "required" => value.as_object().is_none_or(|members| {
                    list(wanted).iter().all(|name| members.contains_key(name.as_str().expect("a name")))
                }),
                "properties" | "patternProperties" | "additionalProperties" => {
                    self.members(schema, keyword, value, at, found)
                }
                "items" => {
                    for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.judge(wanted, item, &format!("{at}/{number}"), found);
                    }
                    true
                }
                other => panic!("the schema uses {other}, which this test does not judge"),
            };
            if !good {
                found.push(format!("{at}: {keyword}"));
            }
        }
    }

    fn members(
        &self,
        schema: &Map<String, Value>,
        keyword: &str,
        value: &Value,
        at: &str,
        found: &mut Vec<String>,
    ) -> bool {
        let nothing = Map::new();
        let known = schema.get("properties").map_or(&nothing, |known| known.as_object().expect("an object"));
        let patterns = schema.get("patternProperties").and_then(Value::as_object).into_iter().flatten();
        let patterns: Vec<(&String, &Value)> = patterns.collect();
        for (name, member) in value.as_object().into_iter().flatten() {
            let place = format!("{at}/{name}");
            let fitting = || patterns.iter().filter(|(pattern, _)| fits(name, pattern));
            match (keyword, known.get(name), schema.get("additionalProperties")) {
                ("patternProperties", _, _) => {
                    fitting().for_each(|(_, schema)| self.judge(schema, member, &place, found));
                }
                ("additionalProperties", None, _) if fitting().next().is_some() => {}
                ("additionalProperties", None, Some(Value::Bool(false))) => found.push(format!("{place}: unknown")),
                ("properties", Some(schema), _) | ("additionalProperties", None, Some(schema)) => {
                    self.judge(schema, member, &place, found);
                }
                _ => {}
            }
        }
        true
    }

    fn is_valid(&self, schema: &Value, value: &Value) -> bool {
        let mut found = Vec::new();
        self.judge(schema, value, "", &mut found);
        found.is_empty()
    }
}

fn fits(text: &str, pattern: &str) -> bool {
    Regex::new(pattern).expect("a pattern").is_match(text)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn is_of_type(value: &Value, kind: &Value) -> bool {
    match kind.as_str().expect("a name") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        other => panic!("no such type: {other}"),
    }
}
