//! The index of the municipality: its years and all its agencies in groups.

use nianbao_model::{Agency, Municipality};
use serde::Serialize;

use super::agency_page::trend;
use super::survey::YearSurvey;
use super::year_comparison::{KeyFigure, key_figures};
use super::{Frame, Survey, link};
use crate::search;
use crate::view::{ColumnChart, KeyFigures, LinkView};

/// The group of agencies that name no 类别, where others do.
pub(crate) const WITHOUT_CATEGORY: &str = "其他机关";

/// The index of the municipality.
#[derive(Debug, Clone, Serialize)]
pub struct CityPage {
    /// What all pages share.
    #[serde(flatten)]
    pub frame: Frame,
    /// How many agencies there are.
    pub agencies: usize,
    /// How many reports there are.
    pub reports: usize,
    /// The reporting years, the newest first.
    pub years: Vec<YearCount>,
    /// The key figures of the newest year, every report counted once.
    pub newest: Option<NewestYear>,
    /// Applications over the years, where there is something to compare.
    pub trend: Option<ColumnChart>,
    /// The municipality's government.
    pub government: AgencyLine,
    /// All other agencies.
    pub groups: Vec<GroupView>,
}

/// A reporting year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct YearCount {
    /// The year.
    pub year: i16,
    /// How many reports there are of it.
    pub reports: usize,
    /// The page of all of them.
    pub href: String,
}

/// What the newest year comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewestYear {
    /// The year.
    pub year: i16,
    /// Its key figures.
    pub figures: Vec<KeyFigure>,
    /// Whether some reports stand for those of agencies below.
    pub sums_up: bool,
}

/// Agencies that are listed together.
#[derive(Debug, Clone, Serialize)]
pub struct GroupView {
    /// Its address within the page.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// Its agencies, in the official order.
    pub agencies: Vec<AgencyLine>,
}

/// An agency in a list.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyLine {
    /// Its page.
    pub agency: LinkView,
    /// Its reports, the newest first.
    pub years: Vec<LinkView>,
    /// How many agencies stand directly below it.
    pub subordinates: usize,
    /// What people type for it.
    pub find: String,
}

impl CityPage {
    /// The index of the municipality.
    pub fn new(survey: &Survey) -> Self {
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

impl AgencyLine {
    /// The line of `agency` on a page from which `root` leads to the site's root.
    pub(super) fn new(root: &str, agency: &Agency) -> Self {
        let year = |year: &i16| LinkView { text: format!("{year}年"), href: link::report(root, &agency.id, *year) };
        Self {
            agency: link::to_agency(root, agency),
            years: agency.reports.keys().rev().map(year).collect(),
            subordinates: agency.children.len(),
            find: search::words(agency),
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

/// Agencies by 类别, in the order in which the categories first turn up; those without come last.
fn by_category(agencies: &[Agency]) -> Vec<(String, Vec<&Agency>)> {
    let mut groups: Vec<(String, Vec<&Agency>)> = Vec::new();
    let (named, others): (Vec<&Agency>, Vec<&Agency>) = agencies.iter().partition(|agency| agency.category.is_some());
    for agency in named {
        let category = agency.category.as_deref().unwrap_or_default();
        match groups.iter_mut().find(|(title, _)| title == category) {
            Some((_, group)) => group.push(agency),
            None => groups.push((category.to_owned(), vec![agency])),
        }
    }
    if !others.is_empty() {
        let title = if groups.is_empty() { "所属机关" } else { WITHOUT_CATEGORY };
        groups.push((title.to_owned(), others));
    }
    groups
}
