//! The page of all reports of a year: a table of their key figures.

use nianbao_model::{Agency, Decimal};
use serde::Serialize;

use super::results::results;
use super::survey::{SurveyedReport, YearSurvey};
use super::year_comparison::{KeyFigure, key_figures};
use super::year_table::{self, FigureColumn, Narrowing, YearLine, to_report};
use super::{Frame, Survey, linked_data};
use crate::data::{self, DataLink};
use crate::link;
use crate::view::{BarChart, KeyFigures, LinkView, Measure};

/// How many agencies the chart of the most applications shows.
const MOST: usize = 10;

/// The page of a reporting year.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct YearPage {
    /// What all pages share.
    #[serde(flatten)]
    pub(crate) frame: Frame,
    /// The reporting year.
    pub(crate) year: i16,
    /// The pages of other years, the newest first.
    pub(crate) others: Vec<LinkView>,
    /// The columns of key figures.
    pub(crate) columns: Vec<FigureColumn>,
    /// The reports in the official order.
    pub(crate) lines: Vec<YearLine>,
    /// What the lines can be narrowed to.
    pub(crate) narrowing: Narrowing,
    /// The key figures of all reports together, each counted once.
    pub(crate) total: Vec<KeyFigure>,
    /// The superior agencies whose reports stand for those below them in the total.
    pub(crate) sums_up: Vec<String>,
    /// How all applications ended; nothing where none did.
    pub(crate) results: Option<BarChart>,
    /// The agencies with the most applications.
    pub(crate) most: Option<BarChart>,
    /// The agencies that have reports of other years and should have one of this, but have none.
    pub(crate) without: Vec<LinkView>,
    /// The figures of the year for machines.
    pub(crate) data: Vec<DataLink>,
}

impl YearPage {
    /// The page of the reporting year `year`.
    pub(crate) fn new(survey: &Survey, year: i16) -> Self {
        let none = YearSurvey::default();
        let reports = survey.year(year).unwrap_or(&none);
        let root = link::root(1);
        let last_year = year.checked_sub(1).and_then(|before| survey.year(before));
        let title = format!("{year}年政府信息公开工作年度报告");
        let government = &survey.municipality.root.name_in(year).value;
        let full_title = format!("{government}{title}");
        let description = format!("{government}及所属机关{title}，共{}份，附各机关主要数据。", reports.entries.len());
        let frame = Frame {
            trail: link::trail(&root, &[]),
            here: format!("{year}年"),
            linked_data: Some(linked_data::dataset(survey, year, &title, &description)),
            title: title.clone(),
            description,
            ..Frame::new(survey, &link::year("", year), root.clone())
        };
        Self {
            frame,
            year,
            others: survey
                .years()
                .rev()
                .filter(|(of, _)| *of != year)
                .map(|(of, _)| link::to_year(&root, of))
                .collect(),
            columns: year_table::columns(last_year),
            lines: year_table::lines(survey, &root, reports, last_year),
            narrowing: Narrowing::new(survey, reports),
            total: key_figures(reports, last_year),
            sums_up: reports.superiors().map(|agency| agency.name_in(year).value.clone()).collect(),
            results: results(year, &reports.total),
            most: most(&root, year, reports),
            without: without(survey, &root, year),
            data: data::links_of_year(survey.municipality, &root, year, &full_title),
        }
    }
}

/// The agencies that received the most applications, the first in the official order among equals.
fn most(root: &str, year: i16, reports: &YearSurvey) -> Option<BarChart> {
    let received = |figures: &KeyFigures| figures.get(Measure::Received).filter(|value| !value.is_zero());
    let alone = reports.entries.iter().filter(|entry| !entry.sums_up);
    let mut ranked: Vec<(Decimal, &SurveyedReport)> =
        alone.filter_map(|entry| Some((received(&entry.figures)?, entry))).collect();
    if ranked.len() < 3 {
        return None;
    }
    ranked.sort_by_key(|(received, _)| std::cmp::Reverse(*received));
    ranked.truncate(MOST);
    let lines = ranked.into_iter().map(|(received, entry)| {
        let LinkView { text, href } = to_report(root, entry);
        (text, Some(href), received)
    });
    let title = format!("{year}年新收政府信息公开申请较多的机关");
    Some(BarChart::new("most", title, "机关", "新收申请（件）".to_owned()).with(lines.collect()))
}

fn without(survey: &Survey, root: &str, year: i16) -> Vec<LinkView> {
    let missing = |agency: &&Agency| {
        agency.duty.covers(year) && !agency.reports.is_empty() && !agency.reports.contains_key(&year)
    };
    survey.municipality.agencies().filter(missing).map(|agency| link::to_agency(root, agency)).collect()
}
