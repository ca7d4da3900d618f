//! Which cells of a line are which columns of a block.

use std::ops::Range;
use std::rc::Rc;

use super::header::Header;
use super::lines::{At, Line, Piece};

/// Why a column has no cells that has no heading.
pub(super) const NO_HEAD: &str = "没有找到这一列的表头";

/// The cells of a line by the columns of a block.
#[derive(Debug)]
pub(super) struct Assigned {
    /// For each column its cell, or why it has none.
    pub(super) cells: Vec<Result<Rc<Piece>, String>>,
    /// Whether only a sum that holds can tell that they stand where they should.
    pub(super) unproved: bool,
    /// Whether only sums of columns can tell where its blanks stand.
    pub(super) loose: bool,
}

/// The cells of `line` from number `start` on, by the columns of `header`; `reached` says whether the head stands above them.
pub(super) fn assign(line: &Line, start: usize, header: &Header, reached: bool) -> Assigned {
    let values = line.cells.get(start..).unwrap_or_default();
    let columns = header.columns.len();
    let by_place = line.aligned && reached;
    if !header.ordered && !by_place {
        return none(columns, "这一行没有对着表头，各列的次序又和规定的不同".to_owned());
    }
    if !(by_place || header.gives_order()) {
        return none(columns, "表头里有规定以外的说法，各列的次序不能确定".to_owned());
    }
    if !line.aligned {
        return in_a_row(values, columns, header.official || columns == 1);
    }
    if !reached {
        return by_number(values, columns, header.official);
    }
    let placed: Vec<_> = (0..columns).map(|leaf| below(line, start, leaf, &header.columns)).collect();
    let fits = fits(line, start, header);
    if fits && placed.iter().all(Result::is_ok) {
        return Assigned { cells: placed, unproved: false, loose: false };
    }
    let found = header.columns.iter().flatten().count();
    if fits && 2 * found >= columns && values.len() != columns {
        return Assigned { cells: placed, unproved: false, loose: false };
    }
    let headless = |cell: &Result<Rc<Piece>, String>| cell.as_ref().map_or_else(|why| why == NO_HEAD, |_| true);
    if fits && found > 0 && placed.iter().all(headless) {
        return completed(placed, values, header);
    }
    if !header.ordered || !header.gives_order() {
        return none(columns, "这一行的格和表头对不齐".to_owned());
    }
    by_number(values, columns, false)
}

/// The cells below the headings that were found. Where all of these stand in their official places, a cell below none is
/// known by its own, unless a heading of another kind stands over it.
fn completed(placed: Vec<Result<Rc<Piece>, String>>, values: &[At], header: &Header) -> Assigned {
    let in_place = |(cell, at): (&Result<Rc<Piece>, String>, &At)| {
        cell.as_ref().map_or(true, |piece| Rc::ptr_eq(piece, &at.piece))
    };
    let official = header.ordered && values.len() == placed.len() && placed.iter().zip(values).all(in_place);
    let mut unproved = false;
    let mut complete = |(leaf, cell): (usize, Result<Rc<Piece>, String>)| match (cell, values.get(leaf)) {
        (Err(why), Some(at)) if why == NO_HEAD => match header.foreign_over(&at.columns) {
            Some(text) => Err(format!("这一列的表头“{text}”不是规定的说法")),
            None if official && at.begins && !at.shared => {
                unproved = true;
                Ok(Rc::clone(&at.piece))
            }
            None => Err(why),
        },
        (cell, _) => cell,
    };
    let cells = placed.into_iter().enumerate().map(&mut complete).collect();
    Assigned { cells, unproved, loose: false }
}

/// Whether the cells of a line fill the columns of the head: none of them is too many or too few, which would have shifted
/// those behind it.
fn fits(line: &Line, start: usize, header: &Header) -> bool {
    let Some(first) = header.columns.iter().flatten().map(|range| range.start).min() else { return false };
    let ends = line.cells.last().is_some_and(|at| at.columns.end == header.end);
    let early = |at: &At| at.columns.start < first && !at.piece.text.is_empty() && !at.piece.is_label;
    let unbroken = line.cells.windows(2).all(|pair| {
        let [one, other] = pair else { return true };
        one.columns.end == other.columns.start || other.columns.start <= first
    });
    ends && unbroken && !line.cells.iter().skip(start).any(early)
}

