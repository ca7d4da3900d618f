//! The sums of cells that a claim may mean.

use super::measure::{Applicant, Measure, Outcome, Route, Row};
use super::summand::{Cells, Column, Line, Proceeding, Summand};

/// A sum of cells.
pub(super) type Formula = Vec<Summand>;

/// The formulas that a claim may mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Formulas {
    /// Legitimate readings: a claim is right if any fits. The plainest comes first.
    pub(super) legitimate: Vec<Formula>,
    /// Readings that a person would have to judge: a claim that only fits one of these is ambiguous.
    pub(super) doubtful: Vec<Formula>,
    /// Whether the claim is a part of what the readings give, not all of it.
    pub(super) part: bool,
    /// Whether the word itself leaves open which figure is meant, so that a claim that fits none is
    /// ambiguous, not wrong.
    pub(super) vague: bool,
}

impl Measure {
    /// What it may mean.
    pub(super) fn formulas(self) -> Formulas {
        match self {
            Self::Requests { row, applicant } => row.formulas(applicant),
            Self::Proceedings { route, outcome } => proceedings(route, outcome),
            Self::Published(item) => {
                Formulas { legitimate: vec![vec![Summand::plus(Cells::Published(item))]], ..Formulas::default() }
            }
        }
    }
}

/// A row of table 3 that is added up, or taken away.
#[derive(Clone, Copy)]
enum SignedLine {
    Plus(Line),
    Minus(Line),
}

