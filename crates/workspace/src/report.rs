//! Which report an agency and a year mean, and whether it can be relied on.

use std::collections::BTreeSet;

use nianbao_model::compare::Party;
use nianbao_model::completeness::{Unread, lacking};
use nianbao_model::{Agency, AgencyId, Diagnostic, Kind, Report};

/// Why there is no report to work with. Each names the agency in full.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The agency has none at all.
    #[error("{agency}还没有报告")]
    None {
        /// The agency.
        agency: String,
    },
    /// The agency has none of this year.
    #[error("{agency}没有 {year} 年的报告{}", only(.known))]
    NoSuchYear {
        /// The agency.
        agency: String,
        /// The year.
        year: i16,
        /// The years that it has reports of.
        known: BTreeSet<i16>,
    },
    /// Nothing could be read of it.
    #[error("{agency} {year} 年的报告读不出，请先运行 nianbao check")]
    Unreadable {
        /// The agency.
        agency: String,
        /// The year.
        year: i16,
    },
    /// Some of it could not be read.
    #[error("{agency} {year} 年的报告里有读不出的内容，请先用 nianbao check 检查并改正")]
    Faulty {
        /// The agency.
        agency: String,
        /// The year.
        year: i16,
    },
    /// Some of it is yet to be filled in.
    #[error("{agency} {year} 年的报告还没有填写完，请先用 nianbao check 看还缺哪些")]
    Unfinished {
        /// The agency.
        agency: String,
        /// The year.
        year: i16,
    },
    /// It is a sum of reports that are not all there.
    #[error("{agency} {year} 年的汇总还缺下级的数，请先用 nianbao check 检查并改正")]
    Lacking {
        /// The agency.
        agency: String,
        /// The year.
        year: i16,
    },
}

/// `year`, or without one the latest that the agency has a report of, be it one that cannot be read.
///
/// # Errors
///
/// If no year is given and the agency has no report.
pub fn year_or_latest(agency: &Agency, year: Option<i16>, findings: &[Diagnostic]) -> Result<i16, ReportError> {
    let latest = || years(agency, findings).last().copied();
    year.or_else(latest).ok_or_else(|| ReportError::None { agency: agency.name.value.clone() })
}

/// The agency's report of `year`, whatever is wrong with it, as long as anything could be read of it.
///
/// # Errors
///
/// If there is no such report, or nothing could be read of it.
pub fn find_report<'a>(agency: &'a Agency, year: i16, findings: &[Diagnostic]) -> Result<&'a Report, ReportError> {
    agency.reports.get(&year).ok_or_else(|| {
        let known = years(agency, findings);
        let agency = agency.name.value.clone();
        if known.contains(&year) {
            ReportError::Unreadable { agency, year }
        } else {
            ReportError::NoSuchYear { agency, year, known }
        }
    })
}

/// The agency's report of `year`, without one its latest. One with figures that could not be read is refused: they
/// would pass for zeros.
///
/// # Errors
///
/// If there is no such report, not all of it could be read, or it is a sum that lacks a part.
pub fn complete_report<'a>(
    agency: &'a Agency,
    year: Option<i16>,
    findings: &[Diagnostic],
) -> Result<Party<'a>, ReportError> {
    let year = year_or_latest(agency, year, findings)?;
    let report = find_report(agency, year, findings)?;
    let name = || agency.name.value.clone();
    let unread = Unread::of(findings);
    if unread.is_unfinished(agency, year) {
        return Err(ReportError::Unfinished { agency: name(), year });
    }
    if unread.names(agency, year) {
        return Err(ReportError::Faulty { agency: name(), year });
    }
    if !lacking(agency, report, &unread).is_empty() {
        return Err(ReportError::Lacking { agency: name(), year });
    }
    Ok(Party { agency, report })
}

/// The reports that something is wrong with, those included that could not be read.
pub(crate) fn reports_with_findings(findings: &[Diagnostic]) -> impl Iterator<Item = (&AgencyId, i16)> {
    // Of the city the findings may be that there is no report.
    let of_reports = findings.iter().filter(|finding| finding.code.kind != Kind::City);
    of_reports.filter_map(|finding| finding.agency.as_ref().zip(finding.year))
}

/// The years that the agency has reports of, those included that cannot be read.
fn years(agency: &Agency, findings: &[Diagnostic]) -> BTreeSet<i16> {
    let faulty = reports_with_findings(findings).filter(|(id, _)| **id == agency.id).map(|(_, year)| year);
    agency.reports.keys().copied().chain(faulty).collect()
}

/// Which years there are, as help for a year that there is not.
fn only(years: &BTreeSet<i16>) -> String {
    let years: Vec<String> = years.iter().map(i16::to_string).collect();
    if years.is_empty() { String::new() } else { format!("，只有 {} 年的", years.join("、")) }
}
