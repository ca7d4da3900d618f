//! A plausible municipality that does not exist: agencies, figures, narratives, and faults on demand.
//!
//! Siblings: the writer (`nianbao-writer`) lays out what is made here, the loader (`nianbao-loader`) reads it, the model
//! (`nianbao-model`) judges it, and the program (`nianbao demo`) writes it to disk. This crate makes texts by path, the
//! same for the same order on any machine; it knows neither how they are read nor what is checked.

mod faults;
mod figures;
mod files;
mod order;
mod prose;
mod random;
mod report;
mod tree;
mod values;

use std::collections::BTreeMap;

pub use faults::Fault;
pub use order::{Order, OrderError};

/// A municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demo {
    /// The text of every file, by its path below the workspace, with `/`.
    pub files: BTreeMap<String, String>,
    /// How many reports there are.
    pub reports: usize,
    /// What is wrong with it, in the official order.
    pub faults: Vec<Fault>,
}

/// Makes a municipality.
///
/// # Errors
///
/// Where the order asks for more than there can be.
pub fn municipality(order: &Order) -> Result<Demo, OrderError> {
    order.check(tree::most())?;
    let agencies = tree::agencies(order.agencies);
    let sound = figures::of_years(&agencies, usize::from(order.years), order.seed);
    let plan = faults::plan(&agencies, &sound, order)?;
    let own = plan.with_faults(&sound);
    let mut reports = report::write(&agencies, &own, order);
    let faults = faults::plant(&plan, &agencies, &mut reports);
    let mut files = files::of(&agencies, &reports, order.seed);
    if !faults.is_empty() {
        files.insert("faults.csv".to_owned(), faults::list(&faults));
    }
    Ok(Demo { files, reports: reports.iter().map(Vec::len).sum(), faults })
}
