//! What stands in a line.

use std::ops::Range;

/// Where the line that holds `at` ends, its line end left out.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.find('\n').map_or(text.len(), |end| at + end);
    if text.get(at..end).is_some_and(|line| line.ends_with('\r')) { end - 1 } else { end }
}

/// The first byte from `at` on that is no space, up to `end`.
pub(super) fn skip_blanks(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or_default();
    end - rest.trim_start_matches([' ', '\t']).len()
}

/// A key that begins at `at`, and where what stands behind its colon may begin; with its name.
pub(super) fn key_at(text: &str, at: usize, end: usize) -> Option<(Range<usize>, usize, String)> {
    let rest = text.get(at..end)?;
    let first = rest.chars().next()?;
    let colon = match first {
        '"' | '\'' => {
            let closing = rest.get(1..)?.find(first)? + 2;
            let behind = rest.get(closing..)?;
            let colon = behind.len() - behind.trim_start_matches(' ').len() + closing;
            rest.get(colon..)?.starts_with(':').then_some(colon)?
        }
        '{' | '[' | '#' | ',' | '}' | ']' => return None,
        _ => {
            let is_end =
                |at: usize| rest.get(at + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
            rest.match_indices(':').map(|(at, _)| at).find(|at| is_end(*at))?
        }
    };
    let written = rest.get(..colon)?.trim_end();
    // Behind a `#` all is a comment.
    if written.is_empty() || written.contains(" #") {
        return None;
    }
    let name = written.trim_matches(['"', '\'']).to_owned();
    Some((at..at + written.len(), at + colon + 1, name))
}
