//! A city that is judged again and again while people change it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::among::Among;
use super::judged::Judged;
use super::registry::{all, of_city};
use super::rule::{Case, City};
use super::subject::{RuleSubject, subjects};
use crate::completeness::Unread;
use crate::diagnostic::Findings;
use crate::{AgencyId, Diagnostic, Municipality};

/// Judges a municipality as [`check`](super::check) does, each time with the same result. A report is judged anew only where
/// something has changed that its rules look at; so are the reports that are compared with each other. A copy shares what is
/// known.
#[derive(Debug, Default, Clone)]
pub struct Judge {
    judged: Arc<BTreeMap<(AgencyId, i16), Arc<Judged>>>,
    among: Among,
}

impl Judge {
    /// What all rules find. `found` is what reading found, `today` decides what is late.
    pub fn check(&mut self, municipality: &Municipality, found: &[Diagnostic], today: Date) -> Vec<Diagnostic> {
        let unread = Unread::of(found);
        let judged: Vec<Arc<Judged>> =
            subjects(municipality, &unread).into_par_iter().map(|subject| self.judge(subject)).collect();
        self.judged = Arc::new(judged.iter().map(|judged| (judged.subject.key(), Arc::clone(judged))).collect());
        let cases = judged.iter().map(Case::of).collect();
        let city = City { municipality, unread: &unread, today, cases, among: &self.among };
        let together: Vec<Diagnostic> = of_city().flat_map(|rule| (rule.check)(&city)).collect();
        self.among.end_round();
        judged.iter().flat_map(|judged| judged.findings().iter().cloned()).chain(together).collect()
    }

    /// What comes of judging one report, as it is known or anew.
    fn judge(&self, subject: RuleSubject) -> Arc<Judged> {
        let known = self.judged.get(&subject.key()).filter(|known| known.subject == subject);
        known.map_or_else(|| judged(subject), Arc::clone)
    }
}

/// Judges a report by itself.
pub(super) fn judged(subject: RuleSubject) -> Arc<Judged> {
    let judged = Arc::new(Judged::of(subject));
    let case = Case::of(&judged);
    let mut findings = Findings::default();
    findings.extend(all().flat_map(|rule| (rule.check)(&case)).map(|finding| case.about(finding)));
    judged.settle(findings.finish());
    judged
}
