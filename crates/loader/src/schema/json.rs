//! JSON whose members keep the order in which they were put in.

use std::fmt::Write as _;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Json {
    Flag(bool),
    Number(i64),
    Text(String),
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
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    /// A text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The same object with further members at its end.
    pub(super) fn with<K: Into<String>>(self, members: impl IntoIterator<Item = (K, Json)>) -> Self {
        let Self::Object(mut all) = self else { return self };
        all.extend(members.into_iter().map(|(key, value)| (key.into(), value)));
        Self::Object(all)
    }

    /// The value as a file, one member a line.
    pub(super) fn into_file(self) -> String {
        self.indented(0) + "\n"
    }

    fn indented(&self, depth: usize) -> String {
        match self {
            Self::Flag(flag) => flag.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => quoted(text),
            Self::List(items) => block(['[', ']'], depth, items.iter().map(|item| item.indented(depth + 1))),
            Self::Object(members) => {
                let lines =
                    members.iter().map(|(key, value)| format!("{}: {}", quoted(key), value.indented(depth + 1)));
                block(['{', '}'], depth, lines)
            }
        }
    }
}

fn block([open, close]: [char; 2], depth: usize, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return format!("{open}{close}");
    }
    let (inner, outer) = ("  ".repeat(depth + 1), "  ".repeat(depth));
    format!("{open}\n{inner}{}\n{outer}{close}", lines.join(&format!(",\n{inner}")))
}

/// A text in quotes, its special characters escaped.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_keep_their_order_and_texts_are_escaped() {
        let value = Json::object([("乙", Json::texts(["a\"b\\c\n"])), ("甲", Json::List(Vec::new()))]);
        assert_eq!(value.into_file(), "{\n  \"乙\": [\n    \"a\\\"b\\\\c\\u000a\"\n  ],\n  \"甲\": []\n}\n");
    }
}
