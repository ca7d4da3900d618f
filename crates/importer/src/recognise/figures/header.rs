//! Which columns of a grid are which columns of a block, by what stands above the figures.

use std::collections::BTreeMap;
use std::ops::Range;

use nianbao_model::form::{Axis, Content, Item};

use super::headings::Headings;
use super::lines::{At, Line};

/// So many labels in a line are headings of columns.
const SEVERAL: usize = 3;

/// So many lines above a row may be its head.
const TALLEST: usize = 14;

/// So much of the letters of a head must be there where its words are torn apart.
const LETTERS: f64 = 0.9;

/// The head above a row.
#[derive(Debug, Default)]
pub(super) struct Header {
    /// The grid that it stands in.
    grid: Option<usize>,
    /// How wide that is.
    width: usize,
    /// Where its columns end.
    pub(super) end: usize,
    /// How many cells the lowest of its lines has.
    pub(super) cells: usize,
    /// For each column of the form, where it stands; nothing where it was not found, or twice.
    pub(super) columns: Vec<Option<Range<usize>>>,
    /// The heading of each as written.
    pub(super) labels: Vec<String>,
    /// Whether no heading stands before another that comes first on the form.
    pub(super) ordered: bool,
    /// Whether the headings are all there and in the official order.
    pub(super) official: bool,
    /// Whether any heading was found, or most of their letters.
    pub(super) seen: bool,
    /// Headings that are none of the form's, and where they stand.
    foreign: Vec<(Range<usize>, String)>,
}

/// The head of `block`'s columns above line `row`: in the same grid, or in the grids before it.
pub(super) fn above(
    lines: &[Line],
    row: usize,
    headings: &Headings,
    axis: &Axis,
    is_row: &dyn Fn(usize) -> bool,
) -> Header {
    let mut header = Header {
        columns: vec![None; axis.leaves.len()],
        labels: vec![String::new(); axis.leaves.len()],
        ..Header::default()
    };
    let mut order: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut foreign: Vec<(usize, &At)> = Vec::new();
    let mut top = row;
    let mut doubled = vec![false; axis.leaves.len()];
    let mut text = String::new();
    let mut below = 0;
    for (number, line) in lines.iter().enumerate().take(row).rev() {
        if is_row(number) || has_numbers(line) {
            if header.seen || !text.is_empty() && complete(&text, headings) {
                break;
            }
            text.clear();
            below = 0;
            continue;
        }
        below += 1;
        if below > TALLEST {
            break;
        }
        for (cell, at) in line.cells.iter().enumerate().filter(|(_, at)| at.begins || !at.shared) {
            text.insert_str(0, &at.piece.letters);
            let letters = at.piece.letters.as_str();
            let found = if at.piece.is_label { headings.column(letters, line) } else { None };
            if found.is_some() {
                top = number;
            } else if at.piece.is_label && !letters.is_empty() && !headings.is_torn(letters) {
                foreign.push((number, at));
            }
            let Some((leaf, _)) = found.and_then(|found| headings.one_leaf(&found)) else { continue };
            let Some(place) = header.columns.get_mut(leaf) else { continue };
            let apart = place.as_ref().is_some_and(|other| *other != at.columns);
            if apart && let Some(doubled) = doubled.get_mut(leaf) {
                *doubled = true;
            }
            *place = Some(at.columns.clone());
            if let Some(label) = header.labels.get_mut(leaf) {
                label.clone_from(&at.piece.text);
            }
            order.insert((number, cell), leaf);
            header.seen = true;
            if header.grid.is_none() || header.grid == line.grid {
                header.end = header.end.max(line.cells.last().map_or(0, |last| last.columns.end));
            }
            if header.grid.is_none() {
                header.grid = line.grid;
                header.width = width(lines, line.grid);
                header.cells = line.cells.len();
            }
        }
    }
    let all = header.columns.iter().all(Option::is_some);
    let found: Vec<usize> = order.into_values().collect();
    header.ordered = in_order(&found, axis);
    let torn = found.is_empty() && complete(&text, headings);
    header.foreign = foreign_heads(lines, row, &foreign, header.seen.then_some((top, header.grid)));
    header.official = if all { header.ordered } else { torn && header.foreign.is_empty() };
    header.seen |= header.official;
    for (column, _) in header.columns.iter_mut().zip(doubled).filter(|(_, doubled)| *doubled) {
        *column = None;
    }
    header
}

