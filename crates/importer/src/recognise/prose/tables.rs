//! Tables of the narrative.

use std::collections::BTreeMap;

use nianbao_model::{Alignment, Block, Inline};

use super::inlines::InlineWriter;
use crate::document::{Grid, GridCell, Part, Run, Side};

/// No table of a narrative has more places.
const MOST: usize = 20_000;

/// A table as a block, and whether no cell of it spanned several places.
pub(super) fn block(grid: &Grid, writer: &mut InlineWriter) -> (Option<Block>, bool) {
    let (height, width) = (grid.height(), grid.width());
    if height == 0 || width == 0 || height.checked_mul(width).is_none_or(|places| places > MOST) {
        return (None, false);
    }
    let mut rows: Vec<Vec<Vec<Inline>>> = vec![vec![Vec::new(); width]; height];
    for cell in &grid.cells {
        let content = writer.inlines(&runs(cell));
        if let Some(place) = rows.get_mut(cell.row).and_then(|row| row.get_mut(cell.column)) {
            *place = content;
        }
    }
    let is_flat = grid.cells.iter().all(|cell| cell.rows <= 1 && cell.columns <= 1);
    let mut rows = rows.into_iter();
    let head = rows.next().unwrap_or_default();
    let alignments = alignments(grid, width);
    (Some(Block::Table { alignments, head, rows: rows.collect() }), is_flat)
}

/// The side on which all of each column stands that says anything; its head may stand elsewhere.
fn alignments(grid: &Grid, width: usize) -> Vec<Alignment> {
    let mut sides: BTreeMap<(usize, bool), Option<Side>> = BTreeMap::new();
    for cell in grid.cells.iter().filter(|cell| cell.columns <= 1 && !cell.parts.is_empty()) {
        let side = sides.entry((cell.column, cell.row == 0)).or_insert(Some(cell.side));
        *side = side.filter(|side| *side == cell.side);
    }
    let side = |column: usize| sides.get(&(column, false)).or(sides.get(&(column, true))).copied().flatten();
    let alignment = |column: usize| match side(column).unwrap_or_default() {
        Side::Unset => Alignment::Unset,
        Side::Left => Alignment::Left,
        Side::Middle => Alignment::Center,
        Side::Right => Alignment::Right,
    };
    (0..width).map(alignment).collect()
}

/// What stands in a cell as one line.
fn runs(cell: &GridCell) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for part in &cell.parts {
        let more: Vec<Run> = match part {
            Part::Paragraph(paragraph) => paragraph.runs.clone(),
            Part::Grid(grid) => {
                let texts = grid.cells.iter().map(GridCell::text).collect::<Vec<_>>().join(" ");
                vec![Run { text: texts, ..Run::default() }]
            }
            Part::Picture { .. } => Vec::new(),
        };
        if !runs.is_empty() && !more.is_empty() {
            runs.push(Run { text: " ".to_owned(), ..Run::default() });
        }
        runs.extend(more.into_iter().map(|run| Run { text: run.text.replace('\n', " "), ..run }));
    }
    runs
}
