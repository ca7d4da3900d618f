//! Whether the figures are known that a claim is held against.

use super::proportion::whole_of;
use super::{Claim, Doubt, Measure, Reading, Row, Says};
use crate::Report;

/// Whether each figure is known, this year and last, that decides whether `claim` is right.
pub(super) fn is_known(claim: &Claim, report: &Report, last_year: Option<&Report>) -> bool {
    let this_year = |measure: &Measure| is_measured(*measure, report);
    let both = |measure: &Measure| this_year(measure) && last_year.is_none_or(|before| is_measured(*measure, before));
    let rows = |rows: &[Row]| rows.iter().all(|row| this_year(&Measure::Requests { row: *row, applicant: None }));
    match &claim.says {
        Says::Count { measure, .. } => this_year(measure) && (claim.doubt == Doubt::None || rows(&[Row::Received])),
        Says::None { measure } => this_year(measure),
        Says::Before { measure, .. } => last_year.is_none_or(|before| is_measured(*measure, before)),
        Says::Finished { .. } => rows(&[Row::Concluded, Row::CarriedOut]),
        Says::Growth { measure, .. } | Says::Change { measure, .. } => both(measure),
        Says::Share { measure, of, .. } => {
            this_year(measure) && of.as_ref().map_or_else(|| Reading::are_known(&whole_of(*measure), report), this_year)
        }
        Says::NotCharged { .. } | Says::Parts { .. } => true,
    }
}

/// Whether all is known of `report` that a measure may mean.
fn is_measured(measure: Measure, report: &Report) -> bool {
    let formulas = measure.formulas();
    Reading::are_known(formulas.legitimate.iter().chain(&formulas.doubtful), report)
}
