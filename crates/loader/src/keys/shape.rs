//! What may stand at a place of a file: from its top along keys and items to a single value.

use nianbao_model::form::KeyNode;

use super::{Document, Group, Key, Named, ValueKind, agency, report, site};

/// What may stand at a place.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A whole file.
    Document(Document),
    /// What a key's declaration says.
    Value(ValueKind),
    /// Figures along the keys of a form, totals left out.
    Figures(&'static KeyNode),
    /// Totals along the keys of a form.
    Totals(&'static KeyNode),
}

/// A key at its place.
#[derive(Debug, Clone, Copy)]
pub struct PlacedKey {
    /// Its Chinese name.
    pub key: &'static str,
    /// Its English alias.
    pub name: &'static str,
    /// What stands behind it.
    pub shape: Shape,
    /// What it is declared as.
    pub declaration: Declaration,
}

/// What a key is declared as.
#[derive(Debug, Clone, Copy)]
pub enum Declaration {
    /// One of the keys of this module.
    Declared(&'static Key),
    /// A key of a form.
    Figure(&'static KeyNode),
}

impl Shape {
    /// The keys that may stand here, in the official order; none where no mapping stands.
    pub fn keys(self) -> Vec<PlacedKey> {
        match self {
            Self::Document(Document::Site) => places(&site::GROUP),
            Self::Document(Document::Agency) => places(&agency::GROUP),
            Self::Document(document @ Document::Report(form)) => {
                let declared = |key| PlacedKey::declared(key, document);
                let figures = form.keys().children.iter().map(|key| PlacedKey::figure(key, Self::figures(key)));
                report::above_tables()
                    .map(declared)
                    .chain(figures)
                    .chain(report::below_tables().map(declared))
                    .collect()
            }
            Self::Value(ValueKind::Group(group)) => places(group),
            Self::Value(_) => Vec::new(),
            Self::Figures(key) => {
                let typed = key.children.iter().filter(|child| child.has_typed());
                typed.map(|child| PlacedKey::figure(child, Self::figures(child))).collect()
            }
            Self::Totals(key) => {
                key.children.iter().map(|child| PlacedKey::figure(child, Self::Totals(child))).collect()
            }
        }
    }

    /// The key here whose name or alias is `word`.
    pub fn child(self, word: &str) -> Option<PlacedKey> {
        self.keys().into_iter().find(|place| place.is_called(word))
    }

    /// What an item is, where a list may stand here.
    pub fn item(self) -> Option<Self> {
        match self {
            Self::Value(ValueKind::List(group)) => Some(Self::Value(ValueKind::Group(group))),
            Self::Value(ValueKind::Words | ValueKind::Agencies | ValueKind::ChoiceOrAgencies(_)) => {
                Some(Self::Value(ValueKind::Text))
            }
            _ => None,
        }
    }

    /// The key whose value alone may stand for the whole mapping that stands here.
    pub fn short(self) -> Option<&'static Key> {
        match self {
            Self::Value(ValueKind::Group(group)) => group.short,
            _ => None,
        }
    }

    /// A single cell, or what stands below `key`.
    fn figures(key: &'static KeyNode) -> Self {
        if key.typed.is_some() { Self::Value(ValueKind::Group(&report::CELL_GROUP)) } else { Self::Figures(key) }
    }
}

impl PlacedKey {
    /// A key of a form.
    fn figure(key: &'static KeyNode, shape: Shape) -> Self {
        Self { key: key.key, name: key.name, shape, declaration: Declaration::Figure(key) }
    }

    /// A key of this module.
    fn of(key: &'static Key, shape: Shape) -> Self {
        Self { key: key.key, name: key.name, shape, declaration: Declaration::Declared(key) }
    }

    /// A declared key of `document`, whose form says what figures are.
    fn declared(key: &'static Key, document: Document) -> Self {
        let shape = match (key.value, document) {
            (ValueKind::Figures, Document::Report(form)) => Shape::Figures(form.keys()),
            (ValueKind::Totals, Document::Report(form)) => Shape::Totals(form.keys()),
            (value, _) => Shape::Value(value),
        };
        Self::of(key, shape)
    }
}

impl Named for PlacedKey {
    fn key(&self) -> &'static str {
        self.key
    }

    fn name(&self) -> &'static str {
        self.name
    }
}

fn places(group: &'static Group) -> Vec<PlacedKey> {
    group.keys.iter().map(|key| PlacedKey::of(key, Shape::Value(key.value))).collect()
}
