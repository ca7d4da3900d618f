//! Tables whose only row has no label: table 4, with fifteen numbers in a row, five of them three times, or all below each
//! other. A number is known by the headings above and beside it, and by its order.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use nianbao_model::Decimal;
use nianbao_model::form::{Content, Table, TableBlock};

use super::figure::{self, Reading};
use super::found::{Found, content};
use super::header::complete;
use super::headings::Headings;
use super::letters;
use super::lines::{At, Line, Piece};
use super::sums::row_holds;
use crate::document::Spot;

/// A heading must be so much like the form's.
const LIKE_ENOUGH: f64 = 0.75;

/// So many lines may stand between two rows of figures.
const TALLEST: usize = 14;

/// A number with what is known of its column.
#[derive(Debug)]
struct Token {
    /// The columns that it may stand in by its own heading.
    columns: Vec<usize>,
    /// Those of the group that it stands in, if that is known.
    group: Option<Range<usize>>,
    piece: Rc<Piece>,
    /// Whether its place shows that, rather than only its order among others.
    proved: bool,
}

/// The columns and the group whose headings stand over a cell.
type Over = (Option<Vec<usize>>, Option<Range<usize>>);

/// What a heading is.
#[derive(Debug, Clone)]
enum Head {
    /// Of these columns, all of the same label.
    Columns(Vec<usize>),
    /// Of several columns together.
    Group(Range<usize>),
}

/// Reads `table` where its headings stand among `lines`.
pub(super) fn read(lines: &[Line], table: &Table, found: &mut Found) {
    for block in &table.blocks {
        let headings = Headings::of(&block.columns);
        let mut search = Search {
            block,
            headings: &headings,
            heads: Vec::new(),
            group: None,
            text: String::new(),
            age: 0,
            passed: Vec::new(),
            taken: Vec::new(),
            tokens: Vec::new(),
            captioned: false,
            whole: None,
        };
        for (number, line) in lines.iter().enumerate() {
            search.captioned |= is_caption(line, table);
            search.line(number, line);
        }
        search.settle(table, found);
    }
}

struct Search<'s> {
    block: &'s TableBlock,
    headings: &'s Headings,
    /// The headings since the last row of figures, with the columns of the grid that they stand over.
    heads: Vec<(Range<usize>, Head)>,
    /// The group that was named last.
    group: Option<Range<usize>>,
    /// All letters since the last row of figures.
    text: String,
    /// How many lines ago a heading was seen.
    age: usize,
    /// The lines since the first heading.
    passed: Vec<usize>,
    taken: Vec<usize>,
    tokens: Vec<Token>,
    /// Whether the table's caption was seen.
    captioned: bool,
    /// A row with a number for each column, and whether the letters of all headings stand above.
    whole: Option<(Vec<Rc<Piece>>, bool)>,
}

