//! 存档: what a published report keeps, whatever happens to agencies afterwards.

use crate::aggregate::{contributions, sum};
use crate::{Agency, AgencyId, Figures, Report, Span, Spanned};

/// What was kept of a report on the day of its publication. It counts for records (已公开) only.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Record {
    /// 名称: the agency's full official name on that day.
    pub name: Spanned<String>,
    /// 更正: how many corrections the report had.
    pub corrections: usize,
    /// 汇总: what its tables came to, if they were added up from the reports below.
    pub sum: Option<PublishedSum>,
}

impl Record {
    /// What is to be kept of `report` if it is published now.
    pub fn now(agency: &Agency, report: &Report) -> Self {
        let name = agency.name_in(report.year).clone();
        let corrections = report.corrections.len();
        Self { name, corrections, sum: report.is_added_up().then(|| PublishedSum::now(agency, report)).flatten() }
    }
}

impl PublishedSum {
    fn now(agency: &Agency, report: &Report) -> Option<Self> {
        let parts = contributions(agency, report).into_iter().map(|part| PublishedPart {
            agency: part.agency.clone(),
            name: part.name.to_owned(),
            figures: part.figures.into_owned(),
        });
        let span = report.aggregation.as_ref()?.span;
        Some(Self { figures: sum(agency, report)?, parts: parts.collect(), span })
    }
}

/// The tables of a report that was added up, as published.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PublishedSum {
    /// The figures as published, on the report's form; what the office itself brought (本级) is in them.
    pub figures: Figures,
    /// 各机关: what each agency brought, in the official order of that day.
    pub parts: Vec<PublishedPart>,
    /// Where that is written.
    pub span: Span,
}

/// What an agency brought to a sum.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PublishedPart {
    /// 机关: its id on that day.
    pub agency: AgencyId,
    /// 名称: its name on that day.
    pub name: String,
    /// 数: its figures, on the form of the sum.
    pub figures: Figures,
}
