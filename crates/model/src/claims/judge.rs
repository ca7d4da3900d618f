//! Holds a claim against the tables.

use super::formula::Formula;
use super::{Claim, Measure, Ratio, Reading, Row, Says};
use crate::{Decimal, Report};

/// What comes of holding a claim against the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A legitimate reading fits.
    Right,
    /// There is nothing to compare with: no report of last year, no such figure on the form.
    Open,
    /// No reading fits.
    Wrong(Vec<Reading>),
    /// Whether it is wrong is for a person to judge.
    Doubtful(Vec<Reading>),
    /// A ratio that the figures do not give: what they give instead, in percent, per reading.
    Off(Vec<Decimal>),
    /// A ratio that is off by no more than careless rounding.
    Slip(Vec<Decimal>),
    /// Parts that do not add up: their sum.
    Unequal(Decimal),
}

/// A ratio this near, in percentage points, is a slip and no contradiction.
const SLIP: Decimal = Decimal::ONE;

/// Holds `claim` against the tables of `report`, and against those of the year before if they are here.
pub fn judge(claim: &Claim, report: &Report, last_year: Option<&Report>) -> Verdict {
    match &claim.says {
        Says::Count { measure, value } => count(claim, *measure, *value, report),
        Says::Before { measure, value } => match last_year {
            Some(last_year) => before(claim, *measure, *value, last_year),
            None => Verdict::Open,
        },
        Says::None { measure } => none(claim, *measure, report),
        Says::Finished { requests, answered } => finished(*requests, *answered, report),
        Says::Growth { measure, value, ratio: stated } => match last_year {
            Some(last_year) => ratio(*stated, &growths(*measure, *value, report, last_year)),
            None => Verdict::Open,
        },
        Says::Change { measure, value, by } => match last_year {
            Some(last_year) => change(*measure, *value, *by, report, last_year),
            None => Verdict::Open,
        },
        Says::Share { measure, value, of, wholes, ratio: stated } => {
            ratio(*stated, &shares(*measure, *value, *of, wholes, report))
        }
        Says::Parts { value, parts } => match parts.iter().sum::<Decimal>() {
            sum if sum == *value => Verdict::Right,
            sum => Verdict::Unequal(sum),
        },
    }
}

fn readings(formulas: &[Formula], report: &Report) -> Vec<Reading> {
    formulas.iter().filter_map(|formula| Reading::of(formula, report)).collect()
}

fn count(claim: &Claim, measure: Measure, value: Decimal, report: &Report) -> Verdict {
    let formulas = measure.formulas();
    let tried = readings(&formulas.legitimate, report);
    let fits = |reading: &Reading| if formulas.part { value <= reading.value } else { value == reading.value };
    if tried.is_empty() {
        return Verdict::Open;
    }
    if tried.iter().any(fits) {
        // That a part is no more than its whole says little for it.
        return if measure == PART { Verdict::Open } else { Verdict::Right };
    }
    let open = readings(&formulas.doubtful, report).iter().any(fits);
    if open || claim.doubtful || formulas.vague { Verdict::Doubtful(tried) } else { Verdict::Wrong(tried) }
}

const PART: Measure = Measure::Requests { row: Row::ReceivedPart, applicant: None };

/// Last year's figures in this year's prose: a person must see which report is wrong.
fn before(claim: &Claim, measure: Measure, value: Decimal, last_year: &Report) -> Verdict {
    match count(claim, measure, value, last_year) {
        Verdict::Wrong(tried) => Verdict::Doubtful(tried),
        verdict => verdict,
    }
}

fn none(claim: &Claim, measure: Measure, report: &Report) -> Verdict {
    let tried = readings(&measure.formulas().legitimate, report);
    // The first reading is the plainest: nothing came in, no case at all.
    if tried.first().is_none_or(|reading| reading.value.is_zero()) {
        Verdict::Right
    } else if claim.doubtful {
        Verdict::Doubtful(tried)
    } else {
        Verdict::Wrong(tried)
    }
}

