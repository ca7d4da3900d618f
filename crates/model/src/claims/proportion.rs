//! Growth, differences and shares, as the tables give them.

use super::formula::Formula;
use super::{Amount, Computed, Measure, Ratio, Reading, Row, Verdict};
use crate::rounding::percent;
use crate::{Decimal, Report};

/// A ratio this near, in percentage points, is a slip and no contradiction.
const SLIP: Decimal = Decimal::ONE;

/// Growth against last year; `reports` are this year's and last year's.
pub(super) fn growth(measure: Measure, value: Option<Decimal>, stated: Ratio, reports: [&Report; 2]) -> Verdict {
    let exact = pairs(measure, value, reports).into_iter().filter_map(|(now, before)| {
        let value = percent(now - before, before)?;
        Some(Computed { value, sum: format!("({now} − {before}) ÷ {before}") })
    });
    ratio(stated, exact.collect())
}

/// More or less than last year by so many.
pub(super) fn change(
    measure: Measure,
    value: Option<Decimal>,
    by: Amount,
    less: bool,
    reports: [&Report; 2],
) -> Verdict {
    let exact = pairs(measure, value, reports).into_iter();
    let exact: Vec<Computed> =
        exact.map(|(now, before)| Computed { value: now - before, sum: format!("{now} − {before}") }).collect();
    if exact.is_empty() {
        Verdict::Open
    } else if exact.iter().any(|computed| by.fits(if less { -computed.value } else { computed.value })) {
        Verdict::Right
    } else {
        Verdict::Off(exact)
    }
}

/// This year's figure and last year's by the same reading; readings that give the claimed figure count
/// alone, if there are any.
fn pairs(measure: Measure, value: Option<Decimal>, [report, last_year]: [&Report; 2]) -> Vec<(Decimal, Decimal)> {
    let formulas = measure.formulas();
    let pair = |formula: &Formula| Some((Reading::of(formula, report)?.value, Reading::of(formula, last_year)?.value));
    let all: Vec<(Decimal, Decimal)> = formulas.legitimate.iter().chain(&formulas.doubtful).filter_map(pair).collect();
    let fitting: Vec<_> = all.iter().copied().filter(|(now, _)| Some(*now) == value).collect();
    if fitting.is_empty() { all } else { fitting }
}

/// A share: of what the clause names (`of`), else of the totals and of what the sentence counts (`wholes`).
pub(super) fn share(
    stated: Ratio,
    measure: Measure,
    value: Option<Decimal>,
    of: Option<Measure>,
    wholes: &[Decimal],
    report: &Report,
) -> Verdict {
    let of_tables = Reading::all(&measure.formulas().legitimate, report).into_iter().map(|reading| reading.value);
    let parts: Vec<Decimal> = value.into_iter().chain(of_tables).collect();
    let formulas = of.map_or_else(|| whole_of(measure), |of| of.formulas().legitimate);
    let of_tables = Reading::all(&formulas, report).into_iter().map(|reading| reading.value);
    let named = wholes.iter().copied().filter(|_| of.is_none());
    let wholes: Vec<Decimal> = named.chain(of_tables).collect();
    let each = parts.iter().flat_map(|part| wholes.iter().filter(|whole| *whole >= part).map(|whole| (*part, *whole)));
    let exact = each
        .filter_map(|(part, whole)| Some(Computed { value: percent(part, whole)?, sum: format!("{part} ÷ {whole}") }));
    ratio(stated, exact.collect())
}

/// What a share of the measure may be taken of.
pub(super) fn whole_of(measure: Measure) -> Vec<Formula> {
    let rows = |rows: &[Row]| {
        let measure = |row: &Row| Measure::Requests { row: *row, applicant: None }.formulas().legitimate;
        rows.iter().flat_map(measure).collect()
    };
    match measure {
        Measure::Requests { .. } => rows(&[Row::Received, Row::Concluded]),
        Measure::Proceedings { route, .. } => Measure::Proceedings { route, outcome: None }.formulas().legitimate,
        Measure::Published(_) => Vec::new(),
    }
}

/// Right if rounding half up gives the figure as written.
fn ratio(stated: Ratio, mut exact: Vec<Computed>) -> Verdict {
    let off = |computed: &Computed| (computed.value - stated.percent).abs();
    exact.sort_by_key(off);
    let near = |within: Decimal| {
        exact.iter().any(|computed| off(computed) < within && same_side(stated.percent, computed.value))
    };
    let right = exact.iter().any(|computed| rounds_to(computed.value, stated));
    match (exact.is_empty(), right, near(SLIP)) {
        (true, ..) => Verdict::Open,
        (_, true, _) => Verdict::Right,
        (_, _, true) => Verdict::Slip(exact),
        _ => Verdict::Off(exact),
    }
}

fn same_side(one: Decimal, other: Decimal) -> bool {
    one.is_zero() || other.is_zero() || one.is_sign_negative() == other.is_sign_negative()
}

/// Whether `exact` is `stated` when rounded half up to the digits written.
fn rounds_to(exact: Decimal, stated: Ratio) -> bool {
    let off = (exact - stated.percent).abs();
    let middle = off + off == stated.step && stated.percent.abs() > exact.abs();
    (off + off < stated.step || middle) && same_side(stated.percent, exact)
}
