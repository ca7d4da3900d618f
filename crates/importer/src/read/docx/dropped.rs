//! What is left out, told once and in short.

use crate::document::{Dropped, Place};

/// So many pieces that were left out are listed.
const LISTED: usize = 300;
/// So many characters of each are shown.
pub(super) const SHOWN: usize = 80;

/// What was left out so far.
#[derive(Debug, Default)]
pub(super) struct DroppedList(Vec<Dropped>);

impl DroppedList {
    /// Adds a piece, of which `text` may be all.
    pub(super) fn add(&mut self, kind: &str, text: &str, place: &Place) {
        if self.0.len() < LISTED {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let text = text.chars().take(SHOWN).collect();
            self.0.push(Dropped { kind: kind.to_owned(), text, place: place.clone() });
        }
    }

    /// Adds a piece, if it says anything.
    pub(super) fn add_text(&mut self, kind: &str, text: &str, place: &Place) {
        if !text.trim().is_empty() {
            self.add(kind, text, place);
        }
    }

    /// All of them.
    pub(super) fn into_list(self) -> Vec<Dropped> {
        self.0
    }
}
