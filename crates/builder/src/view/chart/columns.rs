//! Columns over years, two beside each other, above an axis that begins with 0.

use nianbao_model::Decimal;
use serde::Serialize;

use crate::view::measure::grouped;
use crate::view::{KeyFigures, Measure};

const WIDTH: i64 = 400;
const HEIGHT: i64 = 210;
/// Where the axis of figures stands.
const LEFT: i64 = 52;
const TOP: i64 = 22;
const BOTTOM: i64 = 182;
/// How wide a column may be, so that one year alone does not fill the chart.
const WIDEST: i64 = 44;
/// How wide a character of a label is.
const CHARACTER: i64 = 7;
/// How many years fit.
const YEARS: usize = 10;

/// Columns over years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ColumnChart {
    /// Its address within the page.
    pub(crate) id: &'static str,
    /// What it shows.
    pub(crate) title: String,
    /// How wide the drawing is.
    pub(crate) width: i64,
    /// How high it is.
    pub(crate) height: i64,
    /// Where the axis of figures stands.
    pub(crate) left: i64,
    /// Where the axis of years stands.
    pub(crate) bottom: i64,
    /// What the columns count.
    pub(crate) series: Vec<&'static str>,
    /// The lines behind the columns.
    pub(crate) ticks: Vec<TickView>,
    /// The years, the earliest first.
    pub(crate) groups: Vec<ColumnGroup>,
}

/// A line behind the columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct TickView {
    /// How high it stands.
    pub(crate) y: i64,
    /// Which figure it stands for.
    pub(crate) text: String,
}

/// The columns of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ColumnGroup {
    /// The year.
    pub(crate) year: i16,
    /// Its middle.
    pub(crate) x: i64,
    /// One column for each series.
    pub(crate) columns: Vec<ColumnView>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ColumnView {
    /// Its left side.
    pub(crate) x: i64,
    /// Its top.
    pub(crate) y: i64,
    /// How wide it is.
    pub(crate) width: i64,
    /// How high it is.
    pub(crate) height: i64,
    /// Its middle.
    pub(crate) middle: i64,
    /// The figure.
    pub(crate) text: String,
    /// Whether there is room for the figure above it.
    pub(crate) labelled: bool,
}

impl ColumnChart {
    /// The chart of two measures over `years`, the earliest first; nothing where there is nothing to compare.
    pub(crate) fn new(
        id: &'static str,
        title: String,
        series: [Measure; 2],
        years: &[(i16, &KeyFigures)],
    ) -> Option<Self> {
        let years = &years[years.len().saturating_sub(YEARS)..];
        let value = |figures: &KeyFigures, measure| figures.get(measure).unwrap_or_default();
        let highest = years.iter().flat_map(|(_, figures)| series.map(|measure| value(figures, measure))).max()?;
        if years.len() < 2 || highest.is_zero() {
            return None;
        }
        let top = round_above(highest);
        let share = (WIDTH - LEFT) / i64::try_from(years.len()).ok()?;
        let width = (share * 2 / 5).min(WIDEST);
        let mut groups = Vec::new();
        for ((year, figures), at) in years.iter().zip(0..) {
            let middle = LEFT + share * at + share / 2;
            let column = |(measure, x): (Measure, i64)| column(value(figures, measure), top, x, width);
            let columns = series.into_iter().zip([middle - width - 1, middle + 1]).map(column).collect();
            groups.push(ColumnGroup { year: *year, x: middle, columns });
        }
        Some(Self {
            id,
            title,
            width: WIDTH,
            height: HEIGHT,
            left: LEFT,
            bottom: BOTTOM,
            series: series.map(Measure::label).to_vec(),
            ticks: [Decimal::ZERO, top / Decimal::TWO, top].map(|value| tick(value, top)).to_vec(),
            groups,
        })
    }
}

fn column(value: Decimal, top: Decimal, x: i64, width: i64) -> ColumnView {
    let height = height(value, top);
    let text = grouped(value);
    let labelled = i64::try_from(text.len()).is_ok_and(|letters| letters * CHARACTER <= width + 2);
    ColumnView { x, y: BOTTOM - height, width, height, middle: x + width / 2, text, labelled }
}

fn tick(value: Decimal, top: Decimal) -> TickView {
    TickView { y: BOTTOM - height(value, top), text: grouped(value) }
}

/// How high `value` stands above the axis. What is there can be seen.
fn height(value: Decimal, top: Decimal) -> i64 {
    let share = value.checked_div(top).unwrap_or_default() * Decimal::from(BOTTOM - TOP);
    let height = i64::try_from(share.round()).unwrap_or_default();
    if value.is_zero() { 0 } else { height.max(1) }
}

/// The first round figure that is not below `value`; its half is a whole number, round as well.
fn round_above(value: Decimal) -> Decimal {
    let mut scale = Decimal::ONE / Decimal::TEN;
    loop {
        for step in [12, 16, 20, 30, 40, 50, 60, 80, 100] {
            let round = Decimal::from(step) * scale;
            if round >= value && (round / Decimal::TWO).is_integer() {
                return round;
            }
        }
        match scale.checked_mul(Decimal::TEN) {
            Some(next) if next < Decimal::MAX / Decimal::ONE_HUNDRED => scale = next,
            _ => return value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_with_a_round_figure() {
        let ends: Vec<String> = [1, 2, 3, 5, 10, 11, 99, 1186, 3525, 11_398_889]
            .map(|value| round_above(Decimal::from(value)).normalize().to_string())
            .to_vec();
        assert_eq!(ends, ["2", "2", "4", "6", "10", "12", "100", "1200", "4000", "12000000"]);
    }

    #[test]
    fn a_figure_that_is_there_can_be_seen() {
        let top = Decimal::from(100_000);
        assert_eq!(height(Decimal::ZERO, top), 0);
        assert_eq!(height(Decimal::ONE, top), 1);
        assert_eq!(height(top, top), BOTTOM - TOP);
    }

    #[test]
    fn one_year_and_nothing_but_zeros_are_no_chart() {
        let none = KeyFigures::default();
        let series = [Measure::Received, Measure::Concluded];
        let chart = |years: &[(i16, &KeyFigures)]| ColumnChart::new("trend", String::new(), series, years);
        assert_eq!(chart(&[]), None);
        assert_eq!(chart(&[(2023, &none), (2024, &none)]), None);
    }
}
