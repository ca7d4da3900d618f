//! Grids and short paragraphs of a document as lines of cells, however they were cut or nested.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use super::letters;
use crate::Document;
use crate::document::{Certainty, Grid, GridCell, Part, Spot};

/// A paragraph that is longer is no heading of a table.
const LONGEST_HEADING: usize = 60;

/// Grids within cells are looked into so deep.
const DEEPEST: usize = 8;

/// So many cells are looked at; no report has as many.
const MOST_CELLS: usize = 200_000;

/// What stands in a cell.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its text, trimmed.
    pub(super) text: String,
    /// Its letters, as labels are compared.
    pub(super) letters: String,
    /// Whether it holds words rather than a number.
    pub(super) is_label: bool,
    /// Where it stands.
    pub(super) spot: Spot,
    /// Why it may be misread, if it may.
    pub(super) doubt: Option<String>,
}

/// A cell as it covers a line.
#[derive(Debug, Clone)]
pub(super) struct At {
    /// The columns that it covers.
    pub(super) columns: Range<usize>,
    /// Whether it covers further lines.
    pub(super) shared: bool,
    /// Whether it begins in this line.
    pub(super) begins: bool,
    /// What stands in it.
    pub(super) piece: Rc<Piece>,
}

/// A row of a grid, or a short paragraph as a single cell.
#[derive(Debug)]
pub(super) struct Line {
    /// The grid that it belongs to, by its number among all; none for a paragraph.
    pub(super) grid: Option<usize>,
    /// Whether its columns are those of the lines above.
    pub(super) aligned: bool,
    /// The part of the document that it stands in.
    pub(super) part: usize,
    /// Its cells from left to right.
    pub(super) cells: Vec<At>,
}

impl Line {
    /// Whether it begins with its number among all, before a label.
    pub(super) fn is_counted(&self) -> bool {
        let [first, second, ..] = self.cells.as_slice() else { return false };
        let text = &first.piece.text;
        second.piece.is_label && (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// The lines of `document` in reading order.
pub(super) fn of(document: &Document) -> Vec<Line> {
    let mut lines = Lines { all: Vec::new(), grids: 0, room: MOST_CELLS };
    for (part, piece) in document.parts.iter().enumerate() {
        match piece {
            Part::Paragraph(paragraph) => lines.paragraph(part, paragraph.text().trim()),
            Part::Grid(grid) => lines.grid(grid, part, None, 0),
            Part::Picture { .. } => {}
        }
    }
    stood_up(lines.all, lines.grids)
}

/// Numbers that stand below each other, one a line, become a line together.
fn stood_up(lines: Vec<Line>, mut grids: usize) -> Vec<Line> {
    let mut all: Vec<Line> = Vec::with_capacity(lines.len());
    let mut growing = false;
    for line in lines {
        let number = line.grid.is_none()
            && line
                .cells
                .iter()
                .all(|at| !at.piece.is_label && at.piece.text.contains(|letter: char| letter.is_numeric()));
        match all.last_mut().filter(|_| number && growing) {
            Some(last) => {
                let next = last.cells.len();
                last.cells.extend(line.cells.into_iter().map(|at| At { columns: next..next + 1, ..at }));
            }
            None if number => {
                all.push(Line { grid: Some(grids), ..line });
                grids += 1;
            }
            None => all.push(line),
        }
        growing = number;
    }
    all
}

struct Lines {
    all: Vec<Line>,
    grids: usize,
    room: usize,
}

impl Lines {
    fn paragraph(&mut self, part: usize, text: &str) {
        if text.is_empty() || text.chars().count() > LONGEST_HEADING {
            return;
        }
        let piece = Rc::new(Piece::new(text.to_owned(), Spot::part(part), None));
        let cells = vec![At { columns: 0..1, shared: false, begins: true, piece }];
        self.all.push(Line { grid: None, aligned: false, part, cells });
    }

    /// The rows of `grid`; of one within a cell, that cell is where its pieces stand.
    fn grid(&mut self, grid: &Grid, part: usize, within: Option<Spot>, depth: usize) {
        let number = self.grids;
        self.grids += 1;
        let rows: BTreeSet<usize> = grid.cells.iter().map(|cell| cell.row).collect();
        let mut lines: BTreeMap<usize, Vec<At>> = BTreeMap::new();
        for (index, cell) in grid.cells.iter().enumerate() {
            let piece = Rc::new(piece(cell, within.unwrap_or(Spot::cell(part, index))));
            let covered = rows.range(cell.row..cell.row.saturating_add(cell.rows.max(1)));
            let shared = covered.clone().nth(1).is_some();
            for row in covered.take(self.room) {
                let columns = cell.column..cell.column.saturating_add(cell.columns.max(1));
                let at = At { columns, shared, begins: *row == cell.row, piece: Rc::clone(&piece) };
                lines.entry(*row).or_default().push(at);
                self.room -= 1;
            }
        }
        for mut cells in lines.into_values() {
            cells.sort_by_key(|at| at.columns.start);
            self.all.push(Line { grid: Some(number), aligned: grid.aligned, part, cells });
        }
        for (index, cell) in grid.cells.iter().enumerate().filter(|_| depth < DEEPEST) {
            for inner in cell.parts.iter().filter_map(inner_grid) {
                self.grid(inner, part, Some(within.unwrap_or(Spot::cell(part, index))), depth + 1);
            }
        }
    }
}

fn inner_grid(part: &Part) -> Option<&Grid> {
    if let Part::Grid(grid) = part { Some(grid) } else { None }
}

fn piece(cell: &GridCell, spot: Spot) -> Piece {
    let paragraphs = cell.parts.iter().filter_map(|part| match part {
        Part::Paragraph(paragraph) => Some(paragraph.text()),
        Part::Grid(_) | Part::Picture { .. } => None,
    });
    let text = paragraphs.collect::<Vec<_>>().join("\n").trim().to_owned();
    let misread = cell.parts.iter().any(|part| matches!(part, Part::Paragraph(paragraph) if paragraph.uncertain));
    let doubt = match &cell.certainty {
        Certainty::Doubtful(why) => Some(why.clone()),
        Certainty::Certain if misread => Some("文字可能读错".to_owned()),
        Certainty::Certain => None,
    };
    Piece::new(text, spot, doubt)
}

impl Piece {
    fn new(text: String, spot: Spot, doubt: Option<String>) -> Self {
        Self { letters: letters::of(&text), is_label: letters::is_label(&text), text, spot, doubt }
    }
}
