//! Holds a claim against the tables.

use super::known::is_known;
use super::{Amount, Claim, Doubt, Measure, Reading, Row, Says, Verdict, proportion};
use crate::{Decimal, Report};

/// Holds `claim` against the tables of `report`, and against those of the year before if they are here. What hangs on a figure
/// that nobody knows yet is left open.
pub fn judge(claim: &Claim, report: &Report, last_year: Option<&Report>) -> Verdict {
    if !is_known(claim, report, last_year) {
        return Verdict::Open;
    }
    match &claim.says {
        Says::Count { measure, value } => count(claim, *measure, *value, report),
        Says::Before { measure, value } => match last_year {
            Some(last_year) => before(claim, *measure, *value, last_year),
            None => Verdict::Open,
        },
        Says::None { measure } => none(claim, *measure, report),
        Says::Finished { requests, answered } => finished(*requests, *answered, report),
        Says::Growth { measure, value, ratio: stated } => match last_year {
            Some(last_year) => proportion::growth(*measure, *value, *stated, [report, last_year]),
            None => Verdict::Open,
        },
        Says::Change { measure, value, by, less } => match last_year {
            Some(last_year) => proportion::change(*measure, *value, *by, *less, [report, last_year]),
            None => Verdict::Open,
        },
        Says::Share { measure, value, of, wholes, ratio: stated } => {
            proportion::share(*stated, *measure, *value, *of, wholes, report)
        }
        Says::NotCharged { amount } => Verdict::Charged(*amount),
        Says::Parts { value, parts } => match parts.iter().sum::<Decimal>() {
            sum if sum == *value => Verdict::Right,
            sum => Verdict::Unequal(sum),
        },
    }
}

fn count(claim: &Claim, measure: Measure, value: Amount, report: &Report) -> Verdict {
    let formulas = measure.formulas();
    let tried = Reading::all(&formulas.legitimate, report);
    let fits =
        |reading: &Reading| if formulas.part { value.fits_within(reading.value) } else { value.fits(reading.value) };
    if tried.is_empty() {
        return Verdict::Open;
    }
    if adds_up(claim, report) {
        return Verdict::Open;
    }
    if tried.iter().any(fits) {
        // That a part is no more than its whole says little for it.
        return if measure == PART { Verdict::Open } else { Verdict::Right };
    }
    let open = Reading::all(&formulas.doubtful, report).iter().any(fits);
    match claim.doubt {
        Doubt::Elsewhere => Verdict::Open,
        Doubt::None if !open && !formulas.vague => Verdict::Wrong(tried),
        Doubt::EarlierRequests if !has_requests(report) => Verdict::Wrong(tried),
        _ => Verdict::Doubtful(tried),
    }
}

/// Whether the claim and those beside it come to all requests.
fn adds_up(claim: &Claim, report: &Report) -> bool {
    let Doubt::Together(sum) = claim.doubt else { return false };
    let all = Measure::Requests { row: Row::Received, applicant: None };
    Reading::all(&all.formulas().legitimate, report).iter().any(|reading| reading.value == sum)
}

fn has_requests(report: &Report) -> bool {
    let all = Measure::Requests { row: Row::Received, applicant: None };
    Reading::all(&all.formulas().legitimate, report).iter().any(|reading| !reading.value.is_zero())
}

const PART: Measure = Measure::Requests { row: Row::ReceivedPart, applicant: None };

/// Last year's figures in this year's prose: a person must see which report is wrong.
fn before(claim: &Claim, measure: Measure, value: Amount, last_year: &Report) -> Verdict {
    match count(claim, measure, value, last_year) {
        Verdict::Wrong(tried) => Verdict::Doubtful(tried),
        verdict => verdict,
    }
}

fn none(claim: &Claim, measure: Measure, report: &Report) -> Verdict {
    let tried = Reading::all(&measure.formulas().legitimate, report);
    // The first reading is the plainest: nothing came in, no case at all.
    if tried.first().is_none_or(|reading| reading.value.is_zero()) {
        Verdict::Right
    } else if claim.doubt != Doubt::None {
        Verdict::Doubtful(tried)
    } else {
        Verdict::Wrong(tried)
    }
}

/// What is said to be concluded cannot be more than was concluded; all concluded leaves nothing over.
fn finished(requests: Option<(Measure, Decimal)>, answered: bool, report: &Report) -> Verdict {
    let row = |row| Measure::Requests { row, applicant: None };
    let figure = |measure: Measure| Reading::all(&measure.formulas().legitimate, report).into_iter().next();
    let (Some(concluded), Some(left)) = (figure(row(Row::Concluded)), figure(row(Row::CarriedOut))) else {
        return Verdict::Right;
    };
    let claimed = requests.map(|(_, value)| value);
    let too_many = claimed.is_some_and(|value| value > concluded.value);
    let carried_in = matches!(requests, Some((Measure::Requests { row: Row::CarriedIn, .. }, _)));
    let some_left = !left.value.is_zero() && !carried_in;
    let tried = vec![concluded, left];
    match (too_many, some_left, claimed, answered) {
        (true, _, _, false) | (false, true, None, false) => Verdict::Wrong(tried),
        (true, _, _, true) | (false, true, Some(_), false) => Verdict::Doubtful(tried),
        _ => Verdict::Right,
    }
}