impl Header {
    /// Whether what is known of the order of its columns leaves no doubt: all headings were found in it, or none says another.
    pub(super) fn gives_order(&self) -> bool {
        self.official || self.foreign.is_empty()
    }

    /// The heading over `columns` that is none of the form's.
    pub(super) fn foreign_over(&self, columns: &Range<usize>) -> Option<&str> {
        let over = |(range, _): &&(Range<usize>, String)| range.start < columns.end && columns.start < range.end;
        self.foreign.iter().find(over).map(|(_, text)| text.as_str())
    }

    /// Whether the columns of `line` are those of this head: of the same grid, or of one as wide that goes on with it.
    pub(super) fn reaches(&self, lines: &[Line], line: &Line) -> bool {
        line.grid.is_some() && (line.grid == self.grid || self.grid.is_some() && width(lines, line.grid) == self.width)
    }
}

fn width(lines: &[Line], grid: Option<usize>) -> usize {
    let within = lines.iter().filter(|line| line.grid.is_some() && line.grid == grid);
    within.filter_map(|line| line.cells.last()).map(|at| at.columns.end).max().unwrap_or(0)
}

/// Which of the labels above a row that are none of the form's are headings: those in the lines of the head, whose first
/// and grid are given; where none was found, lines of several such labels.
fn foreign_heads(
    lines: &[Line],
    row: usize,
    labels: &[(usize, &At)],
    head: Option<(usize, Option<usize>)>,
) -> Vec<(Range<usize>, String)> {
    let grid = head.map_or_else(|| lines.get(row).and_then(|line| line.grid), |(_, grid)| grid);
    let beside = |number: usize| labels.iter().filter(|(other, _)| *other == number).count();
    let is_head = |number: usize| head.map_or_else(|| beside(number) >= SEVERAL, |(top, _)| number >= top);
    let heads = labels
        .iter()
        .filter(|(number, _)| lines.get(*number).is_some_and(|line| line.grid == grid) && is_head(*number));
    heads.map(|(_, at)| (at.columns.clone(), at.piece.text.clone())).collect()
}

/// Whether a line is a row of figures, if of none that the form has (`小计`).
fn has_numbers(line: &Line) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit());
    let counted = usize::from(line.aligned && line.is_counted());
    line.grid.is_some() && line.cells.iter().skip(counted).any(|at| at.begins && is_number(&at.piece.text))
}

/// Whether siblings stand in their order; heads of several lines name those of different levels in any.
fn in_order(found: &[usize], axis: &Axis) -> bool {
    let mut families = Vec::new();
    siblings(axis.items, &mut 0, &mut families);
    families.iter().all(|family| {
        let order: Vec<usize> = found.iter().copied().filter(|leaf| family.contains(leaf)).collect();
        order.is_sorted()
    })
}

fn siblings(items: &[Item], at: &mut usize, families: &mut Vec<Vec<usize>>) {
    let mut own = Vec::new();
    for item in items {
        if let Content::Group(below) = item.content {
            siblings(below, at, families);
        } else {
            own.push(*at);
            *at += 1;
        }
    }
    families.push(own);
}

/// Whether nearly all letters of the headings are in `text`, in whatever order lines and columns tore them.
pub(super) fn complete(text: &str, headings: &Headings) -> bool {
    let mut there: BTreeMap<char, usize> = BTreeMap::new();
    for letter in text.chars() {
        *there.entry(letter).or_default() += 1;
    }
    let wanted: Vec<char> = headings.leaves().flat_map(|heading| heading.letters.chars()).collect();
    let found = wanted.iter().filter(|letter| {
        there.get_mut(letter).is_some_and(|count| {
            let some = *count > 0;
            *count = count.saturating_sub(1);
            some
        })
    });
    let share = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    share(found.count()) >= LETTERS * share(wanted.len())
}