/// What is said to be concluded cannot be more than was concluded; all concluded leaves nothing over.
fn finished(requests: Option<(Measure, Decimal)>, answered: bool, report: &Report) -> Verdict {
    let row = |row| Measure::Requests { row, applicant: None };
    let figure = |measure: Measure| readings(&measure.formulas().legitimate, report).into_iter().next();
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

/// What the percentage may be, exactly, per reading.
fn growths(measure: Measure, value: Option<Decimal>, report: &Report, last_year: &Report) -> Vec<Decimal> {
    let pairs = pairs(measure, value, report, last_year);
    pairs.into_iter().filter_map(|(now, before)| percent(now - before, before)).collect()
}

/// This year's figure and last year's by the same reading; readings that give the claimed figure count
/// alone, if there are any.
fn pairs(measure: Measure, value: Option<Decimal>, report: &Report, last_year: &Report) -> Vec<(Decimal, Decimal)> {
    let formulas = measure.formulas();
    let pair = |formula: &Formula| Some((Reading::of(formula, report)?.value, Reading::of(formula, last_year)?.value));
    let all: Vec<(Decimal, Decimal)> = formulas.legitimate.iter().chain(&formulas.doubtful).filter_map(pair).collect();
    let fitting: Vec<_> = all.iter().copied().filter(|(now, _)| Some(*now) == value).collect();
    if fitting.is_empty() { all } else { fitting }
}

fn change(measure: Measure, value: Option<Decimal>, by: Decimal, report: &Report, last_year: &Report) -> Verdict {
    let pairs = pairs(measure, value, report, last_year);
    let differences: Vec<Decimal> = pairs.into_iter().map(|(now, before)| now - before).collect();
    if differences.is_empty() {
        Verdict::Open
    } else if differences.contains(&by) {
        Verdict::Right
    } else {
        Verdict::Off(differences)
    }
}

fn shares(
    measure: Measure,
    value: Option<Decimal>,
    of: Option<Measure>,
    wholes: &[Decimal],
    report: &Report,
) -> Vec<Decimal> {
    let of_tables = readings(&measure.formulas().legitimate, report).into_iter().map(|reading| reading.value);
    let parts: Vec<Decimal> = value.into_iter().chain(of_tables).collect();
    let formulas = of.map_or_else(|| whole_of(measure), |of| of.formulas().legitimate);
    let of_tables = readings(&formulas, report).into_iter().map(|reading| reading.value);
    let named = wholes.iter().copied().filter(|_| of.is_none());
    let wholes: Vec<Decimal> = named.chain(of_tables).collect();
    let each = parts.iter().flat_map(|part| wholes.iter().filter(|whole| *whole >= part).map(|whole| (*part, *whole)));
    each.filter_map(|(part, whole)| percent(part, whole)).collect()
}

/// What a share of the measure may be taken of.
fn whole_of(measure: Measure) -> Vec<Formula> {
    let rows = |rows: &[Row]| {
        let measure = |row: &Row| Measure::Requests { row: *row, applicant: None }.formulas().legitimate;
        rows.iter().flat_map(measure).collect()
    };
    match measure {
        Measure::Requests { .. } => rows(&[Row::Received, Row::Concluded]),
        Measure::Proceedings { route, .. } => Measure::Proceedings { route, outcome: None }.formulas().legitimate,
        Measure::Fees => Vec::new(),
    }
}

fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// Right if rounding or cutting off gives the figure as written.
fn ratio(stated: Ratio, exact: &[Decimal]) -> Verdict {
    let mut rounded: Vec<Decimal> = exact.iter().map(|value| value.round_dp(2)).collect();
    rounded.sort_by_key(|value| (*value - stated.percent).abs());
    rounded.dedup();
    let near = |within: Decimal, value: &Decimal| {
        (*value - stated.percent).abs() < within && same_side(stated.percent, *value)
    };
    if exact.is_empty() {
        Verdict::Open
    } else if exact.iter().any(|value| near(stated.step, value)) {
        Verdict::Right
    } else if exact.iter().any(|value| near(SLIP, value)) {
        Verdict::Slip(rounded)
    } else {
        Verdict::Off(rounded)
    }
}

fn same_side(one: Decimal, other: Decimal) -> bool {
    one.is_zero() || other.is_zero() || one.is_sign_negative() == other.is_sign_negative()
}
