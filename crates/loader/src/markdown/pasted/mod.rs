//! What comes along with text that is pasted from Word: bullets, columns between tabs, lines that are paragraphs there.

mod bullets;
mod columns;
mod paragraphs;

use std::ops::Range;

use nianbao_model::Diagnostic;

use super::lines::lines;
use crate::open_file::OpenFile;

/// A finding and its place.
type Told = (Range<usize>, Diagnostic);

/// What is to be said of the lines of running text at `range`, each finding with its place; `is_nested` in a list.
pub(super) fn findings(file: &OpenFile, range: Range<usize>, is_nested: bool) -> Vec<Told> {
    let lines = lines(&file.text, range);
    let table = if is_nested { None } else { columns::find(file, &lines) };
    let (rows, table) = table.map_or((lines.len()..lines.len(), None), |(rows, found)| (rows, Some(found)));
    let around = [lines.get(..rows.start), lines.get(rows.end..)];
    let mut found = Vec::new();
    for lines in around.into_iter().flatten() {
        found.extend(bullets::find(file, lines));
        let prose = lines.split(|(line, _)| bullets::marked(line).is_some());
        found.extend(prose.filter_map(|lines| paragraphs::find(file, lines, is_nested)));
    }
    found.extend(table);
    found
}
