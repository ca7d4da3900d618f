//! What a page is made of.

/// The number of a node.
pub(in crate::read::html) type NodeId = usize;

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read::html) enum Content {
    /// An element by its name in small letters, with its attributes.
    Element(String, Vec<(String, String)>),
    /// Characters.
    Text(String),
    /// A comment, the page itself.
    Other,
}

/// A node of a page.
#[derive(Debug)]
pub(in crate::read::html) struct Node {
    /// What it is.
    pub(in crate::read::html) content: Content,
    /// What it stands in.
    pub(in crate::read::html) parent: Option<NodeId>,
    /// What stands in it.
    pub(in crate::read::html) children: Vec<NodeId>,
}
