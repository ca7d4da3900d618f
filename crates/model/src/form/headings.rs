//! The headings of a block while they are declared: each says which typed rows or columns it spans, so that whatever
//! asks for a row by its meaning gets what the declaration says.

use std::ops::Range;

use super::axis::typed_count;
use super::{Axis, Content, Item};

/// The headings declared so far under one heading, or at the top.
pub(super) struct Headings {
    items: Vec<Item>,
    /// The first typed line under this heading.
    first: usize,
    /// The typed line that comes next.
    next: usize,
}

impl Headings {
    pub(super) fn new() -> Self {
        Self::starting_at(0)
    }

    fn starting_at(line: usize) -> Self {
        Self { items: Vec::new(), first: line, next: line }
    }

    /// Adds a heading that counts things.
    pub(super) fn count(&mut self, label: &'static str, key: &'static str, name: &'static str) -> Range<usize> {
        self.add(Item::count(label, key, name))
    }

    /// Adds the total of all headings before it under the same heading.
    pub(super) fn total(&mut self, label: &'static str, key: &'static str, name: &'static str) -> Range<usize> {
        self.add(Item::total(label, key, name))
    }

    /// Adds several headings.
    pub(super) fn add_all(&mut self, items: &[Item]) -> Range<usize> {
        let start = self.next;
        for item in items {
            self.add(*item);
        }
        start..self.next
    }

    /// Adds a heading, whatever stands under it.
    pub(super) fn add(&mut self, item: Item) -> Range<usize> {
        let start = if item.content == Content::Total { self.first } else { self.next };
        self.next += typed_count(std::slice::from_ref(&item));
        self.items.push(item);
        start..self.next
    }

    /// Adds a heading without a key, under which `declare` puts others.
    pub(super) fn heading<T>(&mut self, label: &'static str, declare: impl FnOnce(&mut Self) -> T) -> T {
        self.under(|items| Item::heading(label, items), declare)
    }

    /// Adds a heading with a key, under which `declare` puts others.
    pub(super) fn group<T>(
        &mut self,
        label: &'static str,
        key: &'static str,
        name: &'static str,
        declare: impl FnOnce(&mut Self) -> T,
    ) -> T {
        self.under(|items| Item::group(label, key, name, items), declare)
    }

    fn under<T>(&mut self, above: impl FnOnce(&'static [Item]) -> Item, declare: impl FnOnce(&mut Self) -> T) -> T {
        let mut below = Self::starting_at(self.next);
        let declared = declare(&mut below);
        self.next = below.next;
        self.items.push(above(below.lasting()));
        declared
    }

    /// The axis of these headings.
    pub(super) fn into_axis(self) -> Axis {
        Axis::new(self.lasting())
    }

    /// A form is declared once and lives as long as the program.
    fn lasting(self) -> &'static [Item] {
        Box::leak(self.items.into_boxed_slice())
    }
}
