//! What the rules on prose share: how a claim and what the tables give are told, and where they stand.

use crate::claims::{Claim, Measure, Reading, Row, Says};
use crate::numbering::chinese_numeral;
use crate::rules::rule::Case;
use crate::{Code, Diagnostic, Span};

/// Readings told in a message; the others are mostly the same with something left out.
const TOLD: usize = 2;

/// Letters of the claim told in a message.
const QUOTED: usize = 24;

/// A finding that the claim does not go with these readings.
pub(super) fn contradicts(case: &Case, claim: &Claim, readings: &[Reading], code: &'static Code) -> Diagnostic {
    let year = match claim.says {
        Says::Before { .. } => format!(" {} 年的", case.report.year - 1),
        _ => String::new(),
    };
    let table = year + &table(case, readings);
    let told = told(claim, readings);
    let (meaning, label) = match meant(claim, readings) {
        Some(meaning) => (format!("（读作{meaning}）"), format!("读作{meaning}")),
        None => (String::new(), "正文这样写".to_owned()),
    };
    let message = format!("正文称“{}”{meaning}，而{table}{}", quote(case, claim), figures(case, claim, &told));
    let finding = place(case, claim, Diagnostic::new(code, message), &label);
    let report = match claim.says {
        Says::Before { .. } => case.last_year.unwrap_or(case.report),
        _ => case.report,
    };
    let addresses = told.iter().flat_map(|reading| &reading.terms).flat_map(|term| &term.addresses);
    let mut lines: Vec<(Span, String)> = Vec::new();
    for address in addresses.filter(|address| address.rows.len() == 1) {
        let spans = address.cells().filter_map(|place| report.figures.at(place)?.span);
        let line = spans.reduce(|one, other| Span::new(one.file, one.start.min(other.start), one.end.max(other.end)));
        if let Some(span) = line.filter(|span| lines.iter().all(|(seen, _)| seen != span)) {
            lines.push((span, format!("表中是 {}", report.figure(address))));
        }
    }
    lines.into_iter().fold(finding, |finding, (span, text)| finding.see(span, text))
}

/// Points at the claim.
pub(super) fn place(case: &Case, claim: &Claim, finding: Diagnostic, text: &str) -> Diagnostic {
    let span = case.prose.passages.get(claim.passage).and_then(|passage| passage.span(&claim.quote));
    match span {
        Some(span) => finding.at(span, text),
        None => finding,
    }
}

/// The claim in the words of the report; of a long one what counts.
pub(super) fn quote(case: &Case, claim: &Claim) -> String {
    let text = case.prose.passages.get(claim.passage).map_or("", |passage| passage.text.as_str());
    let words = text.get(claim.quote.clone()).unwrap_or_default().replace('“', "‘").replace('”', "’");
    if words.chars().count() <= QUOTED {
        return words;
    }
    let first: String = words.chars().take(QUOTED / 2).collect();
    let last: Vec<char> = words.chars().rev().take(QUOTED / 2).collect();
    format!("{first}…{}", last.into_iter().rev().collect::<String>())
}

/// What a claim comes to whose number and verb stand apart: `1件，已按规定办理` says that one was concluded. Where
/// no more are claimed than were concluded, it is the word 全部 that cannot be.
fn meant(claim: &Claim, readings: &[Reading]) -> Option<String> {
    let Says::Finished { requests: Some((_, value)), answered } = &claim.says else { return None };
    let verb = if *answered { "答复" } else { "办结" };
    let too_many = readings.first().is_some_and(|concluded| *value > concluded.value);
    Some(if too_many { format!("{verb} {value} 件") } else { format!("全部{verb}") })
}

/// `表三`, the table that the readings are taken from.
fn table(case: &Case, readings: &[Reading]) -> String {
    let address = readings.iter().flat_map(|reading| &reading.terms).find_map(|term| term.addresses.first());
    let table = address.and_then(|address| case.report.form.block(address));
    table.map(|(table, _)| format!("表{}", chinese_numeral(u32::from(table.id.number())))).unwrap_or_default()
}

/// The readings that a message tells, each value once. That there was nothing is held against the plainest alone.
fn told<'a>(claim: &Claim, readings: &'a [Reading]) -> Vec<&'a Reading> {
    let most = if matches!(claim.says, Says::None { .. }) { 1 } else { TOLD };
    let mut told: Vec<&Reading> = Vec::new();
    for reading in readings {
        if told.len() < most && told.iter().all(|other| other.value != reading.value) {
            told.push(reading);
        }
    }
    told
}

/// `本年新收为 15，或本年新收 15 + 上年结转 2 = 17`: what the readings give. Those of what was concluded are
/// figures that go together, not one instead of the other.
fn figures(case: &Case, claim: &Claim, readings: &[&Reading]) -> String {
    let between = if matches!(claim.says, Says::Finished { .. }) { "、" } else { "，或" };
    let told: Vec<String> = readings.iter().map(ToString::to_string).collect();
    let left = left_over(case, claim).map(|left| format!("、{left}")).unwrap_or_default();
    told.join(between) + &left
}

/// What was not concluded explains a figure of what was.
fn left_over(case: &Case, claim: &Claim) -> Option<String> {
    let Says::Count { measure: Measure::Requests { row, applicant: None }, .. } = claim.says else { return None };
    let table = case.report.form.applications();
    let carried_out = table.carried_out.at(&table.total);
    let left = case.report.figure(&carried_out);
    let is_told = !left.is_zero() && case.report.knows(&carried_out);
    let speaks = matches!(row, Row::Concluded | Row::Answered | Row::Handled) && is_told;
    speaks.then(|| format!("结转下年度为 {left}"))
}
