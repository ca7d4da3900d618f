//! Tables without ruling lines: lines of words and figures far apart from each other.

use super::glyph::Misgiving;
use super::lines::PdfLine;
use super::table::Table;

/// How far apart words of different columns stand at least, in sizes of their font.
const APART: f64 = 0.9;
/// How many lines a table has at least.
const ROWS: usize = 3;
/// How many lines between rows may be the rest of a label.
const LABEL_LINES: usize = 1;

/// A table without ruling lines: cells only keep their order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Unruled {
    /// The height of its first line.
    pub(super) top: f64,
    /// The words of each row.
    pub(super) rows: Vec<Vec<Word>>,
}

/// What stands together in a row.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Word {
    /// Its text.
    pub(super) text: String,
    /// Why it may be misread.
    pub(super) misgiving: Option<Misgiving>,
}

/// The tables among `lines`, none of which goes on beside or beyond one of the ruled `tables`, and the lines that are left.
pub(super) fn unruled(lines: Vec<PdfLine>, tables: &[Table]) -> (Vec<Unruled>, Vec<PdfLine>) {
    let split: Vec<(PdfLine, Vec<Word>)> = lines.into_iter().map(|line| (line.clone(), words(&line))).collect();
    let (mut found, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(ahead) = split.get(at..).filter(|ahead| !ahead.is_empty()) {
        let count = extent(ahead, tables);
        let (block, _) = ahead.split_at(count.max(1));
        if count > 0 {
            let top = block.first().map_or(0.0, |(line, _)| line.top());
            found.push(Unruled { top, rows: block.iter().map(|(_, words)| words.clone()).collect() });
        } else {
            rest.extend(block.iter().map(|(line, _)| line.clone()));
        }
        at += count.max(1);
    }
    (found, rest)
}

/// How many of the lines ahead are rows of a table, from the first; 0 if it is none.
fn extent(ahead: &[(PdfLine, Vec<Word>)], tables: &[Table]) -> usize {
    let (mut end, mut rows, mut figures, mut between) = (0, 0, 0, 0);
    let mut last: Option<&PdfLine> = None;
    for (number, (line, words)) in ahead.iter().enumerate() {
        if last.is_some_and(|last| parted(last, line, tables)) {
            break;
        }
        last = Some(line);
        let with_figure = words.iter().any(|word| is_figure(&word.text));
        if words.len() > 2 || (words.len() == 2 && with_figure) {
            (end, rows, between) = (number + 1, rows + 1, 0);
            figures += usize::from(with_figure);
        } else if rows == 0 || between == LABEL_LINES {
            break;
        } else {
            between += 1;
        }
    }
    if rows >= ROWS && figures * 2 >= rows { end } else { 0 }
}

/// Whether a table stands between two lines, or they are far apart.
fn parted(above: &PdfLine, below: &PdfLine, tables: &[Table]) -> bool {
    let between = |table: &Table| table.area().y0 > above.base && table.area().y1 < below.base;
    below.base - above.base > 6.0 * above.size || tables.iter().any(between)
}

fn is_figure(text: &str) -> bool {
    text.chars().all(|letter| letter.is_ascii_digit() || ".,/-—".contains(letter))
}

fn words(line: &PdfLine) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for letter in &line.letters {
        let glyph = &letter.glyph;
        match words.last_mut() {
            Some(word) if glyph.left - end <= APART * glyph.size => {
                if letter.spaced {
                    word.text.push(' ');
                }
                word.text.push_str(&glyph.text);
                word.misgiving = word.misgiving.or(glyph.misgiving);
            }
            _ => words.push(Word { text: glyph.text.clone(), misgiving: glyph.misgiving }),
        }
        end = glyph.right;
    }
    words
}
