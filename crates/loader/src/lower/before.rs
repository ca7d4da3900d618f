//! Where an entry stands in its mapping, which tells what a mistyped one may mean.

use crate::yaml::Entry;

/// What stands before an entry in its mapping.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Before<'n> {
    /// The entry right before it.
    pub(super) last: Option<&'n Entry>,
    /// The last one that has a value.
    pub(super) filled: Option<&'n Entry>,
    /// The last one that has none.
    pub(super) absent: Option<&'n Entry>,
}

impl<'n> Before<'n> {
    /// Goes on behind `entry`.
    pub(super) fn pass(&mut self, entry: &'n Entry) {
        self.last = Some(entry);
        if entry.value.is_absent() {
            self.absent = Some(entry);
        } else {
            self.filled = Some(entry);
        }
    }
}
