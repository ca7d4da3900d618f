//! What a typed report claims, beside what its parts come to.

use std::borrow::Cow;
use std::ptr;

use crate::aggregate::{Counterpart, converted, counterparts, parts};
use crate::{Address, Agency, Decimal, Figures, Form, Report};

/// A report that types what it could add up, and its parts, all on one form.
pub(super) struct Count<'a> {
    pub(super) report: &'a Report,
    /// The form that all of them can be brought to without guessing.
    pub(super) form: &'static Form,
    /// Whether every report that counts is there.
    pub(super) complete: bool,
    typed: Cow<'a, Figures>,
    own: Cow<'a, Figures>,
    /// The agencies that are counted, with their figures.
    pub(super) parts: Vec<(&'a Agency, Cow<'a, Figures>)>,
}

/// A cell that is not the sum.
pub(super) struct Difference {
    /// Its key path.
    pub(super) path: String,
    /// Its place on the common form.
    pub(super) cell: Address,
    /// Where the report types it.
    pub(super) source: Option<Address>,
    pub(super) typed: Decimal,
    pub(super) sum: Decimal,
}

impl<'a> Count<'a> {
    /// Nothing where the report has nothing typed to compare.
    pub(super) fn of(agency: &'a Agency, report: &'a Report, complete: bool) -> Option<Self> {
        let aggregation = report.aggregation.as_ref().filter(|aggregation| aggregation.typed)?;
        let counted = parts(agency, aggregation, report.year).into_iter();
        let counted: Vec<(&Agency, &Report)> = counted.filter_map(|part| Some((part.agency, part.report?))).collect();
        let same = counted.iter().all(|(_, part)| ptr::eq(part.form, report.form));
        let form = if same { report.form } else { report.form.undivided() };
        let parts = counted.iter().map(|(agency, part)| (*agency, converted(&part.figures, part.form, form)));
        Some(Self {
            report,
            form,
            complete,
            typed: converted(&report.figures, report.form, form),
            own: converted(&aggregation.own, report.form, form),
            parts: parts.collect(),
        })
    }

    /// The cells that are not the sums, as far as all that is added up is known.
    pub(super) fn differences(&self) -> Vec<Difference> {
        let all = || self.parts.iter().map(|(_, part)| part).chain([&self.typed, &self.own]);
        let is_known = |counterpart: &Counterpart| all().all(|figures| figures.knows(&counterpart.cell));
        let cells = counterparts(self.report.form, self.form).into_iter().filter(is_known);
        cells.map(|counterpart| self.compare(counterpart)).filter(|cell| cell.typed != cell.sum).collect()
    }

    fn compare(&self, Counterpart { path, cell, source }: Counterpart) -> Difference {
        let parts = self.parts.iter().map(|(_, figures)| figures.sum(&cell));
        let sum = parts.fold(self.own.sum(&cell), Decimal::saturating_add);
        Difference { typed: self.typed.sum(&cell), sum, path, cell, source }
    }
}

impl Difference {
    /// How far it is off.
    pub(super) fn size(&self) -> Decimal {
        (self.typed - self.sum).abs()
    }
}
