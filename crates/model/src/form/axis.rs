//! The rows or the columns of a block, as a tree of headings and as the lines that are printed.

use std::ops::Range;

use super::{Content, Item};

/// A printed row or column.
#[derive(Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Its heading.
    pub item: &'static Item,
    /// The typed rows or columns that it shows: itself, or those that it sums.
    pub range: Range<usize>,
}

/// All rows or all columns of a block.
#[derive(Debug, PartialEq, Eq)]
pub struct Axis {
    /// The headings.
    pub items: &'static [Item],
    /// The printed lines, in order, totals among them.
    pub leaves: Vec<Leaf>,
    /// How many levels of headings the form prints.
    pub depth: usize,
}

/// A key of an axis with the typed lines that it spans. Headings without a key are passed through.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AxisKey {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    /// What may be typed here; nothing for totals and groups.
    pub(super) typed: Option<Content>,
    pub(super) range: Range<usize>,
    pub(super) children: Vec<AxisKey>,
}

impl Axis {
    pub(super) fn new(items: &'static [Item]) -> Self {
        let mut leaves = Vec::new();
        let mut typed = 0;
        flatten(items, &mut typed, &mut leaves);
        Self { items, leaves, depth: depth(items) }
    }

    pub(super) fn keys(&self) -> Vec<AxisKey> {
        keys(self.items, 0)
    }

    /// Whether its lines add up: only then does a heading above several lines have a value.
    pub fn has_total(&self) -> bool {
        self.leaves.iter().any(|leaf| leaf.item.content == Content::Total)
    }

    /// The whole axis, as typed lines.
    pub fn whole(&self) -> Range<usize> {
        0..typed_count(self.items)
    }
}

fn flatten(items: &'static [Item], typed: &mut usize, leaves: &mut Vec<Leaf>) {
    let start = *typed;
    let end = start + typed_count(items);
    for item in items {
        match item.content {
            Content::Group(children) => flatten(children, typed, leaves),
            Content::Total => leaves.push(Leaf { item, range: start..end }),
            Content::Count | Content::Amount | Content::Change => {
                leaves.push(Leaf { item, range: *typed..*typed + 1 });
                *typed += 1;
            }
        }
    }
}

fn keys(items: &[Item], start: usize) -> Vec<AxisKey> {
    let whole = start..start + typed_count(items);
    let mut at = start;
    let mut found = Vec::new();
    for item in items {
        let (typed, range, children) = match item.content {
            Content::Group(below) => (None, at..at + typed_count(below), keys(below, at)),
            Content::Total => (None, whole.clone(), Vec::new()),
            Content::Count | Content::Amount | Content::Change => (Some(item.content), at..at + 1, Vec::new()),
        };
        if item.content != Content::Total {
            at = range.end;
        }
        match (item.key, item.content) {
            (None, Content::Group(_)) => found.extend(children),
            (key, _) => {
                found.push(AxisKey { key: key.unwrap_or(""), name: item.name.unwrap_or(""), typed, range, children });
            }
        }
    }
    found
}

/// How many typed lines stand under `items`.
pub(super) fn typed_count(items: &[Item]) -> usize {
    items
        .iter()
        .map(|item| match item.content {
            Content::Group(children) => typed_count(children),
            Content::Total => 0,
            Content::Count | Content::Amount | Content::Change => 1,
        })
        .sum()
}

/// How many printed lines stand under `items`.
pub(super) fn leaf_count(items: &[Item]) -> usize {
    items
        .iter()
        .map(|item| match item.content {
            Content::Group(children) => leaf_count(children),
            _ => 1,
        })
        .sum()
}

fn depth(items: &[Item]) -> usize {
    items
        .iter()
        .map(|item| {
            let own = usize::from(!item.label.is_empty());
            match item.content {
                Content::Group(children) => own + depth(children),
                _ => own,
            }
        })
        .max()
        .unwrap_or(0)
}
