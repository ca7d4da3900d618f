//! Whether mending made a report better or worse.

use std::collections::BTreeMap;

use nianbao_model::{AgencyId, Diagnostic};

/// What a finding is about: an agency and a year, if it has them.
pub(super) type Subject = (Option<AgencyId>, Option<i16>);

/// What a finding is about.
pub(super) fn subject(finding: &Diagnostic) -> Subject {
    (finding.agency.clone(), finding.year)
}

/// What was found of one report: how often each code.
#[derive(Debug, Clone, Default)]
pub(super) struct Outcome {
    codes: BTreeMap<&'static str, usize>,
    /// Whether it could not be read in full, so that more may be wrong with it than can be seen.
    unreadable: bool,
}

impl Outcome {
    /// What was found, by subject.
    pub(super) fn of(findings: &[Diagnostic]) -> BTreeMap<Subject, Self> {
        let mut outcomes: BTreeMap<Subject, Self> = BTreeMap::new();
        for finding in findings {
            let outcome = outcomes.entry(subject(finding)).or_default();
            *outcome.codes.entry(finding.code.id).or_default() += 1;
            outcome.unreadable |= finding.is_unreadable();
        }
        outcomes
    }

    /// Whether this is better than `before`, once `mended` were mended: they are gone and nothing has come. What a report
    /// held that could not be read may come to light.
    pub(super) fn is_better_than(&self, before: &Self, mended: &[&Diagnostic]) -> bool {
        if before.unreadable {
            return before.codes.iter().any(|(code, count)| self.count(code) < *count);
        }
        let gone = |code: &str| mended.iter().filter(|finding| finding.code.id == code).count();
        let fewer = |(code, count): (&&str, &usize)| self.count(code) + gone(code) <= *count;
        let new = self.codes.keys().any(|code| !before.codes.contains_key(code));
        !new && before.codes.iter().all(fewer)
    }

    fn count(&self, code: &str) -> usize {
        self.codes.get(code).copied().unwrap_or(0)
    }
}
