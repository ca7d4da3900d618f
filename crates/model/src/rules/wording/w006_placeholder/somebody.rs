//! 某某 where the name of an office or a date belongs. Applicants whose names are kept back (王某某) are none.

use crate::rules::support::characters::is_chinese;

/// What 某某 stands before.
const BEFORE: [&str; 14] = ["局", "委", "办", "厅", "市", "县", "区", "镇", "乡", "街道", "机关", "政府", "年", "件"];

/// What it stands behind, where that is no name.
const BEHIND: &str = "由向对按在于是为与和及从我如到即共收";

/// The length of 某某 at the beginning of `rest`; `above` stands before it, `first` is the first character.
pub(super) fn length(above: &str, first: char, rest: &str) -> Option<usize> {
    if first != '某' {
        return None;
    }
    let behind = rest.strip_prefix("某某")?;
    let stands_free = above.chars().next_back().is_none_or(|last| !is_chinese(last) || BEHIND.contains(last));
    (stands_free && BEFORE.iter().any(|word| behind.starts_with(word))).then_some("某某".len())
}
