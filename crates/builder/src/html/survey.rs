//! What pages need to know of the whole municipality, gathered once for all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use nianbao_model::aggregate::{CountedAgency, counted, counts_below};
use nianbao_model::{Agency, AgencyId, Municipality, Report};

use crate::dates;
use crate::view::{KeyFigures, SiteView};

/// The whole municipality, year by year.
#[derive(Debug)]
pub(crate) struct Survey<'a> {
    /// The municipality that was surveyed.
    pub(crate) municipality: &'a Municipality,
    /// What every page says of the site.
    pub(super) site: SiteView,
    /// Gathered when a page asks for it: that of a report does not, and is made again and again in a preview.
    years: OnceLock<BTreeMap<i16, YearSurvey<'a>>>,
    /// For each agency, those it is subordinate to, the highest first, without the government.
    above: BTreeMap<&'a AgencyId, Vec<&'a Agency>>,
    /// The agencies that became part of others (并入), each with the other.
    merged: Vec<(&'a Agency, &'a Agency)>,
}

/// All reports of a year.
#[derive(Debug, Default)]
pub(crate) struct YearSurvey<'a> {
    /// The reports in the official order.
    pub(crate) entries: Vec<SurveyedReport<'a>>,
    /// What all of them come to, each counted once.
    pub(crate) total: KeyFigures,
    /// The agencies whose reports are added up for that; those of others are held in theirs.
    pub(crate) counted: BTreeSet<&'a AgencyId>,
    /// The place of each agency's report.
    places: BTreeMap<&'a AgencyId, usize>,
}

/// A report of a year.
#[derive(Debug)]
pub(crate) struct SurveyedReport<'a> {
    /// The agency that made it.
    pub(crate) agency: &'a Agency,
    /// The report.
    pub(crate) report: &'a Report,
    /// The report's key figures.
    pub(crate) figures: KeyFigures,
    /// Whether it holds the reports of agencies below.
    pub(crate) sums_up: bool,
}

impl<'a> SurveyedReport<'a> {
    fn new(agency: &'a Agency, report: &'a Report) -> Self {
        let some_below = agency.walk().skip(1).any(|below| below.reports.contains_key(&report.year));
        let sums_up = report.is_added_up() || some_below && counts_below(agency, report);
        Self { agency, report, figures: KeyFigures::of(report), sums_up }
    }
}

impl<'a> YearSurvey<'a> {
    fn add(&mut self, entry: SurveyedReport<'a>) {
        self.places.insert(&entry.agency.id, self.entries.len());
        self.entries.push(entry);
    }

    /// Adds up the reports that hold everything once.
    fn count(&mut self, parts: &[CountedAgency<'a>]) {
        self.counted = parts.iter().map(|part| &part.agency.id).collect();
        for entry in self.entries.iter().filter(|entry| self.counted.contains(&entry.agency.id)) {
            self.total.add(&entry.figures);
        }
    }

    /// The report of an agency.
    pub(crate) fn of(&self, agency: &AgencyId) -> Option<&SurveyedReport<'a>> {
        self.places.get(agency).and_then(|at| self.entries.get(*at))
    }

    /// The agencies whose reports stand for those below them in the total.
    pub(crate) fn superiors(&self) -> impl Iterator<Item = &'a Agency> {
        let topmost = self.entries.iter().filter(|entry| entry.sums_up && self.counted.contains(&entry.agency.id));
        topmost.map(|entry| entry.agency)
    }
}

impl<'a> Survey<'a> {
    /// Goes through all agencies of `municipality` once.
    pub(crate) fn new(municipality: &'a Municipality) -> Self {
        let mut survey = Self {
            municipality,
            site: SiteView::new(&municipality.site, dates::feed(municipality).is_some()),
            years: OnceLock::new(),
            above: BTreeMap::new(),
            merged: merged(municipality),
        };
        survey.climb(&municipality.root, &[]);
        survey
    }

    /// The same for a proof (草稿), which every page says.
    pub(crate) fn into_proof(mut self) -> Self {
        self.site.proof = true;
        self
    }

    /// The years that there are reports of, the earliest first.
    pub(crate) fn years(&self) -> impl DoubleEndedIterator<Item = (i16, &YearSurvey<'a>)> {
        self.gathered().iter().map(|(year, survey)| (*year, survey))
    }

    /// The reports of `year`, if there are any.
    pub(crate) fn year(&self, year: i16) -> Option<&YearSurvey<'a>> {
        self.gathered().get(&year)
    }

    /// The agencies that `agency` is subordinate to, the highest first. The government is not among them.
    pub(super) fn above(&self, agency: &AgencyId) -> &[&'a Agency] {
        self.above.get(agency).map(Vec::as_slice).unwrap_or_default()
    }

    /// The agency that goes on with the work of another.
    pub(super) fn successor(&self, of: &AgencyId) -> Option<&'a Agency> {
        self.merged.iter().find(|(ended, _)| ended.id == *of).map(|(_, successor)| *successor)
    }

    /// The agencies that became part of another.
    pub(super) fn merged(&self, into: &AgencyId) -> impl Iterator<Item = &'a Agency> {
        self.merged.iter().filter(|(_, successor)| successor.id == *into).map(|(ended, _)| *ended)
    }

    fn gathered(&self) -> &BTreeMap<i16, YearSurvey<'a>> {
        self.years.get_or_init(|| {
            let mut years = BTreeMap::<i16, YearSurvey>::new();
            for (agency, report) in self.municipality.reports() {
                years.entry(report.year).or_default().add(SurveyedReport::new(agency, report));
            }
            for (year, reports) in &mut years {
                reports.count(&counted(&self.municipality.root, *year));
            }
            years
        })
    }

    fn climb(&mut self, agency: &'a Agency, above: &[&'a Agency]) {
        self.above.insert(&agency.id, above.to_vec());
        let mut way = above.to_vec();
        if agency.id != AgencyId::root() {
            way.push(agency);
        }
        for child in &agency.children {
            self.climb(child, &way);
        }
    }
}

fn merged(municipality: &Municipality) -> Vec<(&Agency, &Agency)> {
    municipality.agencies().filter_map(|agency| Some((agency, municipality.successor(agency)?))).collect()
}
