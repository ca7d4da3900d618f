//! What is kept.

/// A kind of things that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// A page or another text that a template makes.
    Page,
    /// A printed document.
    Pdf,
    /// A part of the index that readers search.
    IndexPart,
    /// A workbook.
    Workbook,
    /// Which fonts print.
    Fonts,
    /// What a file holds, by what tells that it is still the same.
    Checksum,
    /// What a published folder looked like when it was published.
    Publication,
    /// What was told of a build.
    Repeat,
    /// What the files of a published folder were made from.
    Ledger,
}

impl Keeping {
    /// Its name in keys.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Pdf => "pdf",
            Self::IndexPart => "index-part",
            Self::Workbook => "workbook",
            Self::Fonts => "fonts",
            Self::Checksum => "checksum",
            Self::Publication => "publication",
            Self::Repeat => "repeat",
            Self::Ledger => "ledger",
        }
    }
}
