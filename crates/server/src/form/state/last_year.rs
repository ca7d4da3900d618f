//! Last year's figures beside this year's: the same figure, but beside 上年结转 what was left over then.

use nianbao_model::carry_over::reports_before;
use nianbao_model::figures::UNVERIFIED;
use nianbao_model::{Address, Agency, Decimal, Figures, Form, Municipality, Report};
use serde::Serialize;

/// A figure of last year.
#[derive(Debug, Default, Serialize)]
pub(super) struct Last {
    /// The figure; nothing where there is none, or nobody knows it yet.
    last: Option<String>,
    /// What it is called, where it is another than the one that it stands beside.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_of: Option<&'static str>,
}

/// The reports of the year before.
pub(super) struct Before<'a> {
    /// That of the agency itself.
    own: Option<&'a Report>,
    /// All that something is carried over from: those of agencies that became part of it, too.
    all: Vec<&'a Report>,
}

impl<'a> Before<'a> {
    pub(super) fn new(municipality: &'a Municipality, agency: &'a Agency, year: i16) -> Self {
        let own = year.checked_sub(1).and_then(|year| agency.reports.get(&year));
        let all = reports_before(municipality, agency, year).into_iter().map(|(_, report)| report).collect();
        Self { own, all }
    }
}

/// Figures on the form of their year.
type FormFigures<'a> = (&'static Form, &'a Figures);

/// What stands beside the figures of a table.
pub(super) struct LastYear<'a> {
    /// The form of this year.
    form: &'static Form,
    same: Option<FormFigures<'a>>,
    /// Those that something is carried over from.
    carried: Vec<FormFigures<'a>>,
}

impl<'a> LastYear<'a> {
    /// Beside the figures of a report.
    pub(super) fn whole(form: &'static Form, before: &Before<'a>) -> Self {
        let of = |report: &'a Report| (report.form, &report.figures);
        Self { form, same: before.own.map(of), carried: before.all.iter().copied().map(of).collect() }
    }

    /// Beside the figures of the office itself.
    pub(super) fn own(form: &'static Form, before: &Before<'a>) -> Self {
        let same = before.own.and_then(|report| Some((report.form, &report.aggregation.as_ref()?.own)));
        Self { form, same, carried: same.into_iter().collect() }
    }

    /// What stands beside the figure at `address`, whose key path is `path`.
    pub(super) fn at(&self, address: &Address, path: &str) -> Last {
        let now = self.form.applications();
        let carried_in = now.carried_in.at(&now.total);
        if (address.block, &address.rows) == (carried_in.block, &carried_in.rows) {
            let last = self.carried_over(address).map(|sum| sum.normalize().to_string());
            return Last { last_of: last.is_some().then_some("结转下年度"), last };
        }
        let same = self.same.and_then(|(form, figures)| known(figures, &form.look_up(path).ok()?));
        Last { last: same.map(|figure| figure.normalize().to_string()), last_of: None }
    }

    /// What was left over in the columns of `address`.
    fn carried_over(&self, address: &Address) -> Option<Decimal> {
        let now = self.form.applications();
        let of_report = |(form, figures): &FormFigures<'_>| {
            let then = form.applications();
            let columns = now.applicants.iter().filter(|applicant| {
                let own = now.carried_in.at(&applicant.columns).columns;
                address.columns.start <= own.start && own.end <= address.columns.end
            });
            let parts = columns.map(|applicant| known(figures, &then.carried_out.at(then.applicant(applicant.key)?)));
            parts.reduce(added).flatten()
        };
        self.carried.iter().map(of_report).reduce(added).flatten()
    }
}

/// A sum that is known where both are.
fn added(one: Option<Decimal>, other: Option<Decimal>) -> Option<Decimal> {
    one?.checked_add(other?)
}

/// The figure at `address`; nothing while any part of it is still to be looked up.
fn known(figures: &Figures, address: &Address) -> Option<Decimal> {
    let is_open = |place| {
        let written = figures.at(place).and_then(|cell| cell.written.as_deref());
        written.is_some_and(|written| written.trim() == UNVERIFIED)
    };
    (!address.cells().any(is_open)).then(|| figures.sum(address))
}
