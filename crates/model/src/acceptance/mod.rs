//! 说明: which findings a report accepts, with a written reason.
//!
//! An acceptance holds as long as a finding of its code stands in its report; that of a record stands as it was published. Errors are
//! never accepted.

mod codes;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::report::Acceptance;
use crate::width::half_width;
use crate::{Agency, AgencyId, Code, Diagnostic, Kind, Municipality, Report, Severity, Status};

pub use codes::codes;

/// A report, by its agency and year.
type Key = (AgencyId, i16);

/// Marks the findings that their reports accept and adds what is wrong with the acceptances. `findings` are all
/// there are, those of reading and those of the rules; `known` are the codes of every part of the program.
pub fn apply(municipality: &Municipality, findings: &mut Vec<Diagnostic>, known: &[&'static Code]) {
    let used = mark(municipality, findings);
    let unread = UnreadAgencies::of(findings);
    for (agency, report) in municipality.reports() {
        let key = (agency.id.clone(), report.year);
        let idle = |code: &'static Code| {
            let is_settled = report.status == Status::Published; // some rules ask drafts alone
            !is_settled && !used.contains(&(key.clone(), code.id)) && !unread.hides(agency, code)
        };
        let found = report.acceptances.iter().filter_map(|acceptance| judge(acceptance, known, idle));
        findings.extend(found.map(|finding| finding.about(&agency.id, report.year)));
    }
}

/// Marks what is accepted; returns which codes of which reports that were.
fn mark(municipality: &Municipality, findings: &mut [Diagnostic]) -> BTreeSet<(Key, &'static str)> {
    let accepting = municipality.reports().filter(|(_, report)| !report.acceptances.is_empty());
    let reports: BTreeMap<Key, BTreeMap<&str, &Acceptance>> =
        accepting.map(|(agency, report)| ((agency.id.clone(), report.year), by_code(report))).collect();
    let mut used = BTreeSet::new();
    for finding in findings.iter_mut().filter(|finding| finding.severity() < Severity::Error) {
        let Some(key) = finding.agency.clone().zip(finding.year) else { continue };
        let acceptance = reports.get(&key).and_then(|accepted| accepted.get(finding.code.id));
        if let Some(acceptance) = acceptance {
            finding.accepted = Some(acceptance.reason.value.clone());
            used.insert((key, finding.code.id));
        }
    }
    used
}

/// The acceptances of a report, the first of each code.
fn by_code(report: &Report) -> BTreeMap<&str, &Acceptance> {
    report.acceptances.iter().rev().map(|acceptance| (acceptance.code.value.as_str(), acceptance)).collect()
}

/// What is wrong with an acceptance; `idle` tells whether a code that may be accepted was not found.
fn judge(acceptance: &Acceptance, known: &[&'static Code], idle: impl Fn(&'static Code) -> bool) -> Option<Diagnostic> {
    let written = acceptance.code.value.as_str();
    match known.iter().find(|code| code.id == written) {
        None => Some(unknown(acceptance, known)),
        Some(code) if code.severity == Severity::Error => {
            let message = format!("{written}（{}）是错误，不能用“说明”代替改正", code.title);
            let finding = Diagnostic::new(&codes::GRAVE, message).at(acceptance.code.span, "");
            Some(finding.help("改正那个错误，再删去这一条；“说明”只用于警告和提示。"))
        }
        Some(code) if idle(code) => {
            let message = format!("说明了 {written}（{}），而这份报告里没有这个问题", code.title);
            let finding = Diagnostic::new(&codes::IDLE, message).at(acceptance.code.span, "");
            Some(finding.help("问题已经改好的，删去这一条；代码写错的，改正代码。"))
        }
        Some(_) => None,
    }
}

fn unknown(acceptance: &Acceptance, known: &[&'static Code]) -> Diagnostic {
    let written = acceptance.code.value.as_str();
    let plain = plain(written);
    let finding = Diagnostic::new(&codes::UNKNOWN, format!("没有“{written}”这个代码")).at(acceptance.code.span, "");
    match known.iter().find(|code| code.id == plain) {
        Some(near) => finding.help(format!("是不是 {}？", near.id)).suggest(acceptance.code.span, near.id),
        None => finding.help("照消息里方括号中的代码写，如 C004；nianbao explain 列出全部代码。"),
    }
}

/// A code as it would be written: capital letters, half-width.
fn plain(written: &str) -> String {
    written.chars().filter(|c| !c.is_whitespace()).map(half_width).collect::<String>().to_uppercase()
}

/// Whose content could not be read in full, so that rules did not run on it.
struct UnreadAgencies(BTreeSet<Option<AgencyId>>);

impl UnreadAgencies {
    fn of(findings: &[Diagnostic]) -> Self {
        let unread = findings.iter().filter(|finding| finding.is_unreadable());
        Self(unread.map(|finding| finding.agency.clone()).collect())
    }

    /// Whether a finding of this code could have been missed in a report of `agency`: for want of one of its
    /// reports, for want of another's where the code compares agencies, or since only a build finds it.
    fn hides(&self, agency: &Agency, code: &Code) -> bool {
        match code.kind {
            Kind::Build => true,
            Kind::City | Kind::Copied => !self.0.is_empty(),
            _ => self.0.contains(&Some(agency.id.clone())),
        }
    }
}
