//! What pages need to know of the whole municipality, gathered once for all of them.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::{Agency, AgencyId, Municipality, Report};

use crate::dates::has_feed;
use crate::view::{KeyFigures, SiteView};

/// The whole municipality, year by year.
#[derive(Debug)]
pub struct Survey<'a> {
    /// The municipality.
    pub municipality: &'a Municipality,
    /// What every page says of the site.
    pub(super) site: SiteView,
    years: BTreeMap<i16, YearSurvey<'a>>,
    /// For each agency, those it is subordinate to, the highest first, without the government.
    above: BTreeMap<&'a AgencyId, Vec<&'a Agency>>,
}

/// All reports of a year.
#[derive(Debug, Default)]
pub struct YearSurvey<'a> {
    /// The reports in the official order.
    pub entries: Vec<Entry<'a>>,
    /// Every report counted once. A superior's report counts what those below it report.
    pub total: KeyFigures,
}

/// A report of a year.
#[derive(Debug)]
pub struct Entry<'a> {
    /// Whose it is.
    pub agency: &'a Agency,
    /// The report.
    pub report: &'a Report,
    /// Its key figures.
    pub figures: KeyFigures,
    /// Whether agencies below have reports of the same year, which this one sums up.
    pub sums_up: bool,
}

impl<'a> Survey<'a> {
    /// Goes through all of `municipality` once.
    pub fn new(municipality: &'a Municipality) -> Self {
        let mut survey = Self {
            municipality,
            site: SiteView::new(&municipality.site, has_feed(municipality)),
            years: BTreeMap::new(),
            above: BTreeMap::new(),
        };
        let mut sums = Sums::default();
        for (year, total) in sums.of(&municipality.root) {
            survey.years.entry(year).or_default().total = total;
        }
        for (agency, report) in municipality.reports() {
            let sums_up = sums.covering.contains(&(&agency.id, report.year));
            let entry = Entry { agency, report, figures: KeyFigures::of(report), sums_up };
            survey.years.entry(report.year).or_default().entries.push(entry);
        }
        survey.climb(&municipality.root, &[]);
        survey
    }

    /// The years that there are reports of, the earliest first.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = (i16, &YearSurvey<'a>)> {
        self.years.iter().map(|(year, survey)| (*year, survey))
    }

    /// The reports of `year`, if there are any.
    pub fn year(&self, year: i16) -> Option<&YearSurvey<'a>> {
        self.years.get(&year)
    }

    /// The agencies that `agency` is subordinate to, the highest first. The government is not among them.
    pub(super) fn above(&self, agency: &AgencyId) -> &[&'a Agency] {
        self.above.get(agency).map(Vec::as_slice).unwrap_or_default()
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

/// Adds up a tree of agencies, each report once.
#[derive(Default)]
struct Sums<'a> {
    /// The reports that sum up others.
    covering: BTreeSet<(&'a AgencyId, i16)>,
}

impl<'a> Sums<'a> {
    /// By year: the agency's own report, or else the sums of those below it.
    fn of(&mut self, agency: &'a Agency) -> BTreeMap<i16, KeyFigures> {
        let mut sums: BTreeMap<i16, KeyFigures> = BTreeMap::new();
        for child in &agency.children {
            for (year, figures) in self.of(child) {
                sums.entry(year).or_default().add(&figures);
            }
        }
        for (year, report) in &agency.reports {
            if sums.insert(*year, KeyFigures::of(report)).is_some() {
                self.covering.insert((&agency.id, *year));
            }
        }
        sums
    }
}
