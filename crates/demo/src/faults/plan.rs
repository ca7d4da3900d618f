//! Which report is wrong, and how.

use std::collections::BTreeMap;

use super::fault::Fault;
use super::kinds;
use super::mistake::{Candidate, File, Make, Mistake};
use crate::figures::Figures;
use crate::order::{Order, OrderError};
use crate::random::Random;
use crate::report::Report;
use crate::tree::Agency;

/// The mistake of each agency that has one, by its place in the list.
pub(crate) struct Plan(BTreeMap<usize, &'static Mistake>);

/// Spreads mistakes of all kinds over the agencies. Governments make none: their figures hold those of others.
pub(crate) fn plan(agencies: &[Agency], figures: &[Vec<Figures>], order: &Order) -> Result<Plan, OrderError> {
    let mut random = Random::new(order.seed, "faults");
    let mut free: Vec<usize> = (0..agencies.len()).filter(|place| !agencies[*place].is_government()).collect();
    random.shuffle(&mut free);
    let mut kinds: Vec<&'static Mistake> = kinds::all();
    random.shuffle(&mut kinds);
    let mut plan = BTreeMap::new();
    for mistake in kinds.iter().cycle().take(order.faults * kinds.len()) {
        let fits = |place: &usize| (mistake.fits)(&candidate(&agencies[*place], &figures[*place]));
        if plan.len() == order.faults {
            break;
        }
        if let Some(at) = free.iter().position(fits) {
            plan.insert(free.remove(at), *mistake);
        }
    }
    if plan.len() < order.faults {
        return Err(OrderError::Faults { asked: order.faults, most: plan.len() });
    }
    Ok(Plan(plan))
}

fn candidate<'a>(agency: &'a Agency, figures: &'a [Figures]) -> Candidate<'a> {
    let (last, before) = (figures.len() - 1, figures.len().checked_sub(2));
    Candidate { agency, figures: &figures[last], last_year: before.map(|before| &figures[before]) }
}

impl Plan {
    /// The figures of all agencies with the faults that are in them.
    pub(crate) fn with_faults(&self, figures: &[Vec<Figures>]) -> Vec<Vec<Figures>> {
        let mut figures = figures.to_vec();
        for (place, mistake) in &self.0 {
            if let (Make::Figures(make), [.., before, last]) = (mistake.make, figures[*place].as_mut_slice()) {
                make(last, before);
            }
        }
        figures
    }
}

/// Makes all mistakes but those in figures, and tells of all.
pub(crate) fn plant(plan: &Plan, agencies: &[Agency], reports: &mut [Vec<Report>]) -> Vec<Fault> {
    // Governments may lack the figures of those that cannot be read, and are not compared then.
    let is_whole = |place: &usize| !plan.0.contains_key(place) && !agencies[*place].is_government();
    let faultless: Vec<usize> = (0..agencies.len()).filter(is_whole).collect();
    let told = plan.0.iter().filter_map(|(at, mistake)| {
        let agency = &agencies[*at];
        let wrong = match mistake.make {
            Make::Figures(_) => reports[*at].len() - 1,
            Make::Record(make) => {
                make(reports[*at].first_mut()?);
                0
            }
            Make::Report(make) => make_here(make, agency, &mut reports[*at])?,
            Make::LastYear(make) => {
                let [.., before, last] = reports[*at].as_mut_slice() else { return None };
                make(last, before);
                reports[*at].len() - 1
            }
            // The later of two that are alike is told; the city, which comes first, has no fault.
            Make::Elsewhere(make) => {
                let origin = faultless.iter().rev().find(|other| *other < at)?;
                let origin = reports[*origin].last()?.clone();
                make(reports[*at].last_mut()?, &origin);
                reports[*at].len() - 1
            }
        };
        let year = reports[*at][wrong].head.year;
        let file = match mistake.file {
            File::Report => "report.yaml",
            File::Narrative => "narrative.md",
        };
        Some(Fault {
            agency: agency.name.clone(),
            id: agency.path.clone(),
            year,
            kind: mistake.kind,
            code: mistake.code,
            file: format!("{}{year}/{file}", agency.content_folder()),
        })
    });
    told.collect()
}

fn make_here(make: fn(&mut Report, &Candidate), agency: &Agency, reports: &mut [Report]) -> Option<usize> {
    let figures: Vec<Figures> = reports.iter().map(|report| report.figures.clone()).collect();
    make(reports.last_mut()?, &candidate(agency, &figures));
    Some(reports.len() - 1)
}
