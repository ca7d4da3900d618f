//! Reports with their figures and narratives, before they are written down.

use jiff::civil::Date;

use crate::figures::{Figures, with_those_below};
use crate::order::Order;
use crate::prose::{self, Narrative, Subject, Used};
use crate::random::Random;
use crate::tree::Agency;

/// A report before it is written down.
#[derive(Debug, Clone)]
pub(crate) struct Report {
    pub(crate) head: Head,
    /// What it says, with what those below it do.
    pub(crate) figures: Figures,
    /// What the agency itself does.
    pub(crate) own: Figures,
    pub(crate) narrative: Narrative,
    /// What stands otherwise in report.yaml than it should: this, that.
    pub(crate) yaml_slips: Vec<(String, String)>,
    /// What stands otherwise in narrative.md; without it, the file is missing.
    pub(crate) prose_slips: Option<Vec<(String, String)>>,
}

/// What report.yaml says besides the figures.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) year: i16,
    /// Its place among all reports of the year, from 1.
    pub(crate) number: usize,
    /// 发布日期.
    pub(crate) published: Option<Date>,
    /// 已公开 rather than 可公开.
    pub(crate) is_record: bool,
}

/// The reports of every agency, one a year; `own` is what each does itself. Faults in figures are there before governments add them
/// up and the prose quotes them.
pub(crate) fn write(agencies: &[Agency], own: &[Vec<Figures>], order: &Order) -> Vec<Vec<Report>> {
    let mut used = Used::default();
    let mut reports = Vec::new();
    let all = with_those_below(agencies, own);
    for (place, (agency, figures)) in agencies.iter().zip(&all).enumerate() {
        used.next_agency();
        let years = order.last_year + 1 - order.years.cast_signed()..=order.last_year;
        let of_agency = years.zip(figures).enumerate().map(|(at, (year, now))| {
            let last_year = at.checked_sub(1).and_then(|before| figures.get(before));
            let subject = Subject { agency, year, figures: now, last_year };
            Report {
                head: head(place, agency, year, order),
                figures: now.clone(),
                own: own[place][at].clone(),
                narrative: prose::write(&subject, &mut used, order.seed),
                yaml_slips: Vec::new(),
                prose_slips: Some(Vec::new()),
            }
        });
        reports.push(of_agency.collect());
    }
    reports
}

fn head(place: usize, agency: &Agency, year: i16, order: &Order) -> Head {
    let mut random = Random::new(order.seed, &format!("date/{}/{year}", agency.path));
    // Agencies have until the end of January, governments until the end of March.
    let (month, days) = if agency.is_government() { (3, 10..29) } else { (1, 8..29) };
    let day = random.between(days.start, days.end - 1);
    let day = i8::try_from(day).unwrap_or(1);
    Head { year, number: place + 1, published: Date::new(year + 1, month, day).ok(), is_record: year < order.last_year }
}
