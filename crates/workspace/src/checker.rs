//! A workspace that is checked again and again while people change it.

use jiff::civil::Date;
use nianbao_loader::{ContentReader, Files, LoadError, Loaded};
use nianbao_model::rules::Judge;
use nianbao_model::{Code, Severity};

use crate::Checked;
use crate::checked::check_with;

/// Checks a workspace as [`check`](crate::check) does, each time with the same result. Only what changed is read and judged
/// anew; it goes by what files hold, so nobody needs to tell what changed. A copy costs next to nothing: what is known is shared,
/// and each goes on by itself.
#[derive(Debug, Clone)]
pub struct Checker {
    above: &'static [&'static Code],
    least: Severity,
    reader: ContentReader,
    judge: Judge,
}

impl Checker {
    /// For a workspace whose reports may accept the codes of `above`; findings of at least the severity `least` block.
    pub fn new(above: &'static [&'static Code], least: Severity) -> Self {
        Self { above, least, reader: ContentReader::default(), judge: Judge::default() }
    }

    /// What [`check`](crate::check) says of `files` at this moment.
    ///
    /// # Errors
    ///
    /// As [`check`](crate::check).
    pub fn check(&mut self, files: &dyn Files, today: Date) -> Result<Checked, LoadError> {
        let loaded = self.read(files)?;
        Ok(self.judge(loaded, today))
    }

    /// The first half of a check, for whoever has something else to do with what was read while it is judged.
    ///
    /// # Errors
    ///
    /// As [`check`](crate::check).
    pub fn read(&mut self, files: &dyn Files) -> Result<Loaded, LoadError> {
        self.reader.read(files)
    }

    /// The second half: judges what was read.
    pub fn judge(&mut self, loaded: Loaded, today: Date) -> Checked {
        check_with(&mut self.judge, loaded, self.above, self.least, today)
    }
}
