//! What an editor may be offered to type.

use std::ops::Range;

use gen_lsp_types::CompletionItemKind;

/// Something that may be typed.
#[derive(Debug)]
pub(super) struct Offer {
    /// What the list shows.
    pub(super) label: String,
    /// What is typed.
    pub(super) text: String,
    /// Whether `$1` in it is where the cursor goes.
    pub(super) snippet: bool,
    /// What it means or comes to, in a few words.
    pub(super) detail: String,
    /// More of it.
    pub(super) more: String,
    /// What kind of thing it is.
    pub(super) kind: CompletionItemKind,
}

/// What may be typed instead of the bytes `word`, the likeliest first.
#[derive(Debug)]
pub(super) struct Offers {
    pub(super) word: Range<usize>,
    pub(super) offers: Vec<Offer>,
}
