//! Bars beside each other's names: a table whose figures are drawn, too.

use nianbao_model::Decimal;
use serde::Serialize;

use super::percent;
use crate::view::measure::grouped;

/// A table with a bar in each line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct BarChart {
    /// Its address within the page.
    pub(crate) id: &'static str,
    /// What it shows.
    pub(crate) title: String,
    /// The heading of the names.
    pub(crate) names: &'static str,
    /// The heading of the figures.
    pub(crate) figures: String,
    /// Its lines.
    pub(crate) bars: Vec<BarView>,
    /// Whether the lines are parts of a whole, so that their shares say something.
    pub(crate) parts: bool,
}

/// A line of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct BarView {
    /// What the figure is of.
    pub(crate) label: String,
    /// Where the label leads.
    pub(crate) href: Option<String>,
    /// The figure as people read it.
    pub(crate) text: String,
    /// How long the bar is, in percent of the longest.
    pub(crate) length: String,
    /// The share of the whole, in percent.
    pub(crate) share: String,
}

impl BarChart {
    /// The chart without lines.
    pub(crate) fn new(id: &'static str, title: String, names: &'static str, figures: String) -> Self {
        Self { id, title, names, figures, bars: Vec::new(), parts: false }
    }

    /// With these lines: name, where it leads, figure.
    #[must_use]
    pub(crate) fn with(self, lines: Vec<(String, Option<String>, Decimal)>) -> Self {
        let longest = lines.iter().map(|(_, _, value)| *value).max().unwrap_or_default();
        let whole: Decimal = lines.iter().map(|(_, _, value)| *value).sum();
        let bar = |(label, href, value): (String, Option<String>, Decimal)| BarView {
            label,
            href,
            text: grouped(value),
            length: percent(value, longest).to_string(),
            share: format!("{:.1}", percent(value, whole)),
        };
        Self { bars: lines.into_iter().map(bar).collect(), ..self }
    }

    /// With lines that are parts of a whole.
    #[must_use]
    pub(crate) fn of_parts(self) -> Self {
        Self { parts: true, ..self }
    }
}
