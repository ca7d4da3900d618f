//! What the tables give for a formula.

use std::fmt;

use super::formula::Formula;
use super::summand::Summand;
use crate::{Address, Decimal, Report};

/// One way to read a claim: the figures added up, what they are called and what they give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What the terms come to, in the unit of their table.
    pub value: Decimal,
    /// What is added up, or taken away.
    pub terms: Vec<Term>,
}

/// A figure within a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What it is called: 本年新收.
    pub name: String,
    /// The figures on the form that it is the sum of.
    pub addresses: Vec<Address>,
    /// Its value, negative where it is taken away.
    pub value: Decimal,
}

impl Reading {
    /// What each formula gives in `report`, those left out that its form has no figures for.
    pub(super) fn all(formulas: &[Formula], report: &Report) -> Vec<Self> {
        formulas.iter().filter_map(|formula| Self::of(formula, report)).collect()
    }

    /// Whether each figure is known that any of the formulas takes from `report`.
    pub(super) fn are_known<'f>(formulas: impl IntoIterator<Item = &'f Formula>, report: &Report) -> bool {
        let addresses = |summand: &Summand| summand.cells.addresses(report.form).unwrap_or_default();
        let mut summands = formulas.into_iter().flatten();
        summands.all(|summand| addresses(summand).iter().all(|address| report.knows(address)))
    }

    /// What `formula` gives in `report`; `None` if the report's form has no such figure.
    pub(super) fn of(formula: &Formula, report: &Report) -> Option<Self> {
        let terms: Vec<Term> = formula.iter().map(|summand| term(summand, report)).collect::<Option<_>>()?;
        Some(Self { value: terms.iter().map(|term| term.value).sum(), terms })
    }
}

fn term(summand: &Summand, report: &Report) -> Option<Term> {
    let addresses = summand.cells.addresses(report.form)?;
    let sum: Decimal = addresses.iter().map(|address| report.figure(address)).sum();
    Some(Term { name: summand.cells.name(), addresses, value: if summand.minus { -sum } else { sum } })
}

/// `本年新收为 3511`, or `本年新收 3511 + 上年结转 96 = 3607`. What is 0 is left out of a sum.
impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told: Vec<&Term> = self.terms.iter().filter(|term| !term.value.is_zero()).collect();
        let names: Vec<&str> = self.terms.iter().map(|term| term.name.as_str()).collect();
        match (told.as_slice(), self.terms.as_slice()) {
            (_, [term]) => write!(f, "{}为 {}", term.name, term.value),
            ([], _) => write!(f, "{}都为 0", names.join("、")),
            ([term], [_, _, _, ..]) => write!(f, "{}为 {}", term.name, term.value),
            (told, all) => {
                let told: Vec<&Term> = if told.len() > 1 { told.to_vec() } else { all.iter().collect() };
                for (place, term) in told.iter().enumerate() {
                    let sign = match (place, term.value.is_sign_negative()) {
                        (0, _) => "",
                        (_, true) => " − ",
                        (_, false) => " + ",
                    };
                    write!(f, "{sign}{} {}", term.name, term.value.abs())?;
                }
                write!(f, " = {}", self.value)
            }
        }
    }
}
