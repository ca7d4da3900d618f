//! Straight quotation marks.

use super::MarkEdit;
use crate::rules::support::characters::is_chinese;

/// All quotation marks of a text, if it is certain how they pair: their number is even, each pair holds
/// Chinese text, and no curved marks stand among them.
pub(super) fn edits(characters: &[(usize, char)]) -> Vec<MarkEdit> {
    let quotes: Vec<usize> = (0..characters.len()).filter(|at| characters[*at].1 == '"').collect();
    let pairs: Vec<(usize, usize)> = quotes.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    let holds_words = |(start, end): &(usize, usize)| {
        let inside = &characters[start + 1..*end];
        inside.iter().any(|(_, c)| is_chinese(*c)) && !inside.iter().any(|(_, c)| "“”\n。；".contains(*c))
    };
    if !quotes.len().is_multiple_of(2) || !pairs.iter().all(holds_words) {
        return Vec::new();
    }
    let edit = |at: usize, full_width| MarkEdit { range: characters[at].0..characters[at].0 + 1, full_width };
    pairs.into_iter().flat_map(|(start, end)| [edit(start, '“'), edit(end, '”')]).collect()
}
