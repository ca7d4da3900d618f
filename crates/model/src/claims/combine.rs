//! What a word counts, given the words around it and what was said before.

use super::measure::{Applicant, DocumentKind, Measure, Outcome, Route, Row};
use super::sentence::Claiming;

/// What the reading of a passage has come upon so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Memory {
    /// The requests that parts speak of (其中自然人…).
    pub(super) requests: Option<Row>,
    /// The proceedings that outcomes speak of (其中维持…).
    pub(super) route: Option<Route>,
    /// The documents that 废止 and 现行有效 speak of.
    pub(super) documents: Option<DocumentKind>,
    /// The measure of the last figure, for 降至 and 其他.
    pub(super) last: Option<Measure>,
}

impl Memory {
    /// Keeps what a figure was found to count.
    pub(super) fn keep(&mut self, measure: Measure) {
        self.last = Some(measure);
        match measure {
            Measure::Requests { row: Row::CarriedIn | Row::CarriedOut | Row::Carried, .. } => {}
            Measure::Requests { row, applicant: None } => self.requests = Some(row),
            Measure::Proceedings { route, .. } => self.speak_of(route),
            Measure::Requests { .. } | Measure::Published(_) => {}
        }
    }

    /// Keeps what kind of proceedings is spoken of. A way of litigation after another leaves open which is meant later.
    pub(super) fn speak_of(&mut self, route: Route) {
        use Route::{AfterReconsideration, Direct, Litigation};
        self.route = match (self.route, route) {
            (Some(Litigation | Direct | AfterReconsideration), Direct | AfterReconsideration)
                if self.route != Some(route) =>
            {
                Some(Litigation)
            }
            _ => Some(route),
        };
    }

    /// 行政复议 22 件，办结 19 件: said of cases where a figure of cases stands just before.
    fn of_cases(&self, row: Row, others: &[Claiming]) -> Option<Measure> {
        let outcome = match row {
            Row::Concluded => Outcome::Concluded,
            Row::CarriedOut => Outcome::Pending,
            _ => return None,
        };
        match self.last? {
            Measure::Proceedings { route, .. } if others.is_empty() => {
                Some(Measure::Proceedings { route, outcome: Some(outcome) })
            }
            _ => None,
        }
    }

    /// What 其他 stands for after the figure before it.
    pub(super) fn rest(&self) -> Option<Measure> {
        match self.last? {
            Measure::Requests { row, applicant: Some(Applicant::One(_)) } => {
                Some(Measure::Requests { row, applicant: Some(Applicant::One("其他")) })
            }
            Measure::Requests { row: Row::Result(keys), applicant: None } if keys[0].starts_with("其他处理.") => {
                Some(Measure::Requests { row: Row::Result(&["其他处理.其他"]), applicant: None })
            }
            // 予以公开 89 件、不予公开 35 件、其他 16 件.
            Measure::Requests { row: Row::Result([key]), applicant: None } if !key.contains('.') => {
                Some(Measure::Requests {
                    row: Row::AnyResult(&["其他处理", "其他处理.其他"]), applicant: None
                })
            }
            Measure::Proceedings { route, outcome: Some(_) } => {
                Some(Measure::Proceedings { route, outcome: Some(Outcome::Other) })
            }
            _ => None,
        }
    }
}

