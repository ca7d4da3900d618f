//! Text in aligned columns, right for double-width characters.

use unicode_width::UnicodeWidthStr;

use crate::visible;

/// On which side of its column a text stands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Align {
    Left,
    Right,
}

/// Rows of cells as lines, each column as wide as its widest cell, without space at the end.
pub(crate) fn columns<const N: usize>(rows: &[[String; N]], align: [Align; N]) -> Vec<String> {
    let rows: Vec<[String; N]> =
        rows.iter().map(|row| row.each_ref().map(|cell| visible::line(cell).into_owned())).collect();
    let widest = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..N).map(widest).collect();
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(&widths).zip(align).map(|((cell, width), align)| {
            let gap = " ".repeat(width - cell.width());
            match align {
                Align::Left => format!("{cell}{gap}"),
                Align::Right => format!("{gap}{cell}"),
            }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
