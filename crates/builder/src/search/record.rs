//! What a part of the index is made from.

/// A page that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    /// What leads to it from the site's root.
    pub(crate) address: String,
    /// What the index knows of it, as HTML.
    pub(crate) document: String,
}
