//! A key of a YAML file with all that is declared of it.

use nianbao_loader::keys::{Declaration, Key, Named, PlacedKey, Shape};
use nianbao_model::form::KeyNode;

use crate::yaml::Outline;

/// What may stand below an entry, and the keys on the way there.
pub(super) struct Way {
    /// The keys, the highest first; items of lists are none.
    pub(super) keys: Vec<PlacedKey>,
    /// What may stand there.
    pub(super) shape: Shape,
}

impl Way {
    /// The way from the top of a file, which is `top`, to below `entry`; nothing where a key on it is not known.
    pub(super) fn to(outline: &Outline, entry: Option<usize>, top: Shape) -> Option<Self> {
        let mut way = Self { keys: Vec::new(), shape: top };
        for entry in outline.chain(entry) {
            match &entry.name {
                Some(name) => {
                    let key = way.shape.child(name)?;
                    way.shape = key.shape;
                    way.keys.push(key);
                }
                None => way.shape = way.shape.item()?,
            }
        }
        Some(way)
    }

    /// The figure of the form that the way leads to, or into.
    pub(super) fn figure(&self) -> Option<Figure> {
        let mut figure = Figure { above: None, node: None, path: Vec::new() };
        for key in &self.keys {
            match key.declaration {
                Declaration::Figure(node) => {
                    figure.path.push(node.key);
                    figure.node = Some(node);
                }
                Declaration::Declared(key) if figure.node.is_none() => figure.above = Some(key),
                Declaration::Declared(_) => {}
            }
        }
        figure.node.is_some().then_some(figure)
    }
}

/// A figure of the form as report.yaml names it.
pub(super) struct Figure {
    /// 本级 or 表内合计, where it stands below one of these.
    pub(super) above: Option<&'static Key>,
    /// The key on the form.
    pub(super) node: Option<&'static KeyNode>,
    /// The keys on the way to it, as look-ups write them.
    pub(super) path: Vec<&'static str>,
}

/// What a key is for, in one line.
pub(super) fn explanation(key: &PlacedKey, label: impl FnOnce(&'static KeyNode) -> Option<String>) -> String {
    match key.declaration {
        Declaration::Declared(key) => key.explanation.to_owned(),
        Declaration::Figure(node) => label(node).unwrap_or_else(|| format!("“{}”各项", node.key)),
    }
}

/// A key with its other name.
pub(super) fn names(key: &impl Named) -> [&'static str; 2] {
    [key.key(), key.name()]
}
