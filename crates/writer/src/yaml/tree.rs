//! A YAML file as a tree, and the tree as text.

use std::fmt::Write as _;

use super::scalar;

/// A group with each of its entries on a line of its own.
pub(super) type Group = Vec<Entry>;

/// A key with its value.
pub(super) struct Entry {
    pub(super) key: &'static str,
    pub(super) value: Value,
    pub(super) above: Above,
}

/// What stands above an entry.
pub(super) enum Above {
    /// The entry before it.
    Nothing,
    /// An empty line.
    Blank,
    /// An empty line and a comment.
    Comment(String),
}

/// The value of a key.
pub(super) enum Value {
    /// A number, a date or one of the words of the format.
    Word(String),
    /// Any text.
    Text(String),
    /// What somebody wrote in place of a number; empty for a value that was left blank.
    Written(String),
    /// A list on one line.
    Row(Vec<Value>),
    /// A group on one line.
    Pairs(Vec<(&'static str, Value)>),
    /// A group on lines of its own.
    Group(Group),
    /// A list with each of its items on a line of its own.
    Items(Vec<Value>),
}

impl Entry {
    pub(super) fn new(key: &'static str, value: Value) -> Self {
        Self { key, value, above: Above::Nothing }
    }

    /// An entry with a text, if there is one.
    pub(super) fn text(key: &'static str, text: Option<impl AsRef<str>>) -> Option<Self> {
        text.map(|text| Self::new(key, Value::text(text)))
    }

    /// An entry with a number, a date or one of the words of the format, if there is one.
    pub(super) fn word(key: &'static str, word: Option<impl ToString>) -> Option<Self> {
        word.map(|word| Self::new(key, Value::word(word)))
    }

    /// An entry with a list of texts on one line, if there is any.
    pub(super) fn texts(key: &'static str, texts: impl Iterator<Item = impl AsRef<str>>) -> Option<Self> {
        let texts: Vec<Value> = texts.map(Value::text).collect();
        (!texts.is_empty()).then(|| Self::new(key, Value::Row(texts)))
    }

    /// An entry with a list of items on lines of their own, if there is any.
    pub(super) fn items(key: &'static str, items: impl Iterator<Item = Value>) -> Option<Self> {
        let items: Vec<Value> = items.collect();
        (!items.is_empty()).then(|| Self::new(key, Value::Items(items)))
    }

    /// An entry with a group, if anything stands in it.
    pub(super) fn group(key: &'static str, group: Group) -> Option<Self> {
        (!group.is_empty()).then(|| Self::new(key, Value::Group(group)))
    }

    /// The same below a comment, or an empty line where comments are not wanted.
    pub(super) fn below(self, comment: impl Into<String>, comments: bool) -> Self {
        let above = if comments { Above::Comment(comment.into()) } else { Above::Blank };
        Self { above, ..self }
    }
}

impl Value {
    #[expect(clippy::needless_pass_by_value, reason = "numbers and dates are passed as they are")]
    pub(super) fn word(word: impl ToString) -> Self {
        Self::Word(word.to_string())
    }

    pub(super) fn text(text: impl AsRef<str>) -> Self {
        Self::Text(text.as_ref().to_owned())
    }

    /// As people say it.
    fn words(&self) -> String {
        match self {
            Self::Word(text) | Self::Text(text) | Self::Written(text) => text.clone(),
            Self::Row(items) | Self::Items(items) => items.iter().map(Self::words).collect::<Vec<_>>().join("、"),
            Self::Pairs(pairs) => said(pairs.iter().map(|(key, value)| (*key, value))),
            Self::Group(group) => said(group.iter().map(|entry| (entry.key, &entry.value))),
        }
    }

    /// On one line; `braced` where brackets or braces stand around it.
    fn inline(&self, braced: bool) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Text(text) => scalar::text(text, braced),
            Self::Written(written) => scalar::written(written, braced),
            Self::Row(items) | Self::Items(items) => {
                format!("[{}]", joined(items.iter().map(|item| item.inline(true))))
            }
            Self::Pairs(pairs) => braces(pairs.iter().map(|(key, value)| (*key, value))),
            Self::Group(group) => braces(group.iter().map(|entry| (entry.key, &entry.value))),
        }
    }
}

/// A key, after those that lead to it, with what stands behind it in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// `状态`, `联系方式.电话`.
    pub key: String,
    /// The value; several where a list has its items on lines of their own.
    pub values: Vec<String>,
}

/// The fields of `group`, in its order.
pub(super) fn fields(group: &Group) -> Vec<Field> {
    let mut fields = Vec::new();
    collect(group, "", &mut fields);
    fields
}

fn collect(group: &Group, before: &str, fields: &mut Vec<Field>) {
    for Entry { key, value, .. } in group {
        let key = if before.is_empty() { (*key).to_owned() } else { format!("{before}.{key}") };
        match value {
            Value::Group(group) => collect(group, &key, fields),
            Value::Items(items) => fields.push(Field { key, values: items.iter().map(Value::words).collect() }),
            Value::Pairs(pairs) => {
                let pairs = pairs.iter().map(|(below, value)| (format!("{key}.{below}"), value.words()));
                fields.extend(pairs.map(|(key, value)| Field { key, values: vec![value] }));
            }
            value => fields.push(Field { key, values: vec![value.words()] }),
        }
    }
}

fn said<'v>(pairs: impl Iterator<Item = (&'static str, &'v Value)>) -> String {
    pairs.map(|(key, value)| format!("{key} {}", value.words())).collect::<Vec<_>>().join("，")
}

fn braces<'v>(pairs: impl Iterator<Item = (&'static str, &'v Value)>) -> String {
    format!("{{{}}}", joined(pairs.map(|(key, value)| format!("{key}: {}", value.inline(true)))))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<String>>().join(", ")
}

/// The text of a file that consists of `group`.
pub(super) fn print(group: &Group) -> String {
    let mut text = String::new();
    lines(&mut text, group, "");
    text
}

fn lines(text: &mut String, group: &Group, indent: &str) {
    let deeper = format!("{indent}  ");
    for Entry { key, value, above } in group {
        match above {
            Above::Nothing => {}
            Above::Blank => text.push('\n'),
            Above::Comment(comment) => {
                let _ = writeln!(text, "\n{indent}# {comment}");
            }
        }
        let _ = write!(text, "{indent}{key}:");
        match value {
            Value::Group(group) => {
                text.push('\n');
                lines(text, group, &deeper);
            }
            Value::Items(items) => {
                text.push('\n');
                for item in items {
                    let _ = writeln!(text, "{deeper}- {}", item.inline(false));
                }
            }
            value => {
                let value = value.inline(false);
                *text += if value.is_empty() { "" } else { " " };
                *text += &value;
                text.push('\n');
            }
        }
    }
}
