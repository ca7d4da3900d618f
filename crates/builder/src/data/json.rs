//! JSON with exact numbers and with its members in the order in which they were put in.

use nianbao_model::Decimal;
use serde_json::Value;

use super::figure::number;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Json {
    Null,
    Text(String),
    Number(Decimal),
    /// What comes from serde and holds no figures.
    Plain(Value),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// An object with these members.
    pub(super) fn object<K: Into<String>>(members: impl IntoIterator<Item = (K, Json)>) -> Self {
        Self::Object(members.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// A list of texts.
    pub(super) fn texts<S: Into<String>>(texts: impl IntoIterator<Item = S>) -> Self {
        Self::List(texts.into_iter().map(Self::from).collect())
    }

    /// The value as a file, one member a line.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        let mut text = self.indented(0);
        text.push('\n');
        text.into_bytes()
    }

    /// The value as it stands `depth` levels deep.
    pub(super) fn indented(&self, depth: usize) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Text(text) => quoted(text),
            Self::Number(value) => number(*value),
            Self::Plain(Value::Array(items)) => {
                Self::List(items.iter().cloned().map(Self::Plain).collect()).indented(depth)
            }
            Self::Plain(Value::Object(members)) => {
                Self::object(members.iter().map(|(key, value)| (key, Self::Plain(value.clone())))).indented(depth)
            }
            Self::Plain(value) => value.to_string(),
            Self::List(items) => block(['[', ']'], depth, items.iter().map(|item| item.indented(depth + 1))),
            Self::Object(members) => {
                let lines =
                    members.iter().map(|(key, value)| format!("{}: {}", quoted(key), value.indented(depth + 1)));
                block(['{', '}'], depth, lines)
            }
        }
    }
}

impl<S: Into<String>> From<S> for Json {
    fn from(text: S) -> Self {
        Self::Text(text.into())
    }
}

/// A text in quotes, its special characters escaped.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn block([open, close]: [char; 2], depth: usize, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return format!("{open}{close}");
    }
    let (inner, outer) = ("  ".repeat(depth + 1), "  ".repeat(depth));
    format!("{open}\n{inner}{}\n{outer}{close}", lines.join(&format!(",\n{inner}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_exact_and_members_keep_their_order() {
        let amount: Decimal = "123456789012345.6789".parse().expect("a number");
        let value = Json::object([
            ("乙", Json::Number(amount)),
            ("甲\"\n", Json::from("a\"b\\c\u{1}")),
            (
                "丙",
                Json::List(vec![Json::Number("12.50".parse().expect("a number")), Json::Null, Json::List(Vec::new())]),
            ),
        ]);
        let text = String::from_utf8(value.clone().into_bytes()).expect("UTF-8");
        assert_eq!(
            text,
            "{\n  \"乙\": 123456789012345.6789,\n  \"甲\\\"\\n\": \"a\\\"b\\\\c\\u0001\",\n  \"丙\": [\n    12.5,\n    null,\n    []\n  ]\n}\n"
        );
        assert!(serde_json::from_str::<Value>(&text).is_ok());
    }
}
