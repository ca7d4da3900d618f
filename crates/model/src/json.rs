//! JSON with exact numbers and with its members in the order in which they were put in.

use std::fmt::Write as _;

use crate::Decimal;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// Nothing.
    Null,
    /// True or false.
    Flag(bool),
    /// A number, as exact as a figure.
    Number(Decimal),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Members by name.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// An object with these members.
    pub fn object<K: Into<String>>(members: impl IntoIterator<Item = (K, Self)>) -> Self {
        Self::Object(members.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// A list of texts.
    pub fn texts<S: Into<String>>(texts: impl IntoIterator<Item = S>) -> Self {
        Self::List(texts.into_iter().map(Self::from).collect())
    }

    /// The same object with further members at its end.
    #[must_use]
    pub fn with<K: Into<String>>(self, members: impl IntoIterator<Item = (K, Self)>) -> Self {
        let Self::Object(mut all) = self else { return self };
        all.extend(members.into_iter().map(|(key, value)| (key.into(), value)));
        Self::Object(all)
    }

    /// The value as a file, one member a line.
    pub fn into_file(self) -> String {
        self.indented(0) + "\n"
    }

    /// The value as it stands `depth` levels deep.
    pub fn indented(&self, depth: usize) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Flag(flag) => flag.to_string(),
            Self::Number(number) => number.normalize().to_string(),
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

impl<S: Into<String>> From<S> for Json {
    fn from(text: S) -> Self {
        Self::Text(text.into())
    }
}

/// A text in quotes, its special characters escaped as all writers do.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{c}' => quoted.push_str("\\f"),
            control if control < ' ' => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

fn block([open, close]: [char; 2], depth: usize, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return format!("{open}{close}");
    }
    let (inner, outer) = ("  ".repeat(depth + 1), "  ".repeat(depth));
    format!("{open}\n{inner}{}\n{outer}{close}", lines.join(&format!(",\n{inner}")))
}
