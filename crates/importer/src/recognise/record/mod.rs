//! Title, agency, year, and what a page says of the report beside its text.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nianbao_model::{Filing, Spanned};

use crate::{Document, Doubt};

/// What a document says of the report as a whole.
#[derive(Debug, Clone, Default)]
pub(super) struct Record {
    /// The agency, as the title names it.
    pub(super) agency: Option<String>,
    /// The reporting year.
    pub(super) year: Option<i16>,
    /// The title, where it is not made of agency and year by the usual pattern.
    pub(super) title: Option<Spanned<String>>,
    /// 发布日期.
    pub(super) published: Option<Spanned<Date>>,
    /// 来源: the page's own address.
    pub(super) source: Option<Spanned<String>>,
    /// 索引号, 文号, 关键词.
    pub(super) filing: Filing,
    /// What was not certain.
    pub(super) doubts: Vec<Doubt>,
    /// The parts of the document that were read, so that no prose is looked for there.
    pub(super) parts: BTreeSet<usize>,
}

/// What `document` says of the report as a whole.
pub(super) fn recognise(document: &Document) -> Record {
    let _ = document;
    Record::default()
}