impl Search<'_> {
    fn line(&mut self, number: usize, line: &Line) {
        let heads: Vec<(usize, Range<usize>, Head)> = line
            .cells
            .iter()
            .enumerate()
            .filter(|(_, at)| at.piece.is_label)
            .filter_map(|(cell, at)| Some((cell, at.columns.clone(), self.head(&at.piece.letters)?)))
            .collect();
        let values: Vec<(usize, &At)> = line.cells.iter().enumerate().filter(|(_, at)| !at.piece.is_label).collect();
        let filled = values.iter().any(|(_, at)| !at.piece.text.is_empty());
        let started = self.captioned || !self.heads.is_empty() || self.group.is_some() || !heads.is_empty();
        if !started || self.age > TALLEST {
            self.forget();
            if heads.is_empty() {
                return;
            }
        }
        self.passed.push(number);
        self.age = if heads.is_empty() { self.age + 1 } else { 0 };
        if filled && values.iter().any(|(_, at)| at.piece.text.contains(|letter: char| letter.is_numeric()))
            || self.is_blank_row(line, &heads)
        {
            let before = self.placed();
            self.values(line, &heads, &values);
            // Other tables may follow.
            if self.placed() > before {
                self.taken.append(&mut self.passed);
            }
            return;
        }
        for at in &line.cells {
            self.text.push_str(&at.piece.letters);
        }
        for (cell, columns, head) in heads {
            let continued = line.cells.get(cell).is_some_and(|at| !at.begins);
            if let (Head::Group(group), false) = (&head, continued) {
                self.group = Some(group.clone());
            }
            if !continued {
                self.heads.push((columns, head));
            }
        }
    }

    /// A row below headings, or beside one, in which nothing is filled in.
    fn is_blank_row(&self, line: &Line, heads: &[(usize, Range<usize>, Head)]) -> bool {
        let below = self.heads.iter().any(|(_, head)| matches!(head, Head::Columns(_)));
        line.grid.is_some() && heads.is_empty() && below && line.cells.iter().all(|at| at.piece.text.is_empty())
    }

    /// How many numbers were placed.
    fn placed(&self) -> usize {
        self.tokens.len() + self.whole.as_ref().map_or(0, |(whole, _)| whole.len())
    }

    fn forget(&mut self) {
        self.captioned = false;
        self.heads.clear();
        self.group = None;
        self.text.clear();
        self.passed.clear();
        self.age = 0;
    }

    fn head(&self, letters: &str) -> Option<Head> {
        let found = self.headings.find(letters).filter(|found| found.likeness >= LIKE_ENOUGH)?;
        let mut columns = Vec::new();
        for heading in found.headings.iter().filter_map(|number| self.headings.all.get(*number)) {
            if heading.group {
                return Some(Head::Group(heading.leaves.clone()));
            }
            columns.push(heading.leaves.start);
        }
        Some(Head::Columns(columns))
    }

    /// A line with figures.
    fn values(&mut self, line: &Line, own: &[(usize, Range<usize>, Head)], values: &[(usize, &At)]) {
        let beside = own
            .iter()
            .rev()
            .find_map(|(_, _, head)| if let Head::Columns(columns) = head { Some(columns.clone()) } else { None });
        // Other tables have totals, too.
        if beside.is_some() && self.group.is_none() && !self.captioned {
            return;
        }
        for (_, _, head) in own {
            if let Head::Group(group) = head {
                self.group = Some(group.clone());
            }
        }
        let begin = own.last().map_or(0, |(cell, _, _)| cell + 1);
        let values: Vec<&At> = values.iter().filter(|(cell, _)| *cell >= begin).map(|(_, at)| *at).collect();
        if let Some(columns) = beside {
            self.beside(line, &columns, &values);
            return;
        }
        let row_group = own.iter().any(|(_, _, head)| matches!(head, Head::Group(_)));
        self.below(line, &values, row_group);
        if !row_group {
            self.heads.clear();
            self.text.clear();
        }
    }

    /// The numbers beside a heading, one for each group above.
    fn beside(&mut self, line: &Line, columns: &[usize], values: &[&At]) {
        let groups = self.lowest_groups();
        if line.aligned && values.len() > 1 && !groups.is_empty() {
            if is_covered(values, &groups) {
                for at in values {
                    let group = self.over(&at.columns).1;
                    self.push(columns, group, at, true);
                }
            }
            return;
        }
        let only: Vec<&&At> = values.iter().filter(|at| !at.piece.text.is_empty()).collect();
        match (only.as_slice(), values.first()) {
            ([only], _) => self.push(columns, self.group.clone(), only, true),
            ([], Some(first)) => self.push(columns, self.group.clone(), first, true),
            _ => {}
        }
    }

    /// A row of numbers below the headings.
    fn below(&mut self, line: &Line, values: &[&At], row_group: bool) {
        let heads: Vec<(Range<usize>, Vec<usize>)> = self.column_heads();
        let trimmed = values.iter().rposition(|at| !at.piece.text.is_empty()).map_or(values.len(), |last| last + 1);
        let filled = values.get(..if line.aligned { values.len() } else { trimmed }).unwrap_or_default();
        let all = self.block.columns.leaves.len();
        let complete_row = !filled.is_empty() && filled.iter().all(|at| !at.piece.text.is_empty());
        let ranges: Vec<Range<usize>> = heads.iter().map(|(range, _)| range.clone()).collect();
        if line.aligned && is_covered(filled, &ranges) {
            for at in filled {
                let (columns, group) = self.over(&at.columns);
                let group = if row_group || group.is_none() && self.heads.len() <= all {
                    self.group.clone().filter(|_| row_group || heads.len() < all)
                } else {
                    group
                };
                self.push(&columns.unwrap_or_default(), group, at, true);
            }
        } else if heads.len() == filled.len() && (complete_row || line.aligned) {
            let group = self.group.clone().filter(|_| heads.len() < all);
            for (at, (_, columns)) in filled.iter().zip(&heads) {
                self.push(columns, group.clone(), at, false);
            }
        } else if filled.len() == all && complete_row {
            let headed = complete(&self.text, self.headings);
            self.whole = Some((filled.iter().map(|at| Rc::clone(&at.piece)).collect(), headed));
        }
    }

    fn push(&mut self, columns: &[usize], group: Option<Range<usize>>, at: &At, proved: bool) {
        self.tokens.push(Token { columns: columns.to_vec(), group, piece: Rc::clone(&at.piece), proved });
    }

    /// The headings of single columns since the last row, and where they stand.
    fn column_heads(&self) -> Vec<(Range<usize>, Vec<usize>)> {
        let own = self.heads.iter().filter_map(|(range, head)| match head {
            Head::Columns(columns) => Some((range.clone(), columns.clone())),
            Head::Group(_) => None,
        });
        own.collect()
    }

    /// Where the groups stand that have no other below them.
    fn lowest_groups(&self) -> Vec<Range<usize>> {
        let groups = || {
            self.heads.iter().filter_map(|(range, head)| match head {
                Head::Group(leaves) => Some((range, leaves)),
                Head::Columns(_) => None,
            })
        };
        let within =
            |one: &Range<usize>, other: &Range<usize>| one != other && one.start >= other.start && one.end <= other.end;
        let lowest = |leaves: &Range<usize>| !groups().any(|(_, other)| within(other, leaves));
        groups().filter(|(_, leaves)| lowest(leaves)).map(|(range, _)| range.clone()).collect()
    }

    /// The headings that stand over `columns`: the lowest of a column and the lowest of a group.
    fn over(&self, columns: &Range<usize>) -> Over {
        let above = || self.heads.iter().rev().filter(|(over, _)| over.start < columns.end && columns.start < over.end);
        let own =
            above().find_map(|(_, head)| if let Head::Columns(columns) = head { Some(columns.clone()) } else { None });
        let group =
            above().find_map(|(_, head)| if let Head::Group(group) = head { Some(group.clone()) } else { None });
        (own, group)
    }

    /// Puts the numbers in their columns.
    fn settle(mut self, table: &Table, found: &mut Found) {
        let all = self.block.columns.leaves.len();
        let mut seats: Vec<(usize, Rc<Piece>)> = Vec::new();
        let mut proved = self.tokens.iter().all(|token| token.proved);
        let may = |token: &Token, column: usize| {
            token.columns.contains(&column) && token.group.as_ref().is_none_or(|group| group.contains(&column))
        };
        if self.tokens.len() == all && self.tokens.iter().enumerate().all(|(column, token)| may(token, column)) {
            seats.extend(self.tokens.iter().enumerate().map(|(column, token)| (column, Rc::clone(&token.piece))));
        } else {
            for token in &self.tokens {
                let open: Vec<usize> = token.columns.iter().copied().filter(|column| may(token, *column)).collect();
                if let [only] = open.as_slice() {
                    seats.push((*only, Rc::clone(&token.piece)));
                }
            }
        }
        // Where place and order say different things, neither is certain.
        let distinct: BTreeSet<usize> = seats.iter().map(|(column, _)| *column).collect();
        if self.tokens.len() == all && distinct.len() < all {
            seats.clear();
        }
        if let Some((whole, headed)) = self.whole.take().filter(|_| seats.is_empty()) {
            let reading = |(column, piece): (usize, &Rc<Piece>)| figure::read(piece, content(self.block, column), "");
            let readings: Vec<Reading> = whole.iter().enumerate().map(reading).collect();
            if headed || row_holds(self.block, &readings) {
                seats.extend(whole.into_iter().enumerate());
                proved = false;
            }
        }
        if seats.is_empty() {
            return;
        }
        found.take(table.id, std::mem::take(&mut self.taken));
        let mut readings: BTreeMap<usize, (Reading, Spot)> = BTreeMap::new();
        for (column, piece) in seats {
            let label = self.block.columns.leaves.get(column).map_or("", |leaf| leaf.item.label);
            readings.insert(column, (figure::read(&piece, content(self.block, column), label), piece.spot));
        }
        if !proved {
            self.open_unequal(&mut readings);
        }
        for (column, (reading, spot)) in readings {
            found.put((self.block.index, 0, column), reading, Some(spot));
        }
    }

    /// Opens the figures of groups whose total does not hold: it alone shows that none was torn or lost.
    fn open_unequal(&self, readings: &mut BTreeMap<usize, (Reading, Spot)>) {
        let leaves = &self.block.columns.leaves;
        let mut holding: BTreeSet<usize> = BTreeSet::new();
        for (total, leaf) in leaves.iter().enumerate().filter(|(_, leaf)| leaf.item.content == Content::Total) {
            let own: Vec<usize> = leaves
                .iter()
                .enumerate()
                .filter(|(_, part)| leaf.range.contains(&part.range.start) && part.item.content != Content::Total)
                .map(|(part, _)| part)
                .collect();
            let value = |column: &usize| readings.get(column).and_then(|(reading, _)| reading.value());
            let sum = own.iter().map(value).sum::<Option<Decimal>>();
            if sum.is_some() && sum == value(&total) {
                holding.extend(own);
                holding.insert(total);
            }
        }
        for (_, (reading, _)) in readings.iter_mut().filter(|(column, _)| !holding.contains(column)) {
            reading.doubt("各数相加与合计不符，可能错了位");
        }
    }
}

/// Whether each of `heads` has one cell below it and each of `cells` one head above it.
fn is_covered(cells: &[&At], heads: &[Range<usize>]) -> bool {
    let overlap = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
    let below = |head: &Range<usize>| cells.iter().filter(|at| overlap(&at.columns, head)).count();
    let above = |at: &&At| heads.iter().filter(|head| overlap(&at.columns, head)).count();
    !cells.is_empty() && heads.iter().all(|head| below(head) == 1) && cells.iter().all(|at| above(at) == 1)
}

/// Whether a line is the caption of `table`.
fn is_caption(line: &Line, table: &Table) -> bool {
    let [only] = line.cells.as_slice() else { return false };
    letters::likeness(&only.piece.letters, &letters::of(table.caption)) >= LIKE_ENOUGH
}
