//! Faults in the tables.

use super::mistake::{Candidate, File, Make, Mistake, after_another};

pub(super) static ALL: [Mistake; 4] = [
    of("表三一列不平衡", "B001", has_requests, Make::Figures(|now, _| now.requests.carried_out.0[0] += 1)),
    of(
        "上年结转接不上",
        "Y001",
        after_another,
        Make::Figures(|now, _| {
            now.requests.carried_in.0[0] += 1;
            now.requests.results[0].0[0] += 1;
        }),
    ),
    of("现行有效接不上", "Y003", has_documents, Make::Figures(|now, _| now.disclosure.documents.in_force += 3)),
    of(
        "行政许可多写了一位",
        "Y004",
        has_permits,
        Make::Figures(|now, before| now.disclosure.permits = before.disclosure.permits * 12),
    ),
];

const fn of(kind: &'static str, code: &'static str, fits: fn(&Candidate) -> bool, make: Make) -> Mistake {
    Mistake { kind, code, file: File::Report, fits, make }
}

fn has_requests(candidate: &Candidate) -> bool {
    after_another(candidate) && candidate.received() > 0
}

fn has_documents(candidate: &Candidate) -> bool {
    after_another(candidate) && candidate.figures.disclosure.documents.in_force > 0
}

fn has_permits(candidate: &Candidate) -> bool {
    candidate.last_year.is_some_and(|before| before.disclosure.permits >= 20)
}
