//! One of the two reports that are compared.

use crate::{Agency, Report, Spanned};

/// A report with its agency.
#[derive(Debug, Clone, Copy)]
pub struct Party<'a> {
    /// The agency that made it.
    pub agency: &'a Agency,
    /// The report.
    pub report: &'a Report,
}

impl Party<'_> {
    /// What two reports are called beside each other: by what distinguishes them.
    pub fn names(&self, other: &Self) -> [String; 2] {
        let same_agency = self.agency.id == other.agency.id;
        let same_year = self.report.year == other.report.year;
        [self, other].map(|party| match (same_agency, same_year) {
            (true, _) => format!("{} 年", party.report.year),
            (false, true) => party.short_name().to_owned(),
            (false, false) => format!("{} {} 年", party.short_name(), party.report.year),
        })
    }

    /// What is compared, in parts that are best kept on one line each; put together as they are, a title.
    pub fn title(&self, other: &Self) -> Vec<String> {
        let (own, others) = (&self.name().value, &other.name().value);
        let (year, other_year) = (self.report.year, other.report.year);
        match (self.agency.id == other.agency.id, year == other_year) {
            (true, _) => vec![format!("{own} "), format!("{year} 年与 {other_year} 年对照")],
            (false, true) => vec![format!("{own}与"), format!("{others} "), format!("{year} 年对照")],
            (false, false) => vec![format!("{own} {year} 年与"), format!("{others} {other_year} 年对照")],
        }
    }

    /// What a difference is called: growth from year to year, else just a difference.
    pub fn difference(&self, other: &Self) -> &'static str {
        if self.agency.id == other.agency.id { "增减" } else { "相差" }
    }

    fn name(&self) -> &Spanned<String> {
        self.agency.name_on(self.report)
    }

    fn short_name(&self) -> &str {
        self.agency.short_name.as_deref().unwrap_or(&self.name().value)
    }
}
