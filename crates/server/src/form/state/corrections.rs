//! What a published report says of its corrections, and what the next one is made with.

use jiff::civil::Date;
use nianbao_model::Report;
use serde::Serialize;

use super::super::correction::Record;

/// Corrections of a published report.
#[derive(Debug, Serialize)]
pub(super) struct CorrectionState {
    /// The day on which one is made now.
    today: String,
    /// The first day that one may have.
    since: Option<String>,
    /// Those that there are.
    entries: Vec<CorrectionEntry>,
    /// What is to be done once one is written.
    next: &'static str,
}

/// A correction.
#[derive(Debug, Serialize)]
struct CorrectionEntry {
    date: String,
    text: String,
}

impl CorrectionState {
    /// Those of `report`, which is a record.
    pub(super) fn new(record: Record, report: &Report, today: Date) -> Self {
        let entry = |correction: &nianbao_model::report::Correction| CorrectionEntry {
            date: correction.date.value.to_string(),
            text: correction.text.value.clone(),
        };
        Self {
            today: today.to_string(),
            since: record.published.map(|day| day.to_string()),
            entries: report.corrections.iter().map(entry).collect(),
            next: if record.is_added_up {
                "更正写好了，印在报告末尾。三张表是加起来的，公布的数还是原来的：请政务公开办把这份报告再公布一次，存下新的数，再生成网站。"
            } else {
                "更正写好了，印在报告末尾。请政务公开办再生成一次网站，就公开了。"
            },
        }
    }
}
