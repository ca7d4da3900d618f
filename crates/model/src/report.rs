//! One annual report.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{
    Address, Aggregation, Decimal, Figures, FileId, Filing, Form, Narrative, PublishedSum, Record, Spanned, Stated,
    TableId,
};

/// 状态: how far a report is on its way to the public.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// 起草: being written; no publication takes it in.
    #[default]
    Draft,
    /// 可公开: released, to be published with the next build.
    Released,
    /// 已公开: a record of what was published, never altered.
    Published,
}

/// 落款: who signs a report at its end, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Signature {
    /// 署名, where it is not the agency's name of today.
    pub agency: Option<Spanned<String>>,
    /// 日期, where it is not the day of publication.
    pub date: Option<Spanned<Date>>,
    /// 印章: whether room is left for a seal.
    pub sealed: bool,
}

/// 更正: a correction printed below the report.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Correction {
    /// 日期: the day of the correction.
    pub date: Spanned<Date>,
    /// 内容: what was corrected.
    pub text: Spanned<String>,
}

/// 说明: why a warning is accepted. Shown in the summary of a check, never published.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Acceptance {
    /// 规则: the code of the warning.
    pub code: Spanned<String>,
    /// 理由: why it is accepted.
    pub reason: Spanned<String>,
}

/// The report of one agency for one year.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Report {
    /// 年度: the reporting year.
    pub year: i16,
    /// The official form of that year, which gives the figures their meaning.
    pub form: &'static Form,
    /// 标题: the title as published, where it differs from the pattern.
    pub title: Option<Spanned<String>>,
    /// 状态: how far it is on its way to the public.
    pub status: Status,
    /// 发布日期; `None` while no day is fixed.
    pub published: Option<Spanned<Date>>,
    /// 来源: the address where it was published; `None` where none is given.
    pub source: Option<Spanned<String>>,
    /// 索引号, 文号 and 关键词.
    pub filing: Filing,
    /// 落款, if it is signed.
    pub signature: Option<Signature>,
    /// 更正, in the order written.
    pub corrections: Vec<Correction>,
    /// 汇总: how it is added up from the reports below, if it is.
    pub aggregation: Option<Aggregation>,
    /// The three tables: as typed, or added up from the reports below.
    pub figures: Figures,
    /// 表注: notes printed under a table.
    pub notes: BTreeMap<TableId, Spanned<String>>,
    /// 表内合计: totals that a source document states; checked, never printed.
    pub stated: Vec<Stated>,
    /// 说明: the warnings that it accepts, with reasons.
    pub acceptances: Vec<Acceptance>,
    /// record.yaml: what was kept of it when it was published; only in a record (已公开).
    pub record: Option<Record>,
    /// narrative.md: its text.
    pub narrative: Narrative,
    /// The pictures that the narrative shows, by file name within the report's folder.
    pub images: BTreeMap<String, Image>,
}

/// A picture of a narrative. The bytes are kept, so that page and PDF show what was checked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Image {
    /// PNG, JPEG or SVG as it is published.
    pub bytes: Vec<u8>,
}

impl Report {
    /// A report of `year` in which nothing was written yet, a draft on that year's form (on the newest one for a year
    /// that no form is known for).
    pub fn blank(year: i16) -> Self {
        Self {
            year,
            form: Form::of_year(year).unwrap_or(Form::latest()),
            title: None,
            status: Status::default(),
            published: None,
            source: None,
            filing: Filing::default(),
            signature: None,
            corrections: Vec::new(),
            aggregation: None,
            figures: Figures::default(),
            notes: BTreeMap::new(),
            stated: Vec::new(),
            acceptances: Vec::new(),
            record: None,
            narrative: Narrative::default(),
            images: BTreeMap::new(),
        }
    }

    /// The figure at `address`: a cell, or the sum of the cells that it spans.
    pub fn figure(&self, address: &Address) -> Decimal {
        self.figures.sum(address)
    }

    /// Whether every figure that `address` spans is known.
    pub fn knows(&self, address: &Address) -> bool {
        self.figures.knows(address)
    }

    /// Whether its tables are added up from the reports below, rather than typed.
    pub fn is_added_up(&self) -> bool {
        self.aggregation.as_ref().is_some_and(|aggregation| !aggregation.typed)
    }

    /// The sums that it was published with, if they were kept: they stay, whatever happens to the reports below.
    pub fn published_sum(&self) -> Option<&PublishedSum> {
        self.record.as_ref().and_then(|record| record.sum.as_ref()).filter(|_| self.is_added_up())
    }

    /// Whether its tables are added up anew whenever the reports below change.
    pub fn is_derived(&self) -> bool {
        self.is_added_up() && self.published_sum().is_none()
    }

    /// The figures that somebody typed: where the tables are added up, those of the office itself.
    pub fn typed(&self) -> &Figures {
        match &self.aggregation {
            Some(aggregation) if !aggregation.typed => &aggregation.own,
            _ => &self.figures,
        }
    }

    /// The file that it was written in, as far as figures or 汇总 were written there.
    pub fn file(&self) -> Option<FileId> {
        self.figures.file().or(self.aggregation.as_ref().map(|aggregation| aggregation.span.file))
    }
}
