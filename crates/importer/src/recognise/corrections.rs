//! 更正 below the text, and the line above it that tells of them.

use std::collections::BTreeSet;

use nianbao_model::{Correction, Spanned};

use super::day::sole_day;
use super::words::dense;
use crate::Document;
use crate::document::Part;

/// The corrections that a document prints.
#[derive(Debug, Clone, Default)]
pub(super) struct Corrections {
    /// In the order printed.
    pub(super) all: Vec<Correction>,
    /// The parts of the document that they are.
    pub(super) parts: BTreeSet<usize>,
}

/// What stands below the last heading 更正: a day and what was corrected then, a line each.
pub(super) fn find(document: &Document) -> Corrections {
    let text = |part: &Part| if let Part::Paragraph(paragraph) = part { paragraph.text() } else { String::new() };
    let Some(heading) = document.parts.iter().rposition(|part| dense(&text(part)) == "更正") else {
        return Corrections::default();
    };
    let mut found = Corrections::default();
    for (at, part) in document.parts.iter().enumerate().skip(heading + 1) {
        let Some(correction) = correction(&text(part)) else { break };
        found.all.push(correction);
        found.parts.insert(at);
    }
    if !found.all.is_empty() {
        let above = document.parts.iter().take(heading).position(|part| tells(&text(part)));
        found.parts.extend(above.into_iter().chain([heading]));
    }
    found
}

fn correction(line: &str) -> Option<Correction> {
    let (day, text) = line.split_once(['：', ':'])?;
    let text = text.trim();
    (!text.is_empty()).then_some(())?;
    Some(Correction { date: Spanned::unwritten(sole_day(day)?), text: Spanned::unwritten(text.to_owned()) })
}

/// Whether a line tells that the report was corrected, as our own do on top: `本报告于2025年3月1日更正，见文末`.
fn tells(line: &str) -> bool {
    let line = dense(line);
    let line = line.trim_matches(['（', '）', '(', ')', '。']);
    line.strip_prefix("本报告于")
        .and_then(|rest| rest.strip_suffix("更正，见文末"))
        .is_some_and(|day| sole_day(day).is_some())
}
