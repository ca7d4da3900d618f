//! How a report is registered where it is published.

use crate::Spanned;

/// What the record of a published document says beside its title, its office and its date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Filing {
    /// 索引号.
    pub index: Option<Spanned<String>>,
    /// 文号.
    pub document: Option<Spanned<String>>,
    /// 关键词, in the order written.
    pub keywords: Vec<String>,
}
