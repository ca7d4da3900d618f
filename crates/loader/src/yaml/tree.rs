//! What was written, with places.

use nianbao_model::{Span, Spanned};

use super::scalar::{Meaning, Scalar};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) content: Content,
    /// Where it was written; a value that was left out has the place of its key.
    pub(crate) span: Span,
}

/// What a value consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    Scalar(Scalar),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) key: Spanned<String>,
    pub(crate) value: Node,
}

impl Node {
    /// Whether nothing was written, or `~` or `null`.
    pub(crate) fn is_null(&self) -> bool {
        let Content::Scalar(scalar) = &self.content else { return false };
        // Figures are asked by the thousand; they need not be parsed to be told from `null`.
        let digit = scalar.text.starts_with(|c: char| c.is_ascii_digit());
        !digit && scalar.meaning() == Meaning::Null
    }

    /// Whether nothing was written between the key and the next line.
    pub(crate) fn is_absent(&self) -> bool {
        matches!(&self.content, Content::Scalar(scalar) if scalar.plain && scalar.text.is_empty())
    }
}
