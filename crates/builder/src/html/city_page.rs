//! The index of the municipality: its years and all its agencies in groups.

use nianbao_model::completeness::{Owed, Unread};
use nianbao_model::{Agency, Municipality, Status};
use serde::Serialize;

use super::agency_line::AgencyLine;
use super::survey::YearSurvey;
use super::trend::trend;
use super::year_comparison::{KeyFigure, key_figures};
use super::{Frame, Survey};
use crate::category::by_category;
use crate::link;
use crate::view::{ColumnChart, KeyFigures};

/// The index of the municipality.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CityPage {
    /// What all pages share.
    #[serde(flatten)]
    pub(crate) frame: Frame,
    /// How many agencies there are.
    pub(crate) agencies: usize,
    /// How many reports there are.
    pub(crate) reports: usize,
    /// The reporting years, the newest first.
    pub(crate) years: Vec<YearCount>,
    /// The key figures of the newest year, every report counted once.
    pub(crate) newest: Option<NewestYear>,
    /// Applications over the years, where there is something to compare.
    pub(crate) trend: Option<ColumnChart>,
    /// The municipality's government.
    pub(crate) government: AgencyLine,
    /// All other agencies.
    pub(crate) groups: Vec<GroupView>,
}

/// A reporting year in the list of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct YearCount {
    /// The reporting year.
    pub(crate) year: i16,
    /// How many reports there are of it.
    pub(crate) reports: usize,
    /// The page of all of them.
    pub(crate) href: String,
}

/// What the newest year comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct NewestYear {
    /// The reporting year.
    pub(crate) year: i16,
    /// The key figures of all its reports together.
    pub(crate) figures: Vec<KeyFigure>,
    /// Whether some reports stand for those of agencies below.
    pub(crate) sums_up: bool,
    /// How many reports are public, where some that are owed are not yet. A proof, which has drafts, does not tell.
    pub(crate) so_far: Option<usize>,
}

/// Agencies that are listed together.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GroupView {
    /// Its address within the page.
    pub(crate) anchor: String,
    /// Its heading: a 类别, or whose subordinates they are.
    pub(crate) title: String,
    /// Its agencies, in the official order.
    pub(crate) agencies: Vec<AgencyLine>,
}

impl CityPage {
    /// The index of the municipality.
    pub(crate) fn new(survey: &Survey) -> Self {
        let municipality = survey.municipality;
        let name = &municipality.root.name.value;
        let agencies = municipality.agencies().count();
        let reports = municipality.reports().count();
        let frame = Frame {
            title: municipality.site.name.clone(),
            description: description(name, agencies, reports),
            here: "首页".to_owned(),
            ..Frame::new(survey, &link::city(""), String::new())
        };
        let by_year: Vec<(i16, &KeyFigures)> = survey.years().map(|(year, survey)| (year, &survey.total)).collect();
        let newest = |(year, reports): (i16, &YearSurvey)| NewestYear {
            year,
            figures: key_figures(reports, year.checked_sub(1).and_then(|before| survey.year(before))),
            sums_up: reports.superiors().next().is_some(),
            so_far: so_far(municipality, year, reports),
        };
        Self {
            frame,
            agencies,
            reports,
            years: years(survey),
            newest: survey.years().last().map(newest),
            trend: trend("", &by_year),
            government: AgencyLine::new("", &municipality.root),
            groups: groups(municipality),
        }
    }
}

fn description(government: &str, agencies: usize, reports: usize) -> String {
    match (agencies, reports) {
        (_, 0) => format!("{government}政府信息公开工作年度报告。"),
        (1, _) => format!("{government}政府信息公开工作年度报告，共{reports}份。"),
        _ => format!("{government}及所属机关政府信息公开工作年度报告，共{agencies}个机关、{reports}份报告。"),
    }
}

fn years(survey: &Survey) -> Vec<YearCount> {
    let count = |year, reports| YearCount { year, reports, href: link::year("", year) };
    survey.years().rev().map(|(year, survey)| count(year, survey.entries.len())).collect()
}

fn so_far(municipality: &Municipality, year: i16, reports: &YearSurvey) -> Option<usize> {
    let owed = Owed::of(municipality, &Unread::default());
    let lacks = |agency: &Agency| owed.demands(agency, year) && !agency.reports.contains_key(&year);
    let are_public = reports.entries.iter().all(|entry| entry.report.status != Status::Draft);
    (are_public && municipality.agencies().any(lacks)).then_some(reports.entries.len())
}

/// The government's own subordinates by 类别, then those of each agency that has some.
fn groups(municipality: &Municipality) -> Vec<GroupView> {
    let mut groups = by_category(&municipality.root.children);
    for agency in municipality.root.children.iter().flat_map(Agency::walk).filter(|agency| !agency.children.is_empty())
    {
        groups.push((format!("{}所属机关", agency.name.value), agency.children.iter().collect()));
    }
    let group = |(at, (title, agencies)): (usize, (String, Vec<&Agency>))| GroupView {
        anchor: format!("group-{}", at + 1),
        title,
        agencies: agencies.into_iter().map(|agency| AgencyLine::new("", agency)).collect(),
    };
    groups.into_iter().enumerate().map(group).collect()
}
