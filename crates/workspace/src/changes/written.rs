//! Files that are written otherwise.

use nianbao_model::SourceMap;

use crate::Checked;

/// Whether a file that stands on both sides is written otherwise. How lines end is no matter: git may have changed that.
pub(super) fn differs(before: &Checked, path: &str, after: &Checked, other: &str) -> bool {
    let (Some(old), Some(new)) = (text(&before.sources, path), text(&after.sources, other)) else { return false };
    old != new && !old.lines().eq(new.lines())
}

/// Whether a file is the very same on both sides, or on neither.
pub(super) fn same(before: &Checked, path: &str, after: &Checked, other: &str) -> bool {
    text(&before.sources, path) == text(&after.sources, other)
}

fn text<'s>(sources: &'s SourceMap, path: &str) -> Option<&'s str> {
    sources.find(path).map(|file| sources.text(file))
}
