//! The rules that reports must satisfy, a folder for each kind, a file for each rule: pure, from the model to findings.
//!
//! A [`Rule`] judges one report, with the year before beside it. A [`CityRule`] is asked once for the whole
//! municipality, so that what it needs for comparing is made once; what it finds among several of them is kept by
//! [`Among`](among::Among) as long as these are the same.
//!
//! # Adding a rule
//!
//! 1. Take the next free code of its kind (docs/rules.md lists them) and write `<kind>/<code>_<name>.rs`: the file's name
//!    begins with the code in small letters, so that whoever is told the code finds the rule. `deadline/d002_published_early.rs`
//!    is a short one to start from. It holds a static `RULE` with the code, its explanation (检查什么, 依据, 例, 怎样改) and the
//!    function that checks. What the function sees of a report is `Case` (`rule.rs`); `support/` reads texts and points at figures.
//! 2. Name it twice in `<kind>/mod.rs`: `mod …;` and a place in the list, which is sorted by code.
//! 3. Write `tests/rules/<CODE>.md` with an example that fails and one that passes (tests/README.md says how).
//! 4. `just golden` writes docs/rules.md anew; `nianbao explain <CODE>` knows the rule by itself.
//!
//! Rules that look at the same thing and differ in severity alone share a file, which then bears both codes.

mod among;
mod balance;
mod check;
mod city;
mod copied;
mod deadline;
mod judge;
mod judged;
mod period;
mod prose;
mod registry;
mod rule;
mod sections;
mod stated_total;
mod subject;
mod support;
mod values;
mod wording;
mod years;

#[cfg(test)]
mod tests;

pub use check::{absent, check};
pub use judge::Judge;
pub use registry::{all, codes, of_city};
pub use rule::{CityRule, Rule};
