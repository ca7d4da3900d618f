//! The reports of an agency by year, shared: a copy of a city costs little, and two that hold the same reports are soon compared.

use std::collections::{BTreeMap, btree_map};
use std::ops::Index;
use std::sync::Arc;

use crate::Report;

/// Reports by year. Who alters one alters a copy of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Reports(BTreeMap<i16, Arc<Report>>);

/// Reports with their years, earlier ones first.
pub type Iter<'a> =
    std::iter::Map<btree_map::Iter<'a, i16, Arc<Report>>, fn((&'a i16, &'a Arc<Report>)) -> (&'a i16, &'a Report)>;

impl Reports {
    /// The report of a year.
    pub fn get(&self, year: &i16) -> Option<&Report> {
        self.0.get(year).map(Arc::as_ref)
    }

    /// The report of a year, to be held beyond the city that it is read from.
    pub fn shared(&self, year: i16) -> Option<&Arc<Report>> {
        self.0.get(&year)
    }

    /// The report of a year, to be altered.
    pub fn get_mut(&mut self, year: &i16) -> Option<&mut Report> {
        self.0.get_mut(year).map(Arc::make_mut)
    }

    /// Puts the report of a year in.
    pub fn insert(&mut self, year: i16, report: impl Into<Arc<Report>>) {
        self.0.insert(year, report.into());
    }

    /// Takes the report of a year out.
    pub fn remove(&mut self, year: &i16) -> Option<Report> {
        self.0.remove(year).map(Arc::unwrap_or_clone)
    }

    /// Takes the earliest out.
    pub fn pop_first(&mut self) -> Option<(i16, Report)> {
        self.0.pop_first().map(|(year, report)| (year, Arc::unwrap_or_clone(report)))
    }

    /// Whether there is one of a year.
    pub fn contains_key(&self, year: &i16) -> bool {
        self.0.contains_key(year)
    }

    /// Keeps those that `wanted` says.
    pub fn retain(&mut self, mut wanted: impl FnMut(&i16, &Report) -> bool) {
        self.0.retain(|year, report| wanted(year, report));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The years, earlier ones first.
    pub fn keys(&self) -> btree_map::Keys<'_, i16, Arc<Report>> {
        self.0.keys()
    }

    /// The reports, earlier ones first.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Report> + ExactSizeIterator + Clone {
        self.0.values().map(Arc::as_ref)
    }

    /// Those that `wanted` says, to be altered, earlier ones first. All others stay shared.
    pub fn alter(&mut self, wanted: impl Fn(&Report) -> bool) -> impl DoubleEndedIterator<Item = &mut Report> {
        self.0.values_mut().filter(move |report| wanted(report)).map(Arc::make_mut)
    }

    /// The reports with their years, earlier ones first.
    pub fn iter(&self) -> Iter<'_> {
        self.0.iter().map(|(year, report)| (year, report.as_ref()))
    }
}

impl Index<&i16> for Reports {
    type Output = Report;

    fn index(&self, year: &i16) -> &Report {
        &self.0[year]
    }
}

impl<R: Into<Arc<Report>>> Extend<(i16, R)> for Reports {
    fn extend<I: IntoIterator<Item = (i16, R)>>(&mut self, reports: I) {
        self.0.extend(reports.into_iter().map(|(year, report)| (year, report.into())));
    }
}

impl<R: Into<Arc<Report>>> FromIterator<(i16, R)> for Reports {
    fn from_iter<I: IntoIterator<Item = (i16, R)>>(reports: I) -> Self {
        let mut all = Self::default();
        all.extend(reports);
        all
    }
}

impl<'a> IntoIterator for &'a Reports {
    type Item = (&'a i16, &'a Report);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}
