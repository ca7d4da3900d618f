//! The key figures of a report beside last year's.

use nianbao_model::{Agency, Decimal, Report};
use serde::Serialize;

use super::survey::YearSurvey;
use crate::view::{FigureView, KeyFigures, Measure, grouped, percent};

/// Two years beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct YearComparison {
    /// The reporting year.
    pub(crate) year: i16,
    /// The reporting year before.
    pub(crate) last_year: i16,
    /// The key figures that both reports have.
    pub(crate) lines: Vec<ComparedYears>,
}

/// A key figure in two years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ComparedYears {
    /// What it counts, in the words of the tables.
    pub(crate) label: &'static str,
    /// This year's figure.
    pub(crate) now: String,
    /// Last year's figure.
    pub(crate) before: String,
    /// How much more or less, `+12`; `持平` where nothing changed.
    pub(crate) change: String,
    /// The same in percent of last year's, where that is not 0.
    pub(crate) rate: Option<String>,
}

impl YearComparison {
    /// `report` with its `figures` beside the agency's report of the year before, if there is one.
    pub(crate) fn new(agency: &Agency, report: &Report, figures: &KeyFigures) -> Option<Self> {
        let last_year = report.year.checked_sub(1)?;
        let before = KeyFigures::of(agency.reports.get(&last_year)?);
        let line = |measure: Measure| compared(measure, figures.get(measure)?, before.get(measure)?);
        Some(Self { year: report.year, last_year, lines: Measure::KEY.into_iter().filter_map(line).collect() })
    }
}

fn compared(measure: Measure, now: Decimal, before: Decimal) -> Option<ComparedYears> {
    let Change { text, rate, .. } = Change::of(now, before)?;
    Some(ComparedYears { label: measure.label(), now: grouped(now), before: grouped(before), change: text, rate })
}

/// How a figure changed from one year to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Change {
    /// How much more or less, `+12`; `持平` where nothing changed.
    pub(crate) text: String,
    /// The same in words, `增加12件`.
    pub(crate) words: String,
    /// The same in percent of last year's, where that is not 0.
    pub(crate) rate: Option<String>,
}

impl Change {
    fn of(now: Decimal, before: Decimal) -> Option<Self> {
        let change = now.checked_sub(before)?;
        Some(Self {
            text: if change.is_zero() { "持平".to_owned() } else { signed(change) },
            words: in_words(change),
            rate: (!before.is_zero() && !change.is_zero()).then(|| rate(percent(change, before))),
        })
    }
}

/// A key figure of many reports with its change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct KeyFigure {
    /// The figure of this year.
    #[serde(flatten)]
    pub(crate) figure: FigureView,
    /// How it changed, where last year's counts the same agencies.
    pub(crate) change: Option<Change>,
}

/// The key figures of all reports of a year. They are held against last year's only where both count the same agencies: a report that is
/// new or missing is no change of what was done.
pub(super) fn key_figures(now: &YearSurvey, before: Option<&YearSurvey>) -> Vec<KeyFigure> {
    let before = before.filter(|before| before.counted == now.counted);
    let change = |measure| Change::of(now.total.get(measure)?, before?.total.get(measure)?);
    let figure = |measure| KeyFigure { figure: FigureView::new(&now.total, measure), change: change(measure) };
    Measure::KEY.into_iter().map(figure).collect()
}

/// How much more or less a figure is than last year's, as a table that can be sorted shows it.
pub(super) fn difference(now: Option<Decimal>, before: Option<Decimal>) -> Option<String> {
    let change = now?.checked_sub(before?)?;
    Some(if change.is_zero() { "0".to_owned() } else { signed(change) })
}

fn in_words(change: Decimal) -> String {
    let direction = if change.is_sign_positive() { "增加" } else { "减少" };
    if change.is_zero() { "持平".to_owned() } else { format!("{direction}{}件", grouped(change.abs())) }
}

/// With one decimal throughout, `+25.0%`.
fn rate(percent: Decimal) -> String {
    let tenths = if percent.is_integer() { ".0" } else { "" };
    format!("{}{tenths}%", signed(percent))
}

fn signed(value: Decimal) -> String {
    let plus = if value.is_sign_positive() { "+" } else { "" };
    format!("{plus}{}", grouped(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(now: i64, before: i64) -> (String, Option<String>) {
        let line = compared(Measure::Received, now.into(), before.into()).expect("small figures");
        (line.change, line.rate)
    }

    #[test]
    fn changes_have_a_sign_and_a_rate_where_there_was_something() {
        assert_eq!(written(1200, 100), ("+1,100".to_owned(), Some("+1,100.0%".to_owned())));
        assert_eq!(written(2, 3), ("−1".to_owned(), Some("−33.3%".to_owned())));
        assert_eq!(written(2, 0), ("+2".to_owned(), None));
        assert_eq!(written(5, 5), ("持平".to_owned(), None));
    }

    #[test]
    fn changes_are_told_in_words() {
        let words = [1200, -34_322, 0].map(|change| in_words(change.into()));
        assert_eq!(words, ["增加1,200件", "减少34,322件", "持平"]);
    }
}
