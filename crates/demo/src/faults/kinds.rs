//! All kinds of mistakes.

use super::mistake::Mistake;
use super::{dates, figures, prose, sections, wording, written};

/// All kinds.
pub(super) fn all() -> Vec<&'static Mistake> {
    let lists: [&'static [Mistake]; 6] =
        [&figures::ALL, &prose::ALL, &sections::ALL, &dates::ALL, &wording::ALL, &written::ALL];
    lists.into_iter().flatten().collect()
}
