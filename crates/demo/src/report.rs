//! Reports with their figures and narratives, and the files that they become.

use std::collections::BTreeMap;

use crate::Order;
use crate::figures::{Figures, with_those_below};
use crate::prose::{self, Narrative, Subject, Used};
use crate::random::Random;
use crate::site::{EMBLEM, EMBLEM_PICTURE, site};
use crate::tree::Agency;
use crate::yaml::{self, Head};

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
    let (month, day) = if agency.is_government() { (3, 10..29) } else { (1, 8..29) };
    let day = random.between(day.start, day.end - 1);
    Head {
        year,
        number: place + 1,
        published: Some(format!("{}-{month:02}-{day:02}", year + 1)),
        is_record: year < order.last_year,
    }
}

/// All files by their paths.
pub(crate) fn files(agencies: &[Agency], reports: &[Vec<Report>], seed: u64) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([
        ("content/site.yaml".to_owned(), site()),
        (format!("content/{EMBLEM}"), EMBLEM_PICTURE.to_owned()),
    ]);
    for (place, (agency, reports)) in agencies.iter().zip(reports).enumerate() {
        let folder = folder(agency);
        let below: Vec<&str> =
            agencies.iter().filter(|other| other.above == Some(place)).map(|other| other.folder.as_str()).collect();
        files.insert(format!("{folder}agency.yaml"), yaml::agency(agency, &below, seed));
        for report in reports {
            let year = report.head.year;
            let text = slip(yaml::report(agency, report, !below.is_empty()), &report.yaml_slips);
            files.insert(format!("{folder}{year}/report.yaml"), text);
            if let Some(slips) = &report.prose_slips {
                files.insert(format!("{folder}{year}/narrative.md"), slip(report.narrative.markdown(), slips));
            }
        }
    }
    files
}

/// Where the files of an agency stand.
pub(crate) fn folder(agency: &Agency) -> String {
    let steps = agency.path.split('/').filter(|step| !step.is_empty());
    let steps: Vec<[&str; 3]> = steps.map(|step| ["agencies/", step, "/"]).collect();
    "content/".to_owned() + &steps.concat().concat()
}

fn slip(text: String, slips: &[(String, String)]) -> String {
    slips.iter().fold(text, |text, (right, wrong)| text.replacen(right, wrong, 1))
}
