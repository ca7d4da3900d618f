//! The figures of one table with their counterparts.

use std::ptr;

use crate::{Address, Decimal, Form, Report, TableId};

/// One table of two reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableComparison {
    /// The table that is compared.
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

/// A figure that the subject's form does not print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmatched {
    /// Its key path in report.yaml.
    pub path: String,
    /// What the subject's figures come to, where its form prints only the parts: 其他处理 in one row and in
    /// three.
    pub subject: Option<Decimal>,
    /// The reference's figure.
    pub reference: Decimal,
}

impl FigureComparison {
    /// Subject less reference.
    pub fn difference(&self) -> Option<Decimal> {
        self.subject.checked_sub(self.reference?)
    }

    /// The difference with its sign, `+38`; nothing where there is no counterpart or no difference.
    pub fn change(&self) -> Option<String> {
        signed(self.difference()?)
    }

    /// Whether there is a counterpart and it is another figure.
    pub fn differs(&self) -> bool {
        self.reference.is_some_and(|reference| reference != self.subject)
    }
}

impl Unmatched {
    /// The difference with its sign, as far as there is one.
    pub fn change(&self) -> Option<String> {
        signed(self.subject?.checked_sub(self.reference)?)
    }

    /// Whether it says anything: most are 0.
    pub fn is_telling(&self) -> bool {
        !self.reference.is_zero() || self.subject.is_some_and(|subject| !subject.is_zero())
    }
}

fn signed(difference: Decimal) -> Option<String> {
    (!difference.is_zero()).then(|| format!("{:+}", difference.normalize()))
}

impl TableComparison {
    /// Holds a table of `subject` against that of `reference`.
    pub fn of(id: TableId, subject: &Report, reference: &Report) -> Self {
        let figures: Vec<FigureComparison> = subject
            .form
            .printed(id)
            .map(|(path, address)| {
                let reference = counterpart(&path, &address, subject.form, reference);
                FigureComparison { subject: subject.figure(&address), reference, path, address }
            })
            .collect();
        let unmatched = if ptr::eq(subject.form, reference.form) {
            Vec::new()
        } else {
            let known = |path: &str| figures.iter().any(|figure| figure.path == path && figure.reference.is_some());
            reference
                .form
                .printed(id)
                .filter(|(path, _)| !known(path))
                .map(|(path, address)| Unmatched {
                    subject: same(&path, &address, subject),
                    reference: reference.figure(&address),
                    path,
                })
                .collect()
        };
        Self { id, figures, unmatched }
    }

    /// How many figures are not the same.
    pub fn differing(&self) -> usize {
        self.figures.iter().filter(|figure| figure.differs()).count()
    }

    /// How many figures have no counterpart, on either side.
    pub fn without_counterpart(&self) -> usize {
        self.figures.iter().filter(|figure| figure.reference.is_none()).count() + self.unmatched.len()
    }
}

/// The reference's figure of the same meaning: at the same place of the same form, else of the same key path.
fn counterpart(path: &str, address: &Address, form: &Form, reference: &Report) -> Option<Decimal> {
    if ptr::eq(form, reference.form) {
        return Some(reference.figure(address));
    }
    same(path, address, reference)
}

/// A report's figure of the same key path. 其他处理.其他 is a column where 其他处理 is one row and a row where it is
/// three, which is no counterpart.
fn same(path: &str, address: &Address, report: &Report) -> Option<Decimal> {
    let found = report.form.look_up(path).ok()?;
    (found.columns.len() == address.columns.len()).then(|| report.figure(&found))
}
