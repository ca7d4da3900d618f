//! The page of all reports of a year: a table of their key figures.

use std::collections::BTreeSet;

use nianbao_model::{Agency, AgencyId, Decimal, Status};
use serde::Serialize;

use super::report_page::results;
use super::survey::{Entry, YearSurvey};
use super::{Frame, Survey, link, linked_data};
use crate::data::{self, DataLink};
use crate::view::{BarChart, FigureView, KeyFigures, LinkView, Measure, percent};

/// How many agencies the chart of the most applications shows.
const MOST: usize = 10;

/// A year's page.
#[derive(Debug, Clone, Serialize)]
pub struct YearPage {
    /// What all pages share.
    #[serde(flatten)]
    pub frame: Frame,
    /// The year.
    pub year: i16,
    /// The pages of other years, the newest first.
    pub others: Vec<LinkView>,
    /// The headings of the key figures.
    pub headings: Vec<&'static str>,
    /// The reports in the official order.
    pub lines: Vec<YearLine>,
    /// Every report counted once.
    pub total: Vec<FigureView>,
    /// The superior agencies whose reports stand for those below them in the total.
    pub sums_up: Vec<String>,
    /// How all applications ended.
    pub results: Option<BarChart>,
    /// The agencies with the most applications.
    pub most: Option<BarChart>,
    /// The agencies that have reports of other years, but none of this one.
    pub without: Vec<LinkView>,
    /// The figures of the year for machines.
    pub data: Vec<DataLink>,
}

/// A report in the table of a year.
#[derive(Debug, Clone, Serialize)]
pub struct YearLine {
    /// Its place in the official order, from 1.
    pub number: usize,
    /// The report, by its agency's name.
    pub report: LinkView,
    /// Whether it sums up the reports of agencies below.
    pub sums_up: bool,
    /// Its key figures.
    pub figures: Vec<DrawnFigure>,
    /// The day of publication, `2025-01-20`.
    pub published: Option<String>,
    /// 状态.
    pub status: &'static str,
}

/// A figure with a bar.
#[derive(Debug, Clone, Serialize)]
pub struct DrawnFigure {
    /// The figure.
    #[serde(flatten)]
    pub figure: FigureView,
    /// How long its bar is, in percent of the column's longest; nothing for 0 and for sums.
    pub length: Option<String>,
}

impl YearPage {
    /// The page of `year`, whose reports are `reports`.
    pub fn new(survey: &Survey, year: i16, reports: &YearSurvey) -> Self {
        let root = link::root(1);
        let title = format!("{year}年政府信息公开工作年度报告");
        let description = format!(
            "{}及所属机关{title}，共{}份，附各机关主要数据。",
            survey.municipality.root.name.value,
            reports.entries.len()
        );
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
            headings: Measure::KEY.map(Measure::label).to_vec(),
            lines: lines(&root, reports),
            total: FigureView::key(&reports.total),
            sums_up: sums_up(survey, reports),
            results: results(year, &reports.total),
            most: most(&root, year, reports),
            without: without(survey, &root, year),
            data: data::links_of_year(&root, year, &format!("{}{title}", survey.municipality.root.name.value)),
        }
    }
}

/// The agencies whose reports sum up others and are not summed up themselves.
fn sums_up(survey: &Survey, reports: &YearSurvey) -> Vec<String> {
    let summing = || reports.entries.iter().filter(|entry| entry.sums_up);
    let ids: BTreeSet<&AgencyId> = summing().map(|entry| &entry.agency.id).collect();
    let root = AgencyId::root();
    let above = |agency: &Agency| survey.above(&agency.id).iter().any(|above| ids.contains(&above.id));
    let topmost = |agency: &Agency| agency.id == root || !ids.contains(&root) && !above(agency);
    summing().filter(|entry| topmost(entry.agency)).map(|entry| entry.agency.name.value.clone()).collect()
}

fn lines(root: &str, reports: &YearSurvey) -> Vec<YearLine> {
    let longest = Measure::KEY.map(|measure| longest(reports, measure));
    let line = |(at, entry): (usize, &Entry)| YearLine {
        number: at + 1,
        report: to_report(root, entry),
        sums_up: entry.sums_up,
        figures: Measure::KEY
            .into_iter()
            .zip(longest)
            .map(|(measure, longest)| drawn(entry, measure, longest))
            .collect(),
        published: entry.report.published.as_ref().map(|date| date.value.to_string()),
        status: match entry.report.status {
            Status::Published => "已公开",
            Status::Draft => "拟公开",
        },
    };
    reports.entries.iter().enumerate().map(line).collect()
}

fn to_report(root: &str, entry: &Entry) -> LinkView {
    let agency = entry.agency;
    LinkView { text: agency.name.value.clone(), href: link::report(root, &agency.id, entry.report.year) }
}

fn longest(reports: &YearSurvey, measure: Measure) -> Decimal {
    let alone = reports.entries.iter().filter(|entry| !entry.sums_up);
    alone.filter_map(|entry| entry.figures.get(measure)).max().unwrap_or_default()
}

fn drawn(entry: &Entry, measure: Measure, longest: Decimal) -> DrawnFigure {
    let value = entry.figures.get(measure).filter(|value| !value.is_zero() && !entry.sums_up);
    DrawnFigure {
        figure: FigureView::new(&entry.figures, measure),
        length: value.map(|value| percent(value, longest).to_string()),
    }
}

/// The agencies that received the most applications, the first in the official order among equals.
fn most(root: &str, year: i16, reports: &YearSurvey) -> Option<BarChart> {
    let received = |figures: &KeyFigures| figures.get(Measure::Received).filter(|value| !value.is_zero());
    let alone = reports.entries.iter().filter(|entry| !entry.sums_up);
    let mut ranked: Vec<(Decimal, &Entry)> =
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
    let missing = |agency: &&Agency| !agency.reports.is_empty() && !agency.reports.contains_key(&year);
    survey.municipality.agencies().filter(missing).map(|agency| link::to_agency(root, agency)).collect()
}
