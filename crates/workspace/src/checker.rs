//! A workspace that is checked again and again while people change it.

use jiff::civil::Date;
use nianbao_loader::{Files, LoadError};
use nianbao_model::{Code, Severity};

use crate::{Checked, check};

/// Checks a workspace as [`check`] does, each time with the same result.
#[derive(Debug)]
pub struct Checker {
    above: &'static [&'static Code],
    least: Severity,
}

impl Checker {
    /// For a workspace whose reports may accept the codes of `above`; findings of at least the severity `least` block.
    pub fn new(above: &'static [&'static Code], least: Severity) -> Self {
        Self { above, least }
    }

    /// What [`check`] says of `files` at this moment.
    ///
    /// # Errors
    ///
    /// As [`check`].
    pub fn check(&mut self, files: &dyn Files, today: Date) -> Result<Checked, LoadError> {
        check(files, self.above, self.least, today)
    }
}
