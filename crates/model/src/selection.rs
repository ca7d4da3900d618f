//! A part of a municipality: what `--only` and `--year` leave.

use std::collections::BTreeSet;

use crate::{Agency, AgencyId, Municipality};

/// Which reports are wanted; what is empty restricts nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Reporting years.
    pub years: BTreeSet<i16>,
    /// Agencies, each with all below it.
    pub agencies: BTreeSet<AgencyId>,
}

impl Selection {
    /// Whether it leaves everything.
    pub fn is_everything(&self) -> bool {
        self.years.is_empty() && self.agencies.is_empty()
    }

    /// Whether it leaves what concerns this agency and year; what concerns no year or no agency in
    /// particular always stays.
    pub fn covers(&self, agency: Option<&AgencyId>, year: Option<i16>) -> bool {
        agency.is_none_or(|id| self.covers_agency(id)) && year.is_none_or(|year| self.covers_year(year))
    }

    /// The municipality with only the reports that are wanted and the agencies that lead to them.
    #[must_use]
    pub fn apply(&self, mut municipality: Municipality) -> Municipality {
        self.prune(&mut municipality.root);
        municipality
    }

    fn prune(&self, agency: &mut Agency) {
        let wanted = self.covers_agency(&agency.id);
        agency.reports.retain(|year, _| wanted && self.covers_year(*year));
        agency.children.retain(|child| self.leads_to(child));
        agency.children.iter_mut().for_each(|child| self.prune(child));
    }

    fn leads_to(&self, agency: &Agency) -> bool {
        agency.walk().any(|below| self.covers_agency(&below.id))
    }

    fn covers_agency(&self, id: &AgencyId) -> bool {
        self.agencies.is_empty() || self.agencies.iter().any(|wanted| id.is_within(wanted.as_str()))
    }

    fn covers_year(&self, year: i16) -> bool {
        self.years.is_empty() || self.years.contains(&year)
    }
}