/// The measure of `word`, with what the words before it in its clause (`others`) and what was said before
/// add to it.
pub(super) fn combine(word: Claiming, others: &[Claiming], memory: &Memory) -> Option<Measure> {
    let route = others.iter().rev().find_map(|other| match other {
        Claiming::Route(route) => Some(*route),
        _ => None,
    });
    match word {
        // 撤销、确认违法等纠正的复议案件 18 件.
        Claiming::Route(route) => {
            let outcome = others.iter().rev().find_map(|other| match other {
                Claiming::Outcome(outcome) => Some(*outcome),
                _ => None,
            });
            Some(Measure::Proceedings { route: together(route, others), outcome })
        }
        Claiming::Outcome(outcome) => {
            let Some(route) = route.or(memory.route) else {
                // 审结 is said of requests too.
                return (outcome == Outcome::Concluded && memory.requests.is_some())
                    .then_some(Measure::Requests { row: Row::Concluded, applicant: None });
            };
            Some(Measure::Proceedings { route, outcome: Some(outcome) })
        }
        Claiming::Row(row) => Some(match (route, row) {
            (Some(route), Row::Concluded) => Measure::Proceedings { route, outcome: Some(Outcome::Concluded) },
            (Some(route), Row::Received | Row::Handled | Row::NewlyReceived) => {
                Measure::Proceedings { route, outcome: None }
            }
            (None, _) => memory
                .of_cases(row, others)
                .unwrap_or(Measure::Requests { row: narrowed(row, others), applicant: None }),
            _ => Measure::Requests { row: narrowed(row, others), applicant: None },
        }),
        Claiming::Applicant(applicant) => {
            let row = others.iter().rev().find_map(|other| match other {
                Claiming::Row(row) => Some(*row),
                _ => None,
            });
            let row = row.or(memory.requests).unwrap_or(Row::Received);
            Some(Measure::Requests { row, applicant: Some(applicant) })
        }
        Claiming::Rest => memory.rest(),
    }
}

/// 上年结转办理 is 上年结转, and 重复申请不予处理 is 重复申请.
fn narrowed(row: Row, others: &[Claiming]) -> Row {
    let Some(Claiming::Row(other)) = others.last() else { return row };
    match (row, other) {
        (Row::Handled | Row::Answered, Row::CarriedIn | Row::CarriedOut) | (Row::Handled, Row::Result(_)) => *other,
        (Row::Result([group]), Row::Result([item])) if item.starts_with(&format!("{group}.")) => *other,
        _ => row,
    }
}

/// 行政复议 and 行政诉讼 named together.
fn together(route: Route, others: &[Claiming]) -> Route {
    let pair = (others.last(), route);
    match pair {
        (Some(Claiming::Route(Route::Reconsideration)), Route::Litigation)
        | (Some(Claiming::Route(Route::Litigation)), Route::Reconsideration) => Route::Both,
        _ => route,
    }
}

/// What `共 N 件` counts after figures of these measures.
pub(super) fn united(measures: &[Measure]) -> Option<Measure> {
    let first = *measures.first().filter(|_| measures.len() > 1)?;
    match first {
        Measure::Requests { row, .. } => united_requests(measures, row),
        Measure::Proceedings { outcome, .. } => {
            let same = |m: &Measure| matches!(m, Measure::Proceedings { outcome: other, .. } if *other == outcome);
            let broad =
                |m: &Measure| matches!(m, Measure::Proceedings { route: Route::Reconsideration | Route::Both, .. });
            let route = if measures.iter().any(broad) { Route::Both } else { Route::Litigation };
            measures.iter().all(same).then_some(Measure::Proceedings { route, outcome })
        }
        Measure::Published(_) => None,
    }
}

fn united_requests(measures: &[Measure], row: Row) -> Option<Measure> {
    let all = |fits: fn(&Measure) -> bool| measures.iter().all(fits);
    let row = if all(|m| matches!(m, Measure::Requests { applicant: Some(_), .. })) {
        row
    } else if all(|m| matches!(m, Measure::Requests { row: Row::Received | Row::NewlyReceived | Row::CarriedIn, .. })) {
        Row::Received
    } else if let [Measure::Requests { row: Row::Result(one), .. }, Measure::Requests { row: Row::Result(other), .. }] =
        measures
    {
        Row::Both(one, other)
    } else if all(|m| matches!(m, Measure::Requests { row: Row::Result(_), .. })) {
        Row::AnyResult(RESULTS)
    } else {
        return None;
    };
    Some(Measure::Requests { row, applicant: None })
}

/// What results may add up to.
const RESULTS: &[&str] = &["不予公开", "无法提供", "不予处理", "其他处理", "办理结果总计"];
