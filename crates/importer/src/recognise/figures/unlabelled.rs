//! Tables whose only row has no label: table 4, with fifteen numbers in a row, five of them three times, or all below each
//! other. A number is known by the headings above and beside it, and by its order.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use nianbao_model::form::{Table, TableBlock};

use super::figure::{self, Reading};
use super::found::{Found, content};
use super::header::complete;
use super::headings::Headings;
use super::letters;
use super::lines::{At, Line, Piece};
use super::sums::row_holds;

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
            self.values(line, &heads, &values);
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
        self.taken.append(&mut self.passed);
        for (_, _, head) in own {
            if let Head::Group(group) = head {
                self.group = Some(group.clone());
            }
        }
        let begin = own.last().map_or(0, |(cell, _, _)| cell + 1);
        let values: Vec<&At> = values.iter().filter(|(cell, _)| *cell >= begin).map(|(_, at)| *at).collect();
        let named: Vec<&Vec<usize>> = self
            .heads
            .iter()
            .filter_map(|(_, head)| if let Head::Columns(columns) = head { Some(columns) } else { None })
            .collect();
        let trimmed = values.iter().rposition(|at| !at.piece.text.is_empty()).map_or(values.len(), |last| last + 1);
        let filled: Vec<&At> =
            if line.aligned { values.clone() } else { values.iter().take(trimmed).copied().collect() };
        let all = self.block.columns.leaves.len();
        if let Some(columns) = beside {
            let groups: Vec<&Range<usize>> = self
                .heads
                .iter()
                .filter_map(|(_, head)| if let Head::Group(group) = head { Some(group) } else { None })
                .collect();
            let only: Vec<&&At> = values.iter().filter(|at| !at.piece.text.is_empty()).collect();
            if line.aligned && values.len() > 1 && !groups.is_empty() {
                for at in &values {
                    let group = self.over(&at.columns).1;
                    if group.is_some() {
                        self.tokens.push(Token { columns: columns.clone(), group, piece: Rc::clone(&at.piece) });
                    }
                }
            } else if let [only] = only.as_slice() {
                self.tokens.push(Token { columns, group: self.group.clone(), piece: Rc::clone(&only.piece) });
            } else if let ([], Some(first)) = (only.as_slice(), values.first()) {
                self.tokens.push(Token { columns, group: self.group.clone(), piece: Rc::clone(&first.piece) });
            }
            return;
        }
        let over: Vec<Over> = filled.iter().map(|at| self.over(&at.columns)).collect();
        let by_place = line.aligned && !over.is_empty() && over.iter().all(|(columns, _)| columns.is_some());
        let complete_row = filled.first().is_some_and(|at| !at.piece.text.is_empty())
            && filled.iter().all(|at| !at.piece.text.is_empty());
        if by_place {
            let row_group = own.iter().any(|(_, _, head)| matches!(head, Head::Group(_)));
            for (at, (columns, group)) in filled.iter().zip(over) {
                let group = if row_group || group.is_none() && self.heads.len() <= all {
                    self.group.clone().filter(|_| row_group || named.len() < all)
                } else {
                    group
                };
                self.tokens.push(Token { columns: columns.unwrap_or_default(), group, piece: Rc::clone(&at.piece) });
            }
        } else if named.len() == filled.len() && (complete_row || line.aligned) {
            let group = self.group.clone().filter(|_| named.len() < all);
            for (at, columns) in filled.iter().zip(&named) {
                self.tokens.push(Token {
                    columns: (*columns).clone(),
                    group: group.clone(),
                    piece: Rc::clone(&at.piece),
                });
            }
        } else if filled.len() == all && complete_row {
            let headed = complete(&self.text, self.headings);
            self.whole = Some((filled.iter().map(|at| Rc::clone(&at.piece)).collect(), headed));
        }
        if !own.iter().any(|(_, _, head)| matches!(head, Head::Group(_))) {
            self.heads.clear();
            self.text.clear();
        }
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
    fn settle(self, table: &Table, found: &mut Found) {
        let all = self.block.columns.leaves.len();
        let mut seats: Vec<(usize, Rc<Piece>)> = Vec::new();
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
        if let Some((whole, headed)) = self.whole.filter(|_| seats.is_empty()) {
            let reading = |(column, piece): (usize, &Rc<Piece>)| figure::read(piece, content(self.block, column), "");
            let readings: Vec<Reading> = whole.iter().enumerate().map(reading).collect();
            if headed || row_holds(self.block, &readings) {
                seats.extend(whole.into_iter().enumerate());
            }
        }
        if seats.is_empty() {
            return;
        }
        found.take(table.id, self.taken);
        for (column, piece) in seats {
            let label = self.block.columns.leaves.get(column).map_or("", |leaf| leaf.item.label);
            let reading = figure::read(&piece, content(self.block, column), label);
            found.put((self.block.index, 0, column), reading, Some(piece.spot));
        }
    }
}

/// Whether a line is the caption of `table`.
fn is_caption(line: &Line, table: &Table) -> bool {
    let [only] = line.cells.as_slice() else { return false };
    letters::likeness(&only.piece.letters, &letters::of(table.caption)) >= LIKE_ENOUGH
}
