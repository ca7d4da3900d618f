//! What came of one document: how many figures are right, and what is not as it should be.

use std::fmt::Write;

/// What came of reading one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is what the document says.
    Right,
    /// It is left open and named.
    Open,
    /// It is something else, and nothing says so.
    Wrong,
    /// It is not there, and nothing says so.
    Missing,
}

/// What came of one document.
#[derive(Debug)]
pub(crate) struct Comparison {
    name: String,
    right: usize,
    open: usize,
    wrong: usize,
    missing: usize,
    faults: Vec<String>,
}

impl Comparison {
    /// A document of which nothing was compared yet.
    pub(crate) fn of(name: &str) -> Self {
        Self { name: name.to_owned(), right: 0, open: 0, wrong: 0, missing: 0, faults: Vec::new() }
    }

    /// Counts a figure.
    pub(crate) fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Right => self.right += 1,
            Outcome::Open => self.open += 1,
            Outcome::Wrong => self.wrong += 1,
            Outcome::Missing => self.missing += 1,
        }
    }

    /// Notes what is not as it should be.
    pub(crate) fn fault(&mut self, fault: String) {
        self.faults.push(fault);
    }

    /// Notes it where `what` is not as expected; white space does not count.
    pub(crate) fn same(&mut self, what: &str, found: &str, expected: &str) {
        let bare = |text: &str| -> String { text.split_whitespace().collect() };
        if bare(found) != bare(expected) {
            self.fault(format!("{what}: “{found}” for “{expected}”"));
        }
    }

    /// Notes it where `found` does not contain `part`.
    pub(crate) fn contains(&mut self, what: &str, found: &str, part: &str) {
        if !found.contains(part) {
            self.fault(format!("{what}: no “{part}” in “{found}”"));
        }
    }

    /// Its line in the table of all documents.
    pub(crate) fn line(&self) -> String {
        let Self { name, right, open, wrong, missing, faults } = self;
        line(name, [*right, *open, *wrong, *missing], faults.len())
    }

    /// What is not as it should be, a line for each.
    pub(crate) fn faults(&self) -> String {
        self.faults.iter().fold(String::new(), |mut text, fault| {
            let _ = writeln!(text, "{}: {fault}", self.name);
            text
        })
    }
}

/// The last line of the table of all documents.
pub(crate) fn sum(all: &[Comparison]) -> String {
    let of = |part: fn(&Comparison) -> usize| all.iter().map(part).sum();
    let figures = [of(|one| one.right), of(|one| one.open), of(|one| one.wrong), of(|one| one.missing)];
    line(&format!("{} documents", all.len()), figures, of(|one| one.faults.len()))
}

fn line(name: &str, [right, open, wrong, missing]: [usize; 4], faults: usize) -> String {
    format!("{name:<40} {right:>6} right {open:>4} open {wrong:>4} wrong {missing:>4} missing {faults:>4} faults\n")
}
