//! Which two reports are meant.

use nianbao_model::compare::Party;
use nianbao_model::{Diagnostic, Municipality};
use nianbao_workspace::{complete_report, find_agency, year_or_latest};

use crate::args::CompareArgs;

/// The report that is asked about, and the one it is held against.
pub(super) fn choose<'a>(
    args: &CompareArgs,
    municipality: &'a Municipality,
    findings: &[Diagnostic],
) -> anyhow::Result<[Party<'a>; 2]> {
    let (word, at) = parse(&args.subject)?;
    anyhow::ensure!(!word.is_empty(), "“{}”前面请写机关", args.subject);
    let agency = find_agency(word, municipality)?;
    let year = match (at, args.year) {
        (Some(one), Some(other)) if one != other => anyhow::bail!("年度写了两个：{one} 和 {other}"),
        (one, other) => year_or_latest(agency, one.or(other), findings)?,
    };
    let (word, at) = args.reference.as_deref().map(parse).transpose()?.unwrap_or_default();
    let other = if word.is_empty() { agency } else { find_agency(word, municipality)? };
    let other_year = at.unwrap_or(if other.id == agency.id { year - 1 } else { year });
    anyhow::ensure!((&agency.id, year) != (&other.id, other_year), "两边是同一份报告");
    Ok([complete_report(agency, Some(year), findings)?, complete_report(other, Some(other_year), findings)?])
}

/// `机关@年度`, either of which may be missing.
fn parse(text: &str) -> anyhow::Result<(&str, Option<i16>)> {
    let Some((word, year)) = text.rsplit_once('@') else { return Ok((text, None)) };
    match year.parse() {
        Ok(year) => Ok((word, Some(year))),
        Err(_) => anyhow::bail!("“{text}”的 @ 后面应是年度，如 {word}@2024"),
    }
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
