//! What is to be changed.

use std::fmt;

/// A step from a value into it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// To the value of a key, by its Chinese name or its English alias.
    Key(String),
    /// To an item of a list, from 0.
    Item(usize),
}

/// The way from the top of a file to a value.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyPath(Vec<Step>);

/// A value to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A single value: words, a number, a date.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A mapping, by the names of its keys.
    Group(Vec<(String, Value)>),
}

/// What to do at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Let this be the value. What is missing on the way is put in; where a single value alone may stand for a mapping
    /// (`22` for `{数: 22}`), it is that key's value, and the keys beside it stay.
    Set(Value),
    /// Put this item into a list, before the one that the path names, or behind the last.
    Insert(Value),
    /// Take the key or the item away. Nothing happens where it is not there.
    Remove,
}

/// A change of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub path: KeyPath,
    /// What.
    pub action: Action,
}

impl KeyPath {
    /// The path along these keys.
    pub fn of<K: Into<String>>(keys: impl IntoIterator<Item = K>) -> Self {
        Self(keys.into_iter().map(|key| Step::Key(key.into())).collect())
    }

    /// The path that goes on to `key`.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.push(Step::Key(key.into()));
        self
    }

    /// The path that goes on to the item `index`, from 0.
    #[must_use]
    pub fn item(mut self, index: usize) -> Self {
        self.0.push(Step::Item(index));
        self
    }

    /// Its steps.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Whether `other` is this path or goes on from it.
    pub(super) fn leads_to(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }

    /// The first `count` steps.
    pub(super) fn first(&self, count: usize) -> Self {
        Self(self.0.iter().take(count).cloned().collect())
    }
}

impl FromIterator<Step> for KeyPath {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Self(steps.into_iter().collect())
    }
}

impl fmt::Display for KeyPath {
    /// `更正[0].日期`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if at > 0 => write!(f, ".{key}")?,
                Step::Key(key) => f.write_str(key)?,
                Step::Item(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

impl Change {
    /// Sets the value at `path`.
    pub fn set(path: KeyPath, value: Value) -> Self {
        Self { path, action: Action::Set(value) }
    }

    /// Puts an item into a list.
    pub fn insert(path: KeyPath, value: Value) -> Self {
        Self { path, action: Action::Insert(value) }
    }

    /// Takes a key or an item away.
    pub fn remove(path: KeyPath) -> Self {
        Self { path, action: Action::Remove }
    }
}

impl Value {
    /// A single value.
    pub fn text(text: impl fmt::Display) -> Self {
        Self::Text(text.to_string())
    }

    /// A mapping of single values.
    pub fn group<K: Into<String>, T: Into<String>>(entries: impl IntoIterator<Item = (K, T)>) -> Self {
        Self::Group(entries.into_iter().map(|(key, text)| (key.into(), Self::Text(text.into()))).collect())
    }
}
