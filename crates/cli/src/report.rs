//! Which report is meant by what was typed.

use std::collections::BTreeSet;

use nianbao_model::compare::Party;
use nianbao_model::completeness::{Unread, lacking};
use nianbao_model::{Agency, Diagnostic, Municipality, Report};

use crate::workspace;

/// The agency called `word`.
pub(crate) fn agency<'a>(word: &str, municipality: &'a Municipality) -> anyhow::Result<&'a Agency> {
    let id = workspace::agency(word, municipality)?;
    municipality.agency(&id).ok_or_else(|| anyhow::anyhow!("没有叫“{word}”的机关"))
}

/// The year, or the latest that the agency has a report of, be it one that cannot be read.
pub(crate) fn year(agency: &Agency, year: Option<i16>, findings: &[Diagnostic]) -> anyhow::Result<i16> {
    let latest = || years(agency, findings).last().copied();
    year.or_else(latest).ok_or_else(|| anyhow::anyhow!("{}还没有报告", agency.name.value))
}

/// The report of a year, whatever is wrong with it, as long as anything could be read of it.
pub(crate) fn read<'a>(agency: &'a Agency, year: i16, findings: &[Diagnostic]) -> anyhow::Result<&'a Report> {
    let name = &agency.name.value;
    let known = years(agency, findings);
    match agency.reports.get(&year) {
        Some(report) => Ok(report),
        None if known.contains(&year) => anyhow::bail!("{name} {year} 年的报告读不出，请先运行 nianbao check"),
        None => anyhow::bail!("{name}没有 {year} 年的报告{}", only(&known)),
    }
}

/// The agency's report of a year, of its latest without one. One with figures that could not be read is refused: they
/// would pass for zeros.
pub(crate) fn of<'a>(agency: &'a Agency, year: Option<i16>, findings: &[Diagnostic]) -> anyhow::Result<Party<'a>> {
    let year = self::year(agency, year, findings)?;
    let report = read(agency, year, findings)?;
    let name = &agency.name.value;
    let faulty = findings.iter().any(|finding| finding.is_unreadable() && finding.is_about(&agency.id, year));
    anyhow::ensure!(!faulty, "{name} {year} 年的报告里有读不出的内容，请先用 nianbao check 检查并改正");
    let whole = lacking(agency, report, &Unread::of(findings)).is_empty();
    anyhow::ensure!(whole, "{name} {year} 年的汇总还缺下级的数，请先用 nianbao check 检查并改正");
    Ok(Party { agency, report })
}

/// The years that the agency has reports of, those included that cannot be read.
fn years(agency: &Agency, findings: &[Diagnostic]) -> BTreeSet<i16> {
    let unread = workspace::found_fault_with(findings).filter(|(id, _)| **id == agency.id).map(|(_, year)| year);
    agency.reports.keys().copied().chain(unread).collect()
}

/// Which years there are, as help for a year that there is not.
fn only(years: &BTreeSet<i16>) -> String {
    let years: Vec<String> = years.iter().map(i16::to_string).collect();
    if years.is_empty() { String::new() } else { format!("，只有 {} 年的", years.join("、")) }
}
