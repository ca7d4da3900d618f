//! Which two reports are meant.

use nianbao_model::compare::Party;
use nianbao_model::completeness::{Unread, lacking};
use nianbao_model::{Agency, Diagnostic, Municipality};

use crate::args::CompareArgs;
use crate::workspace;

/// The report that is asked about, and the one it is held against.
pub(super) fn choose<'a>(
    args: &CompareArgs,
    municipality: &'a Municipality,
    findings: &[Diagnostic],
) -> anyhow::Result<[Party<'a>; 2]> {
    let (word, at) = parse(&args.subject)?;
    anyhow::ensure!(!word.is_empty(), "“{}”前面请写机关", args.subject);
    let agency = find(word, municipality)?;
    let year = match (at, args.year) {
        (Some(one), Some(other)) if one != other => anyhow::bail!("年度写了两个：{one} 和 {other}"),
        (one, other) => one.or(other).or_else(|| latest(agency)),
    };
    let Some(year) = year else { anyhow::bail!("{}还没有报告", agency.name.value) };
    let (word, at) = args.reference.as_deref().map(parse).transpose()?.unwrap_or_default();
    let other = if word.is_empty() { agency } else { find(word, municipality)? };
    let other_year = at.unwrap_or(if other.id == agency.id { year - 1 } else { year });
    anyhow::ensure!((&agency.id, year) != (&other.id, other_year), "两边是同一份报告");
    Ok([party(agency, year, findings)?, party(other, other_year, findings)?])
}

/// `机关@年度`, either of which may be missing.
fn parse(text: &str) -> anyhow::Result<(&str, Option<i16>)> {
    let Some((word, year)) = text.rsplit_once('@') else { return Ok((text, None)) };
    match year.parse() {
        Ok(year) => Ok((word, Some(year))),
        Err(_) => anyhow::bail!("“{text}”的 @ 后面应是年度，如 {word}@2024"),
    }
}

fn find<'a>(word: &str, municipality: &'a Municipality) -> anyhow::Result<&'a Agency> {
    let id = workspace::agency(word, municipality)?;
    municipality.agency(&id).ok_or_else(|| anyhow::anyhow!("没有叫“{word}”的机关"))
}

fn latest(agency: &Agency) -> Option<i16> {
    agency.reports.keys().next_back().copied()
}

/// The agency's report of a year. One with figures that could not be read is refused: they would be
/// compared as zeros.
fn party<'a>(agency: &'a Agency, year: i16, findings: &[Diagnostic]) -> anyhow::Result<Party<'a>> {
    let name = &agency.name.value;
    let faulty = findings.iter().any(|finding| {
        finding.agency.as_ref() == Some(&agency.id)
            && finding.year == Some(year)
            && finding.severity() == nianbao_model::Severity::Error
            && finding.code.kind.always_blocks()
    });
    anyhow::ensure!(!faulty, "{name} {year} 年的报告里有读不出的内容，请先用 nianbao check 检查并改正");
    match agency.reports.get(&year) {
        Some(report) => {
            let whole = lacking(agency, report, &Unread::of(findings)).is_empty();
            anyhow::ensure!(whole, "{name} {year} 年的汇总还缺下级的数，请先用 nianbao check 检查并改正");
            Ok(Party { agency, report })
        }
        None => anyhow::bail!("{name}没有 {year} 年的报告{}", years(agency)),
    }
}

/// Which years there are, as help for a year that there is not.
fn years(agency: &Agency) -> String {
    let years: Vec<String> = agency.reports.keys().map(i16::to_string).collect();
    if years.is_empty() { String::new() } else { format!("，只有 {} 年的", years.join("、")) }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn the_year_stands_behind_the_last_at() {
        let parsed = |text: &'static str| parse(text).ok();
        assert_eq!(parsed("tcj"), Some(("tcj", None)));
        assert_eq!(parsed("市甲局@2024"), Some(("市甲局", Some(2024))));
        assert_eq!(parsed("@2023"), Some(("", Some(2023))));
        assert_eq!(parsed("tcj@今年"), None);
        assert_eq!(parsed("tcj@"), None);
    }
}