/// The cell below a heading.
fn below(line: &Line, start: usize, leaf: usize, columns: &[Option<Range<usize>>]) -> Result<Rc<Piece>, String> {
    let Some(Some(own)) = columns.get(leaf) else { return Err(NO_HEAD.to_owned()) };
    let under: Vec<(usize, &At)> = line.cells.iter().enumerate().filter(|(_, at)| overlap(&at.columns, own)).collect();
    let filled: Vec<&(usize, &At)> = under.iter().filter(|(_, at)| !at.piece.text.is_empty()).collect();
    let (number, at) = match (filled.as_slice(), under.as_slice()) {
        ([only], _) => **only,
        ([], [first, ..]) => *first,
        ([], []) => return Err("这一格不在表里".to_owned()),
        _ => return Err("这一列下面有几个数".to_owned()),
    };
    let others = columns.iter().enumerate().filter(|(other, _)| *other != leaf).filter_map(|(_, range)| range.as_ref());
    if number < start || others.into_iter().any(|other| overlap(other, &at.columns)) {
        return Err("这一格和表头对不齐".to_owned());
    }
    if at.shared || !at.begins {
        return Err("这一格跨了几行".to_owned());
    }
    Ok(Rc::clone(&at.piece))
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The cells of a line whose columns are known by nothing but their number.
fn by_number(values: &[At], columns: usize, known: bool) -> Assigned {
    if let Some(only) = only(values).filter(|only| columns == 1 && only.begins && !only.shared) {
        return Assigned { cells: vec![Ok(Rc::clone(&only.piece))], unproved: false, loose: false };
    }
    if values.len() == columns && values.iter().all(|at| at.begins && !at.shared) {
        let cells = values.iter().map(|at| Ok(Rc::clone(&at.piece))).collect();
        return Assigned { cells, unproved: columns > 1 && !known, loose: false };
    }
    let why = if values.len() == columns {
        "这一行的格和表头对不齐".to_owned()
    } else {
        format!("这一行应有 {columns} 格，这里是 {} 格", values.len())
    };
    none(columns, why)
}

/// The cells of a line that keeps nothing but their order; blanks at its end may be those of merged cells.
fn in_a_row(values: &[At], columns: usize, known: bool) -> Assigned {
    if let Some(only) = only(values).filter(|_| columns == 1) {
        return Assigned { cells: vec![Ok(Rc::clone(&only.piece))], unproved: false, loose: false };
    }
    let filled = values.iter().rposition(|at| !at.piece.text.is_empty()).map_or(0, |last| last + 1);
    let Some(values) = values.get(..filled).filter(|values| !values.is_empty()) else { return blanks(values, columns) };
    if values.len() == columns {
        let loose = values.iter().any(|at| at.piece.text.is_empty());
        let cells = values.iter().map(|at| Ok(Rc::clone(&at.piece))).collect();
        return Assigned { cells, unproved: !known || loose, loose };
    }
    let shown: Vec<&str> = values.iter().map(|at| at.piece.text.as_str()).take(20).collect();
    none(columns, format!("这一行应有 {columns} 个数，原文是“{}”", shown.join(" | ")))
}

/// The cell that is filled in, if it is one alone.
fn only(values: &[At]) -> Option<&At> {
    let mut filled = values.iter().filter(|at| !at.piece.text.is_empty());
    filled.next().filter(|_| filled.next().is_none())
}

/// A line in which nothing is filled in.
fn blanks(values: &[At], columns: usize) -> Assigned {
    if values.len() < columns {
        return none(columns, "没有找到这一行的数".to_owned());
    }
    let cells = values.iter().take(columns).map(|at| Ok(Rc::clone(&at.piece))).collect();
    Assigned { cells, unproved: false, loose: false }
}

fn none(columns: usize, why: String) -> Assigned {
    Assigned { cells: vec![Err(why); columns], unproved: false, loose: false }
}
