//! Why something cannot be changed.

/// In words for whoever typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused(pub(super) String);
