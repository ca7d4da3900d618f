//! What comes along with text that is pasted from Word: bullets, columns between tabs, lines that are paragraphs there.

mod bullets;
mod columns;
mod paragraphs;

use std::ops::Range;

use nianbao_model::Diagnostic;

use super::lines::lines;
use crate::session::OpenFile;

/// What is to be said of the lines of running text at `range`, each finding with its place; `is_nested` in a list.
pub(super) fn findings(file: &OpenFile, range: Range<usize>, is_nested: bool) -> Vec<(Range<usize>, Diagnostic)> {
    let lines = lines(&file.text, range);
    if !is_nested && let Some(found) = columns::find(file, &lines) {
        return vec![found];
    }
    let bulleted = bullets::find(file, &lines);
    bulleted.into_iter().chain(paragraphs::find(file, &lines, is_nested)).collect()
}
