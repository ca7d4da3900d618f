//! A key, and keys that stand together.

use nianbao_model::form::KeyNode;

use super::ValueKind;

/// A key with its English alias.
pub(crate) type Names = (&'static str, &'static str);

/// A key of one of the YAML files.
#[derive(Debug)]
pub struct Key {
    /// Its Chinese name.
    pub key: &'static str,
    /// Its English alias.
    pub name: &'static str,
    /// What stands behind it.
    pub value: ValueKind,
    /// Whether it must be there.
    pub required: bool,
    /// What it is for, one Chinese sentence without a full stop.
    pub explanation: &'static str,
    /// A value as it is written; empty where one would say nothing.
    pub example: &'static str,
}

/// The keys of one mapping.
#[derive(Debug)]
pub struct Group {
    /// What messages call it.
    pub label: &'static str,
    /// Its keys, in the official order.
    pub keys: &'static [&'static Key],
    /// The key whose value alone may stand for the whole mapping: `22` is `{数: 22}`.
    pub short: Option<&'static Key>,
}

/// What has a Chinese name and an English alias.
pub trait Named {
    /// The Chinese name.
    fn key(&self) -> &'static str;
    /// The English alias.
    fn name(&self) -> &'static str;

    /// Whether `word` is one of the two.
    fn is_called(&self, word: &str) -> bool {
        [self.key(), self.name()].contains(&word)
    }
}

impl Key {
    pub(super) const fn new(
        key: &'static str,
        name: &'static str,
        value: ValueKind,
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        Self { key, name, value, required: false, explanation, example }
    }

    /// The same key, which must be there.
    pub(super) const fn required(self) -> Self {
        Self { required: true, ..self }
    }
}

impl Named for Key {
    fn key(&self) -> &'static str {
        self.key
    }

    fn name(&self) -> &'static str {
        self.name
    }
}

impl Named for KeyNode {
    fn key(&self) -> &'static str {
        self.key
    }

    fn name(&self) -> &'static str {
        self.name
    }
}
