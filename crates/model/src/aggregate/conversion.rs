//! Figures of one form on another form of the same year, by key path.
//!
//! There are two such forms: （六）其他处理 is divided into three items or is one row. Three rows become their sum.
//! One row becomes the last of the three, 其他, since nobody knows how it is divided; the other two stay empty.

use std::borrow::Cow;
use std::ptr;

use crate::figures::UNVERIFIED;
use crate::form::KeyNode;
use crate::{Address, Cell, Figures, Form};

/// A typed cell of one form and what it corresponds to on the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counterpart {
    /// Its key path, `申请.本年新收.自然人`.
    pub(crate) path: String,
    /// The cell.
    pub(crate) cell: Address,
    /// The cell or the sum of cells that it corresponds to; nothing where the other form knows no such figure.
    pub(crate) source: Option<Address>,
}

/// `figures`, which stand on the form `from`, on the form `onto`.
pub(crate) fn converted<'f>(figures: &'f Figures, from: &'static Form, onto: &'static Form) -> Cow<'f, Figures> {
    if ptr::eq(from, onto) {
        return Cow::Borrowed(figures);
    }
    let mut moved = Figures::default();
    for Counterpart { cell, source, .. } in counterparts(from, onto) {
        let value = source.as_ref().map(|source| figures.sum(source)).unwrap_or_default();
        let known = source.is_none_or(|source| figures.knows(&source));
        let written = (!known).then(|| UNVERIFIED.to_owned());
        moved.set(&cell, Cell { value, written, ..Cell::default() });
    }
    Cow::Owned(moved)
}

/// Every typed cell of the form `onto`, with what it corresponds to on the form `from`.
pub(crate) fn counterparts(from: &Form, onto: &Form) -> Vec<Counterpart> {
    let mut found = Vec::new();
    collect(onto.keys(), "", from, &mut found);
    found
}

fn collect(key: &KeyNode, path: &str, from: &Form, found: &mut Vec<Counterpart>) {
    for child in &key.children {
        let below = if path.is_empty() { child.key.to_owned() } else { format!("{path}.{}", child.key) };
        let Some(cell) = child.address.clone().filter(|_| child.typed.is_some()) else {
            collect(child, &below, from, found);
            continue;
        };
        let source = if key.address.is_some() {
            // The row gives the rows, the cell the columns: 其他处理.其他 is a row of one form and a column of the other.
            from.look_up(path).ok().map(|row| Address { columns: cell.columns.clone(), ..row })
        } else {
            from.look_up(&below).ok()
        };
        found.push(Counterpart { path: below, cell, source });
    }
}
