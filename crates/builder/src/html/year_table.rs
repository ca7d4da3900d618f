//! The table of a year: a line for each report, with its key figures, their bars and their changes.

use nianbao_model::{Agency, AgencyId, Decimal};
use serde::Serialize;

use super::Survey;
use super::survey::{SurveyedReport, YearSurvey};
use super::year_comparison::difference;
use crate::address::address;
use crate::category::categories;
use crate::dates::corrected;
use crate::view::{FigureView, LinkView, Measure, percent};
use crate::{link, search};

/// The key figures whose change the table shows: more columns would not fit.
const CHANGES: [Measure; 2] = [Measure::Received, Measure::Concluded];

/// What stands in a cell that has no figure.
const NOTHING: &str = "—";

/// A column of key figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct FigureColumn {
    /// Its heading, in the parts that may stand below each other.
    pub(crate) heading: Vec<&'static str>,
    /// Whether a column with the changes stands behind it.
    pub(crate) changes: bool,
}

/// A report in the table of a year.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct YearLine {
    /// Its place in the official order, from 1.
    pub(crate) number: usize,
    /// The report, by its agency's name.
    pub(crate) report: LinkView,
    /// Whether it sums up the reports of agencies below.
    pub(crate) sums_up: bool,
    /// Its key figures, one for each column.
    pub(crate) figures: Vec<DrawnFigure>,
    /// The day of publication, `2025-01-20`.
    pub(crate) published: Option<String>,
    /// The day of the last correction, `2025-03-01`, if the report was corrected.
    pub(crate) corrected: Option<String>,
    /// What people type for the agency.
    pub(crate) find: String,
    /// The agency's 类别.
    pub(crate) category: Option<String>,
    /// The parts of the city that it belongs to, by the addresses of their agencies, with `|` between.
    pub(crate) within: String,
}

/// A figure with a bar.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DrawnFigure {
    /// The figure as text and for machines.
    #[serde(flatten)]
    pub(crate) figure: FigureView,
    /// How long its bar is, in percent of the column's longest; nothing for 0 and for sums.
    pub(crate) length: Option<String>,
    /// How much more or less it is than last year's, if that has a column.
    pub(crate) change: Option<String>,
}

/// What the lines can be narrowed to; nothing where there is nothing to choose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Narrowing {
    /// The 类别, in the order in which they first turn up.
    pub(crate) categories: Vec<String>,
    /// The parts of the city: the government with those directly below it, and each superior with all below it.
    pub(crate) parts: Vec<PartView>,
}

/// A part of the city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct PartView {
    /// The address of the agency that it is called after.
    pub(crate) value: String,
    /// What the choice says: the agency's name and which of those below it belong to it.
    pub(crate) label: String,
}

/// The columns; `last_year` are the reports of the year before.
pub(super) fn columns(last_year: Option<&YearSurvey>) -> Vec<FigureColumn> {
    let column =
        |measure: Measure| FigureColumn { heading: parts(measure.label()), changes: has_changes(measure, last_year) };
    Measure::KEY.map(column).to_vec()
}

/// A heading in its words; short ones stay whole.
fn parts(label: &'static str) -> Vec<&'static str> {
    const FIRST: [&str; 2] = ["办理结果", "制发"];
    let first = FIRST.iter().find(|first| label.starts_with(**first)).map_or(label.len(), |first| first.len());
    let (first, rest) = label.split_at(first);
    [first, rest].into_iter().filter(|part| !part.is_empty()).collect()
}

fn has_changes(measure: Measure, last_year: Option<&YearSurvey>) -> bool {
    last_year.is_some() && CHANGES.contains(&measure)
}

/// The lines, on a page from which `root` leads to the site's root.
pub(super) fn lines(
    survey: &Survey,
    root: &str,
    reports: &YearSurvey,
    last_year: Option<&YearSurvey>,
) -> Vec<YearLine> {
    let longest = Measure::KEY.map(|measure| longest(reports, measure));
    let line = |(at, entry): (usize, &SurveyedReport)| {
        let before = last_year.and_then(|last_year| last_year.of(&entry.agency.id));
        let figure = |(measure, longest)| DrawnFigure {
            change: has_changes(measure, last_year).then(|| change(entry, before, measure)),
            ..drawn(entry, measure, longest)
        };
        YearLine {
            number: at + 1,
            report: to_report(root, entry),
            sums_up: entry.sums_up,
            figures: Measure::KEY.into_iter().zip(longest).map(figure).collect(),
            published: entry.report.published.as_ref().map(|date| date.value.to_string()),
            corrected: corrected(entry.report).map(|date| date.to_string()),
            find: search::words(entry.agency),
            category: entry.agency.category.clone(),
            within: within(survey, reports, entry.agency),
        }
    };
    reports.entries.iter().enumerate().map(line).collect()
}

/// A link to the report by its agency's name.
pub(super) fn to_report(root: &str, entry: &SurveyedReport) -> LinkView {
    let agency = entry.agency;
    LinkView {
        text: agency.name_on(entry.report).value.clone(),
        href: link::report(root, &agency.id, entry.report.year),
    }
}

fn longest(reports: &YearSurvey, measure: Measure) -> Decimal {
    let alone = reports.entries.iter().filter(|entry| !entry.sums_up);
    alone.filter_map(|entry| entry.figures.get(measure)).max().unwrap_or_default()
}

fn drawn(entry: &SurveyedReport, measure: Measure, longest: Decimal) -> DrawnFigure {
    let value = entry.figures.get(measure).filter(|value| !value.is_zero() && !entry.sums_up);
    DrawnFigure {
        figure: FigureView::new(&entry.figures, measure),
        length: value.map(|value| percent(value, longest).to_string()),
        change: None,
    }
}

fn change(entry: &SurveyedReport, before: Option<&SurveyedReport>, measure: Measure) -> String {
    let last_year = before.and_then(|before| before.figures.get(measure));
    difference(entry.figures.get(measure), last_year).unwrap_or_else(|| NOTHING.to_owned())
}

/// The parts of the city that an agency belongs to.
fn within(survey: &Survey, reports: &YearSurvey, agency: &Agency) -> String {
    let above = survey.above(&agency.id).iter().map(|above| &above.id);
    let own = is_superior(reports, agency).then_some(&agency.id);
    let government = AgencyId::root();
    let city = survey.above(&agency.id).is_empty().then_some(&government);
    let parts: Vec<&str> = city.into_iter().chain(above).chain(own).map(address).collect();
    parts.join("|")
}

/// Whether there are reports below an agency that is not the government.
fn is_superior(reports: &YearSurvey, agency: &Agency) -> bool {
    agency.id != AgencyId::root() && agency.walk().skip(1).any(|below| reports.of(&below.id).is_some())
}

impl Narrowing {
    pub(super) fn new(survey: &Survey, reports: &YearSurvey) -> Self {
        let categories = categories(reports.entries.iter().map(|entry| entry.agency));
        let government = &survey.municipality.root;
        let part = |agency: &Agency, what: &str| PartView {
            value: address(&agency.id).to_owned(),
            label: format!("{}{what}", agency.name.value),
        };
        let superiors = government.walk().filter(|agency| is_superior(reports, agency));
        let mut parts: Vec<PartView> = superiors.map(|agency| part(agency, "及所属机关")).collect();
        if !parts.is_empty() {
            parts.insert(0, part(government, "及直属机关"));
        }
        Self { categories: if categories.len() > 1 { categories } else { Vec::new() }, parts }
    }
}
