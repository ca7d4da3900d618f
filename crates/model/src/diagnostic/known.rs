//! Which figures are known although something in their file could not be read.

/// Which figures of a report are known although a finding is about the file that they stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KnownFigures {
    /// None can be relied on.
    None,
    /// All but those of the cells that it is about, which [say so](crate::Cell::is_known).
    Others,
    /// All: none hangs on it.
    All,
}
