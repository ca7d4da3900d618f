//! The kinds of finding that people quote to each other, such as `S003`.

use super::{Kind, Severity};

/// A kind of finding: stable, documented, with one severity.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// What people quote to each other, such as `S003`.
    pub id: &'static str,
    /// The matter that it is about.
    pub kind: Kind,
    /// The severity of every finding of this code.
    pub severity: Severity,
    /// What is wrong, in a few Chinese words.
    pub title: &'static str,
    /// Chinese Markdown with the headings 检查什么, 依据, 例 and 怎样改.
    pub docs: &'static str,
}
