//! Lines that are rows of a table.

use super::lines::{TextLine, width};

/// By what the cells of a row are divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `|`, as tables are copied from some pages.
    Bars,
    /// Tabulators, as they are copied from a spreadsheet.
    Tabs,
    /// Spaces, as they are copied from a PDF.
    Spaces,
}

/// The cells of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextRow {
    /// By what they are divided.
    pub(super) shape: Shape,
    /// Their texts, blank ones too where the division shows them.
    pub(super) cells: Vec<String>,
}

/// Characters that stand for lines between columns.
const BARS: [char; 4] = ['|', '｜', '│', '┃'];

/// A label before a single figure is shorter, so that no line of prose that ends with a number is taken for a row.
const LABEL: usize = 44;

/// The row that a line is by itself; with spaces between its cells it may still be prose.
pub(super) fn of(line: &TextLine<'_>) -> Option<TextRow> {
    if line.text.contains(BARS) {
        return Some(row(Shape::Bars, bars(line.text)));
    }
    if line.whole.trim_start_matches([' ', '\u{3000}', '\t']).contains('\t')
        || line.text.is_empty() && line.whole.contains('\t')
    {
        return Some(row(Shape::Tabs, line.whole.split('\t')));
    }
    let cells: Vec<&str> = gaps(line.text).into_iter().flat_map(figures_off).collect();
    (cells.len() > 1 || is_figure(line.text)).then(|| row(Shape::Spaces, cells))
}

fn row<'a>(shape: Shape, cells: impl IntoIterator<Item = &'a str>) -> TextRow {
    TextRow { shape, cells: cells.into_iter().map(|cell| cell.trim().to_owned()).collect() }
}

/// The last bar ends the row.
fn bars(text: &str) -> impl Iterator<Item = &str> {
    text.strip_suffix(BARS).unwrap_or(text).split(BARS)
}

/// Pieces with at least two spaces between them.
fn gaps(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut gap, mut end) = (0, 0, 0);
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            gap += width(c);
            continue;
        }
        if gap >= 2 {
            pieces.push(text.get(start..end).unwrap_or_default());
            start = at;
        }
        gap = 0;
        end = at + c.len_utf8();
    }
    pieces.push(text.get(start..end).unwrap_or_default());
    pieces
}

/// A piece with the figures at its end apart: `规章 0 0 0`.
fn figures_off(piece: &str) -> Vec<&str> {
    let tokens: Vec<&str> = piece.split(char::is_whitespace).collect();
    let figures = tokens.iter().rev().take_while(|token| is_figure(token)).count();
    let label: usize = piece.chars().map(width).sum();
    let lone = figures == 1 && label <= LABEL && !piece.contains(['，', '。', '；', '：']);
    if figures == 0 || tokens.len() == 1 || figures == 1 && !lone {
        return vec![piece];
    }
    let rest: usize = tokens.iter().rev().take(figures).map(|token| token.len() + 1).sum();
    let label = piece.get(..piece.len().saturating_sub(rest)).unwrap_or_default();
    let figures = tokens.get(tokens.len() - figures..).unwrap_or_default();
    (!label.is_empty()).then_some(label).into_iter().chain(figures.iter().copied()).collect()
}

/// Whether a text is one figure, or what stands for none.
pub(super) fn is_figure(text: &str) -> bool {
    let number =
        text.chars().all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, '.' | ',' | '．'));
    !text.is_empty() && (number || matches!(text, "/" | "／" | "无" | "-" | "—" | "－"))
}
