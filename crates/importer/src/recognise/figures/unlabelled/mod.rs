//! Tables whose only row has no label: table 4, with fifteen numbers in a row, five of them three times, or all below each
//! other. A number is known by the headings above and beside it, and by its order.

mod placing;
mod settling;

use std::ops::Range;
use std::rc::Rc;

use nianbao_model::form::{Table, TableBlock};

use super::found::Found;
use super::headings::Headings;
use super::letters;
use super::lines::{At, Line, Piece};
use super::sums::row_holds;

/// A caption must be so much like the form's.
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
    /// What its row is called, where that is none of the form's names.
    foreign: Option<String>,
    /// Whether its place shows that, rather than only its order among others.
    proved: bool,
}

/// The numbers of a table, known by headings or by their order alone.
#[derive(Debug, Default)]
struct Numbers {
    tokens: Vec<Token>,
    whole: Option<Vec<Rc<Piece>>>,
    taken: Vec<usize>,
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
            complete: Vec::new(),
            captioned: false,
            reworded: false,
            whole: None,
            together: None,
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
    /// Tables that were seen whole.
    complete: Vec<Numbers>,
    /// Whether the table's caption was seen.
    captioned: bool,
    /// Whether a heading since the last row of figures is none of the form's.
    reworded: bool,
    /// A row with a number for each column, and whether the letters of all headings stand above.
    whole: Option<(Vec<Rc<Piece>>, bool)>,
    /// Rows of figures below headings that are fewer or more than these: their pieces.
    together: Option<Vec<Rc<Piece>>>,
}

impl Search<'_> {
    fn line(&mut self, number: usize, line: &Line) {
        let heads: Vec<(usize, Range<usize>, Head)> = line
            .cells
            .iter()
            .enumerate()
            .filter(|(_, at)| at.piece.is_label)
            .filter_map(|(cell, at)| Some((cell, at.columns.clone(), self.head(&at.piece.letters, line)?)))
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
            self.finish();
            return;
        }
        for at in &line.cells {
            self.text.push_str(&at.piece.letters);
        }
        self.reworded |= !heads.is_empty() && self.foreign(line).is_some();
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
        let rows = self.whole.as_ref().map(|(whole, _)| whole).into_iter().chain(&self.together);
        self.tokens.len() + rows.map(Vec::len).sum::<usize>()
    }

    /// Puts a table aside that is whole: another that follows says the same or contradicts it.
    fn finish(&mut self) {
        let whole = self.whole.take().filter(|(whole, headed)| *headed || row_holds(self.block, &self.readings(whole)));
        let all = self.block.columns.leaves.len();
        if whole.is_none() && self.tokens.len() < all {
            return;
        }
        self.complete.push(Numbers {
            tokens: std::mem::take(&mut self.tokens).into_iter().filter(|_| whole.is_none()).collect(),
            whole: whole.map(|(whole, _)| whole),
            taken: std::mem::take(&mut self.taken),
        });
    }

    fn forget(&mut self) {
        self.captioned = false;
        self.reworded = false;
        self.heads.clear();
        self.group = None;
        self.text.clear();
        self.passed.clear();
        self.age = 0;
    }

    /// What a label is; in a line of several a word is enough.
    fn head(&self, letters: &str, line: &Line) -> Option<Head> {
        let found = self.headings.column(letters, line)?;
        let mut columns = Vec::new();
        for heading in found.headings.iter().filter_map(|number| self.headings.all.get(*number)) {
            if heading.group {
                return Some(Head::Group(heading.leaves.clone()));
            }
            columns.push(heading.leaves.start);
        }
        Some(Head::Columns(columns))
    }

    /// A label before the figures of a line that is none of the form's.
    fn foreign(&self, line: &Line) -> Option<String> {
        let labels = line.cells.iter().filter(|at| at.piece.is_label && !at.piece.letters.is_empty());
        let mut foreign = labels.filter(|at| {
            let letters = at.piece.letters.as_str();
            self.head(letters, line).is_none() && !self.headings.is_torn(letters)
        });
        foreign.next().map(|at| at.piece.text.clone())
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
}

/// Whether a line is the caption of `table`.
fn is_caption(line: &Line, table: &Table) -> bool {
    let [only] = line.cells.as_slice() else { return false };
    letters::likeness(&only.piece.letters, &letters::of(table.caption)) >= LIKE_ENOUGH
}
