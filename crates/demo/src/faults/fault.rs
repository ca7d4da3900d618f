//! A fault that was planted, and the list of all.

use std::fmt::Write as _;

/// A fault that was planted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The name of the agency.
    pub agency: String,
    /// Its folder below `content/`, without the `agencies/` steps.
    pub id: String,
    /// The reporting year.
    pub year: i16,
    /// What is wrong.
    pub kind: &'static str,
    /// The code that a check must tell.
    pub code: &'static str,
    /// Where it is wrong.
    pub file: String,
}

/// faults.csv.
pub(crate) fn list(faults: &[Fault]) -> String {
    let mut text = String::from("机关,年度,种类,代码,文件\n");
    for Fault { agency, year, kind, code, file, .. } in faults {
        let _ = writeln!(text, "{agency},{year},{kind},{code},{file}");
    }
    text
}
