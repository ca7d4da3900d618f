//! What may stand at a place of a file: from its top along keys and items to a single value.

use nianbao_model::form::KeyNode;

use super::{Document, Group, Key, Named, Value, agency, report, site};

/// What may stand at a place.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A whole file.
    Document(Document),
    /// What a key's declaration says.
    Value(Value),
    /// Figures along the keys of a form, totals left out.
    Figures(&'static KeyNode),
    /// Totals along the keys of a form.
    Totals(&'static KeyNode),
}

/// A key at its place.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Its Chinese name.
    pub key: &'static str,
    /// Its English alias.
    pub name: &'static str,
    /// What stands behind it.
    pub shape: Shape,
}

impl Shape {
    /// The keys that may stand here, in the official order; none where no mapping stands.
    pub fn keys(self) -> Vec<Place> {
        match self {
            Self::Document(Document::Site) => places(&site::GROUP),
            Self::Document(Document::Agency) => places(&agency::GROUP),
            Self::Document(document @ Document::Report(form)) => {
                let declared = |key| Place::declared(key, document);
                let figures = form.keys().children.iter().map(|key| Place::of(key, Self::figures(key)));
                report::above_tables()
                    .map(declared)
                    .chain(figures)
                    .chain(report::below_tables().map(declared))
                    .collect()
            }
            Self::Value(Value::Group(group)) => places(group),
            Self::Value(_) => Vec::new(),
            Self::Figures(key) => {
                let typed = key.children.iter().filter(|child| child.has_typed());
                typed.map(|child| Place::of(child, Self::figures(child))).collect()
            }
            Self::Totals(key) => key.children.iter().map(|child| Place::of(child, Self::Totals(child))).collect(),
        }
    }

    /// The key here whose name or alias is `word`.
    pub fn child(self, word: &str) -> Option<Place> {
        self.keys().into_iter().find(|place| place.is_called(word))
    }

    /// What an item is, where a list may stand here.
    pub fn item(self) -> Option<Self> {
        match self {
            Self::Value(Value::List(group)) => Some(Self::Value(Value::Group(group))),
            Self::Value(Value::Words | Value::Agencies | Value::ChoiceOrAgencies(_)) => Some(Self::Value(Value::Text)),
            _ => None,
        }
    }

    /// The key whose value alone may stand for the whole mapping that stands here.
    pub fn short(self) -> Option<&'static Key> {
        match self {
            Self::Value(Value::Group(group)) => group.short,
            _ => None,
        }
    }

    /// A single cell, or what stands below `key`.
    fn figures(key: &'static KeyNode) -> Self {
        if key.typed.is_some() { Self::Value(Value::Group(&report::CELL_GROUP)) } else { Self::Figures(key) }
    }
}

impl Place {
    fn of(key: &impl Named, shape: Shape) -> Self {
        Self { key: key.key(), name: key.name(), shape }
    }

    /// A declared key of `document`, whose form says what figures are.
    fn declared(key: &'static Key, document: Document) -> Self {
        let shape = match (key.value, document) {
            (Value::Figures, Document::Report(form)) => Shape::Figures(form.keys()),
            (Value::Totals, Document::Report(form)) => Shape::Totals(form.keys()),
            (value, _) => Shape::Value(value),
        };
        Self::of(key, shape)
    }
}

impl Named for Place {
    fn key(&self) -> &'static str {
        self.key
    }

    fn name(&self) -> &'static str {
        self.name
    }
}

fn places(group: &'static Group) -> Vec<Place> {
    group.keys.iter().map(|key| Place::of(*key, Shape::Value(key.value))).collect()
}
