//! One row or column heading of the form, possibly with others below it.

/// What stands under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// A number of things: a non-negative integer.
    Count,
    /// An amount of money: a non-negative decimal with at most six places.
    Amount,
    /// How much a number of things grew or shrank: an integer of either sign.
    Change,
    /// The sum of all typed headings under the same parent.
    Total,
    /// Further headings.
    Group(&'static [Item]),
}

/// A row or column heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// The official label; empty for a row or column that the form prints without one.
    pub label: &'static str,
    /// The key in report.yaml; headings without a key are passed through.
    pub key: Option<&'static str>,
    /// The English name, an alias of the key.
    pub name: Option<&'static str>,
    /// What stands under it.
    pub content: Content,
}

impl Item {
    /// A heading that counts things.
    pub const fn count(label: &'static str, key: &'static str, name: &'static str) -> Self {
        Self::of(Content::Count, label, key, name)
    }

    pub(super) const fn total(label: &'static str, key: &'static str, name: &'static str) -> Self {
        Self::of(Content::Total, label, key, name)
    }

    pub(super) const fn group(
        label: &'static str,
        key: &'static str,
        name: &'static str,
        items: &'static [Item],
    ) -> Self {
        Self::of(Content::Group(items), label, key, name)
    }

    /// A heading with a key for whatever stands under it.
    pub(super) const fn of(content: Content, label: &'static str, key: &'static str, name: &'static str) -> Self {
        Self { label, key: Some(key), name: Some(name), content }
    }

    /// A heading that groups others on the form but has no key of its own.
    pub(super) const fn heading(label: &'static str, items: &'static [Item]) -> Self {
        Self { label, key: None, name: None, content: Content::Group(items) }
    }

    /// The only row or column of its block, which therefore needs no key.
    pub(super) const fn only(label: &'static str, content: Content) -> Self {
        Self { label, key: None, name: None, content }
    }
}
