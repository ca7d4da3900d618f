//! What a part of the index is made from.

use minicbor::Encode;

/// A page that can be found.
#[derive(Debug, Clone, PartialEq, Eq, Encode)]
pub(crate) struct Record {
    /// What leads to it from the site's root.
    #[n(0)]
    pub(crate) address: String,
    /// What the index knows of it, as HTML.
    #[n(1)]
    pub(crate) document: String,
}
