//! The figures of one table with their counterparts.

use std::ptr;

use crate::form::{KeyNode, LayoutCell};
use crate::{Address, Decimal, Form, Report, TableId};

/// One table of two reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableComparison {
    /// Which table.
    pub id: TableId,
    /// Every figure that the subject's form prints, totals included, in the order printed.
    pub figures: Vec<FigureComparison>,
    /// The figures that only the reference's form prints: there are none where both use the same form.
    pub unmatched: Vec<Unmatched>,
}

/// A figure and its counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureComparison {
    /// Its key path in report.yaml, `申请.本年新收.自然人`.
    pub path: String,
    /// Its place on the subject's form.
    pub address: Address,
    /// The subject's figure.
    pub subject: Decimal,
    /// The reference's figure; nothing where its form knows no such figure.
    pub reference: Option<Decimal>,
}

/// A figure without a counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmatched {
    /// Its key path in report.yaml.
    pub path: String,
    /// How much it is.
    pub value: Decimal,
}

impl FigureComparison {
    /// Subject less reference.
    pub fn difference(&self) -> Option<Decimal> {
        self.subject.checked_sub(self.reference?)
    }

    /// The difference with its sign, `+38`; nothing where there is no counterpart or no difference.
    pub fn change(&self) -> Option<String> {
        let difference = self.difference()?.normalize();
        (!difference.is_zero()).then(|| format!("{difference:+}"))
    }

    /// Whether the two are not the same.
    pub fn differs(&self) -> bool {
        self.reference != Some(self.subject)
    }
}

impl TableComparison {
    pub(super) fn of(id: TableId, subject: &Report, reference: &Report) -> Self {
        let figures: Vec<FigureComparison> = printed(subject.form, id)
            .map(|(path, address)| {
                let reference = counterpart(&path, &address, subject.form, reference);
                FigureComparison { subject: subject.figure(&address), reference, path, address }
            })
            .collect();
        let unmatched = if ptr::eq(subject.form, reference.form) {
            Vec::new()
        } else {
            let lone = printed(reference.form, id).filter(|(path, _)| subject.form.look_up(path).is_err());
            lone.map(|(path, address)| Unmatched { value: reference.figure(&address), path }).collect()
        };
        Self { id, figures, unmatched }
    }

    /// The figures that are not the same.
    pub fn differing(&self) -> impl Iterator<Item = &FigureComparison> {
        self.figures.iter().filter(|figure| figure.differs())
    }
}

/// The reference's figure of the same meaning: at the same place of the same form, else of the same key path.
fn counterpart(path: &str, address: &Address, form: &Form, reference: &Report) -> Option<Decimal> {
    if ptr::eq(form, reference.form) {
        return Some(reference.figure(address));
    }
    reference.form.look_up(path).ok().map(|address| reference.figure(&address))
}

/// Every figure that a table prints, with its key path, in the order printed.
fn printed(form: &Form, id: TableId) -> impl Iterator<Item = (String, Address)> {
    let cells = form.table(id).layout().into_iter().flat_map(|line| line.cells);
    cells.filter_map(|cell| match cell {
        LayoutCell::Figure { address, .. } => Some((path(form.keys(), &address).unwrap_or_default(), address)),
        _ => None,
    })
}

/// The longest key path of an address: `申请.本年新收.总计` rather than `申请.本年新收`.
fn path(keys: &KeyNode, address: &Address) -> Option<String> {
    keys.children.iter().find_map(|child| match path(child, address) {
        Some(below) => Some(format!("{}.{below}", child.key)),
        None => (child.address.as_ref() == Some(address)).then(|| child.key.to_owned()),
    })
}
