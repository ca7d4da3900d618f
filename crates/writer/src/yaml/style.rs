//! What may be chosen about the writing of report.yaml.

/// How report.yaml is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style {
    /// Whether lines of explanation (`# 二、主动公开政府信息情况`) stand above the tables.
    pub comments: bool,
    /// Which cells are written.
    pub zeros: Zeros,
}

/// Which cells are written. A cell that is not written counts as 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Zeros {
    /// The cells that the report has.
    #[default]
    AsGiven,
    /// All cells of the form.
    Written,
    /// The cells that say more than 0.
    LeftOut,
}
