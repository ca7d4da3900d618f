//! The typed figures of the three tables and the totals derived from them.

use crate::form::{Content, Place};
use crate::{Address, Decimal, FileId, Span, number};

/// What stands in a cell whose figure an import could not read for certain, until somebody writes the right one.
pub const UNVERIFIED: &str = "待核对";

/// One typed cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Cell {
    /// The figure; 0 where nothing was written.
    pub value: Decimal,
    /// What was written, where that is not simply the figure: a blank, `/`, `无`, `１２`, `1,234`.
    pub written: Option<String>,
    /// 注: a remark printed beside the figure.
    pub remark: Option<String>,
    /// Where it was written.
    pub span: Option<Span>,
}

impl Cell {
    /// Whether its figure is still to be looked up.
    pub fn waits(&self) -> bool {
        self.written.as_deref().map(str::trim) == Some(UNVERIFIED)
    }

    /// Whether its figure is known: nobody has still to look it up, and what was written is one.
    pub fn is_known(&self) -> bool {
        let is_zero = |written: &str| {
            let reads = |kind| number::read(written, kind).is_ok_and(|number| number.value.is_zero());
            [Content::Count, Content::Amount, Content::Change].into_iter().any(reads)
        };
        !self.waits() && (!self.value.is_zero() || self.written.as_deref().is_none_or(is_zero))
    }
}

/// A total that a source document states (表内合计).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Stated {
    /// The total on the form that is stated.
    pub address: Address,
    /// The figure as stated, in the unit of its table: items, or 万元 for fees.
    pub value: Decimal,
    /// Where it was written.
    pub span: Span,
}

/// The typed cells of a report by their place on the form: block, row, column. Cells that were not
/// written are absent and count as 0.
///
/// A sorted list: a city has all its figures in memory, and a tree would take twice as much for them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Figures(Vec<(SmallPlace, Cell)>);

/// A place in as little memory as it needs: no form has more than some hundred rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct SmallPlace([u16; 3]);

impl SmallPlace {
    /// Nothing for a place that no form has.
    fn of((block, row, column): Place) -> Option<Self> {
        Some(Self([block.try_into().ok()?, row.try_into().ok()?, column.try_into().ok()?]))
    }

    fn place(self) -> Place {
        let [block, row, column] = self.0.map(usize::from);
        (block, row, column)
    }
}

impl Figures {
    /// Puts a cell in its place; an address that is not a single cell is left alone.
    pub fn set(&mut self, address: &Address, cell: Cell) {
        if let Some(place) = address.cell() {
            self.put(place, cell);
        }
    }

    /// Puts a cell in its place.
    pub(crate) fn put(&mut self, place: Place, cell: Cell) {
        let Some(place) = SmallPlace::of(place) else { return };
        match self.find(place) {
            Ok(index) => self.0[index].1 = cell,
            Err(index) => self.0.insert(index, (place, cell)),
        }
    }

    /// Gives back the memory that was taken for more cells than came.
    pub fn shrink_to_fit(&mut self) {
        self.0.shrink_to_fit();
    }

    /// Where a place's cell is, or would be.
    fn find(&self, place: SmallPlace) -> Result<usize, usize> {
        // Cells are read in the order of the form, so that most are put behind all others.
        match self.0.last() {
            Some((last, _)) if *last < place => Err(self.0.len()),
            _ => self.0.binary_search_by_key(&place, |(place, _)| *place),
        }
    }

    /// All cells where something was written, by place.
    pub fn cells(&self) -> impl Iterator<Item = (Place, &Cell)> {
        self.0.iter().map(|(place, cell)| (place.place(), cell))
    }

    /// Whether each cell comes to the same, wherever it was written; a cell that is not there counts as 0.
    pub fn equals(&self, other: &Self) -> bool {
        let holds = |one: &Self, other: &Self| {
            let value = |place| other.at(place).map(|cell| cell.value).unwrap_or_default();
            one.cells().all(|(place, cell)| cell.value == value(place))
        };
        holds(self, other) && holds(other, self)
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The cell at `address`, if `address` is a single cell and something was written there.
    pub fn cell(&self, address: &Address) -> Option<&Cell> {
        address.cell().and_then(|place| self.at(place))
    }

    /// The cell in a place, if something was written there.
    pub fn at(&self, place: Place) -> Option<&Cell> {
        let index = self.find(SmallPlace::of(place)?).ok()?;
        Some(&self.0[index].1)
    }

    /// Whether a figure that `address` spans is still to be looked up.
    pub fn waits(&self, address: &Address) -> bool {
        address.cells().filter_map(|place| self.at(place)).any(Cell::waits)
    }

    /// Whether every figure that `address` spans is known; where nothing was written it is 0.
    pub fn knows(&self, address: &Address) -> bool {
        address.cells().filter_map(|place| self.at(place)).all(Cell::is_known)
    }

    /// The file that the figures were written in, if any was.
    pub fn file(&self) -> Option<FileId> {
        self.0.iter().find_map(|(_, cell)| cell.span).map(|span| span.file)
    }

    /// The remarks that are printed beside figures, each with its cell and where that was written, by place.
    pub fn remarks(&self) -> impl Iterator<Item = (Address, &str, Option<Span>)> {
        self.cells().filter_map(|((block, row, column), cell)| {
            let address = Address { block, rows: row..row + 1, columns: column..column + 1 };
            Some((address, cell.remark.as_deref()?, cell.span))
        })
    }

    /// The sum of the cells that `address` spans. Exact; the loader keeps figures far below overflow.
    pub fn sum(&self, address: &Address) -> Decimal {
        address
            .cells()
            .filter_map(|place| self.at(place))
            .fold(Decimal::ZERO, |sum, cell| sum.checked_add(cell.value).unwrap_or(Decimal::MAX))
    }
}