impl Row {
    fn formulas(self, applicant: Option<Applicant>) -> Formulas {
        use Line::{
            CarriedIn, CarriedOut, Concluded, Granted, NotProcessed, Other, PartiallyGranted, Received, Result,
        };
        use SignedLine::{Minus, Plus};
        let rows = |formulas: &[&[SignedLine]]| formulas.iter().map(|formula| of_rows(formula, applicant)).collect();
        let legitimate = |formulas| Formulas { legitimate: rows(formulas), ..Formulas::default() };
        let open = |exact, doubtful| Formulas { doubtful: rows(doubtful), ..legitimate(exact) };
        let sum = |keys: &[&'static str]| -> Vec<SignedLine> { keys.iter().map(|key| Plus(Result(key))).collect() };
        match self {
            Self::Received => legitimate(&[&[Plus(Received)], &[Plus(Received), Plus(CarriedIn)]]),
            Self::ReceivedPart => {
                Formulas { part: true, vague: true, ..legitimate(&[&[Plus(Received), Plus(CarriedIn)]]) }
            }
            Self::Disclosed => legitimate(&[&[Plus(Granted)], &[Plus(Granted), Plus(PartiallyGranted)]]),
            Self::Any => {
                let any = legitimate(&[&[Plus(Received)], &[Plus(Received), Plus(CarriedIn)], &[Plus(Concluded)]]);
                Formulas { vague: true, ..any }
            }
            Self::NewlyReceived => legitimate(&[&[Plus(Received)]]),
            Self::CarriedIn => legitimate(&[&[Plus(CarriedIn)]]),
            Self::Handled => open(
                &[&[Plus(Concluded)], &[Plus(Received), Plus(CarriedIn)]],
                &[&[Plus(Received)], &[Plus(Concluded), Minus(CarriedIn)]],
            ),
            Self::ConcludedOfNew => legitimate(&[&[Plus(Concluded)], &[Plus(Concluded), Minus(CarriedIn)]]),
            Self::Concluded => open(&[&[Plus(Concluded)]], &[&[Plus(Concluded), Minus(CarriedIn)]]),
            Self::Answered => open(
                &[&[Plus(Concluded)], &[Plus(Concluded), Minus(Other)]],
                &[&[Plus(Concluded), Minus(CarriedIn)], &[Plus(Concluded), Minus(NotProcessed), Minus(Other)]],
            ),
            Self::CarriedOut => legitimate(&[&[Plus(CarriedOut)]]),
            Self::Carried => legitimate(&[&[Plus(CarriedOut)], &[Plus(CarriedIn)]]),
            // What is left after 逾期不补正 and 逾期不缴费 is called 其他处理 too.
            Self::Result(&["其他处理"]) => legitimate(&[&[Plus(Other)], &[Plus(Result("其他处理.其他"))]]),
            Self::Result(keys) => legitimate(&[&sum(keys)]),
            Self::Both(one, other) => {
                let both: Vec<SignedLine> = sum(one).into_iter().chain(sum(other)).collect();
                legitimate(&[&both, &sum(one), &sum(other)])
            }
            Self::AnyResult(keys) => {
                let each: Vec<[SignedLine; 1]> = keys.iter().map(|key| [Plus(Result(key))]).collect();
                let each: Vec<&[SignedLine]> = each.iter().map(<[SignedLine; 1]>::as_slice).collect();
                Formulas { vague: true, ..legitimate(&each) }
            }
            // Where what was withdrawn is counted, if at all, only the agency knows.
            Self::PartOf(keys) => Formulas { part: true, vague: true, ..legitimate(&[&sum(keys)]) },
            Self::Except(keys) => {
                let others = keys.iter().map(|key| Minus(Result(key)));
                legitimate(&[&std::iter::once(Plus(Concluded)).chain(others).collect::<Vec<_>>()])
            }
        }
    }
}

/// Rows of table 3 in the columns of these applicants; in 总计 for none.
fn of_rows(terms: &[SignedLine], applicant: Option<Applicant>) -> Formula {
    let of_row = |term: &SignedLine| match *term {
        SignedLine::Plus(line) => Summand::plus(Cells::Requests { line, applicant }),
        SignedLine::Minus(line) => Summand::minus(Cells::Requests { line, applicant }),
    };
    terms.iter().map(of_row).collect()
}

/// Each kind may be counted whole or without the cases still pending.
fn proceedings(route: Route, outcome: Option<Outcome>) -> Formulas {
    use Proceeding::{AfterReconsideration, Direct, Reconsideration};
    let groups: &[&[Proceeding]] = match route {
        Route::Reconsideration => &[&[Reconsideration]],
        Route::Direct => &[&[Direct]],
        Route::AfterReconsideration => &[&[AfterReconsideration]],
        Route::Litigation => &[&[Direct, AfterReconsideration], &[Direct], &[AfterReconsideration]],
        Route::Either => &[
            &[Reconsideration, Direct, AfterReconsideration],
            &[Reconsideration],
            &[Direct, AfterReconsideration],
            &[Direct],
            &[AfterReconsideration],
        ],
        Route::Both => &[
            &[Reconsideration, Direct, AfterReconsideration],
            &[Reconsideration, Direct],
            &[Reconsideration, AfterReconsideration],
        ],
    };
    let legitimate = groups.iter().flat_map(|group| counted(group, outcome)).collect();
    let vague = matches!(outcome, Some(Outcome::Other | Outcome::Dismissed));
    Formulas { legitimate, vague, ..Formulas::default() }
}

fn counted(group: &[Proceeding], outcome: Option<Outcome>) -> Vec<Formula> {
    let cells = |column| group.iter().map(move |kind| Cells::Proceedings { kind: *kind, column });
    let sum = |column| -> Formula { cells(column).map(Summand::plus).collect() };
    let concluded = || -> Formula {
        let pending = cells(Column::Pending).map(Summand::minus);
        cells(Column::Total).map(Summand::plus).chain(pending).collect()
    };
    match outcome {
        None => vec![sum(Column::Total), concluded()],
        Some(Outcome::Concluded) => vec![concluded()],
        Some(Outcome::Won) => {
            let corrected = cells(Column::Corrected).map(Summand::minus);
            vec![concluded().into_iter().chain(corrected).collect()]
        }
        Some(Outcome::NotUpheld) => {
            let upheld = cells(Column::Upheld).map(Summand::minus);
            vec![cells(Column::Total).map(Summand::plus).chain(upheld).collect()]
        }
        Some(Outcome::EndedOtherwise) => {
            vec![sum(Column::Corrected).into_iter().chain(sum(Column::Other)).collect()]
        }
        Some(Outcome::NotWon) => vec![sum(Column::Corrected).into_iter().chain(sum(Column::Pending)).collect()],
        Some(Outcome::Upheld) => vec![sum(Column::Upheld)],
        Some(Outcome::Corrected) => vec![sum(Column::Corrected)],
        Some(Outcome::Other) => vec![sum(Column::Other)],
        Some(Outcome::Dismissed) => vec![sum(Column::Upheld), sum(Column::Other)],
        Some(Outcome::Pending) => vec![sum(Column::Pending)],
    }
}
