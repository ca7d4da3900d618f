//! A plausible municipality that does not exist: agencies, figures, narratives, and faults on demand.
//!
//! Siblings: the loader (`nianbao-loader`) reads what is made here, the model (`nianbao-model`) judges it, and the program
//! (`nianbao demo`) writes it to disk. This crate knows none of them: it makes texts by path, the same for the same
//! order on any machine.

mod faults;
mod figures;
mod prose;
mod random;
mod report;
mod site;
mod tree;
mod yaml;

use std::collections::BTreeMap;

pub use faults::Fault;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// Agencies, the municipality's government included.
    pub agencies: usize,
    /// Reports of each.
    pub years: u16,
    /// The last of these years, whose reports are still drafts.
    pub last_year: i16,
    /// What chance begins with: the same seed gives the same bytes.
    pub seed: u64,
    /// Faults to be planted, each in the reports of another agency.
    pub faults: usize,
}

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

/// An order that cannot be met.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum OrderError {
    /// There are not so many names.
    #[error("机关数应在 1 到 {most} 之间，这里是 {asked}")]
    Agencies {
        /// How many were asked for.
        asked: usize,
        /// How many there can be.
        most: usize,
    },
    /// The form is known from 2021 on only.
    #[error("报告的年度应在 2021 到 2099 之间，这里是 {first} 到 {last}")]
    Years {
        /// The first year.
        first: i32,
        /// The last year.
        last: i16,
    },
    /// Each fault needs an agency to itself.
    #[error("只能放 {most} 处错误，这里要放 {asked} 处；机关多一些，就能多放一些")]
    Faults {
        /// How many were asked for.
        asked: usize,
        /// How many there is room for.
        most: usize,
    },
}

/// Makes a municipality.
pub fn municipality(order: &Order) -> Result<Demo, OrderError> {
    check(order)?;
    let agencies = tree::agencies(order.agencies);
    let sound = figures::of_years(&agencies, usize::from(order.years), order.seed);
    let plan = faults::plan(&agencies, &sound, order)?;
    let own = plan.with_faults(&sound);
    let mut reports = report::write(&agencies, &own, order);
    let faults = faults::plant(&plan, &agencies, &mut reports);
    let mut files = report::files(&agencies, &reports, order.seed);
    if !faults.is_empty() {
        files.insert("faults.csv".to_owned(), faults::list(&faults));
    }
    Ok(Demo { files, reports: reports.iter().map(Vec::len).sum(), faults })
}

fn check(order: &Order) -> Result<(), OrderError> {
    let most = tree::most();
    if !(1..=most).contains(&order.agencies) {
        return Err(OrderError::Agencies { asked: order.agencies, most });
    }
    let first = i32::from(order.last_year) + 1 - i32::from(order.years);
    if order.years == 0 || first < 2021 || order.last_year > 2099 {
        return Err(OrderError::Years { first, last: order.last_year });
    }
    Ok(())
}
