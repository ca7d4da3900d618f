//! Which agency brings how much to one figure of a sum.

use super::{converted, parts};
use crate::completeness::{Unread, Want};
use crate::{Address, Agency, AgencyId, Decimal, Form, PublishedPart, PublishedSum, Report};

/// A figure of an agency's report with what it is added up from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown<'a> {
    /// The agency's id.
    pub agency: &'a AgencyId,
    /// Its name.
    pub name: &'a str,
    /// The figure of its report.
    pub value: Value,
    /// What it is added up from, if it is.
    pub sum: Option<Sum<'a>>,
}

/// What is known of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// How much it is.
    Known(Decimal),
    /// It cannot be had.
    Lacking(Want),
}

/// What a figure is added up from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum<'a> {
    /// Whether the figure is typed all the same, so that it may differ.
    pub typed: bool,
    /// 本级: what the office itself brings.
    pub own: Decimal,
    /// What each agency brings that is counted, in the official order.
    pub parts: Vec<Breakdown<'a>>,
}

/// Which figure is asked for, of which year.
struct Question<'q> {
    address: &'q Address,
    form: &'static Form,
    year: i16,
    unread: &'q Unread,
}

impl<'a> Breakdown<'a> {
    /// The figure at `address` of the form of an agency's report.
    pub fn of(agency: &'a Agency, report: &'a Report, address: &Address, unread: &Unread) -> Self {
        Question { address, form: report.form, year: report.year, unread }.answer(agency, Some(report))
    }
}

impl Question<'_> {
    fn answer<'a>(&self, agency: &'a Agency, report: Option<&'a Report>) -> Breakdown<'a> {
        let value = match report {
            Some(report) if !self.unread.holds(agency, report) => {
                Value::Known(converted(&report.figures, report.form, self.form).sum(self.address))
            }
            _ => Value::Lacking(self.unread.want(agency, self.year, report)),
        };
        let name = report.map_or(&agency.name, |report| agency.name_on(report));
        Breakdown {
            agency: &agency.id,
            name: &name.value,
            value,
            sum: report.and_then(|report| self.sum(agency, report)),
        }
    }

    fn sum<'a>(&self, agency: &'a Agency, report: &'a Report) -> Option<Sum<'a>> {
        let aggregation = report.aggregation.as_ref()?;
        let own = converted(&aggregation.own, report.form, self.form).sum(self.address);
        let parts = if let Some(published) = report.published_sum() {
            self.published(published, report.form)
        } else {
            let counted = parts(agency, aggregation, self.year).into_iter();
            counted.map(|part| self.answer(part.agency, part.report)).collect()
        };
        Some(Sum { typed: aggregation.typed, own, parts })
    }

    /// What each agency brought when the sum was published.
    fn published<'a>(&self, sum: &'a PublishedSum, form: &'static Form) -> Vec<Breakdown<'a>> {
        let part = |PublishedPart { agency, name, figures }: &'a PublishedPart| {
            let value = Value::Known(converted(figures, form, self.form).sum(self.address));
            Breakdown { agency, name, value, sum: None }
        };
        sum.parts.iter().map(part).collect()
    }
}

impl<'a> Breakdown<'a> {
    /// The names of the agencies whose figures are not in this one although it is added up from them. A figure that is typed lacks
    /// nothing.
    pub fn lacks(&self) -> Vec<&'a str> {
        self.sum.iter().filter(|sum| !sum.typed).flat_map(Sum::lacks).collect()
    }
}

impl Value {
    /// The figure, if it is known.
    pub fn known(self) -> Option<Decimal> {
        match self {
            Self::Known(value) => Some(value),
            Self::Lacking(_) => None,
        }
    }
}

impl<'a> Sum<'a> {
    /// The names of the agencies whose figures are not in [`total`](Self::total).
    pub fn lacks(&self) -> Vec<&'a str> {
        let lacks = |part: &Breakdown<'a>| match part.value {
            Value::Known(_) => part.lacks(),
            Value::Lacking(_) => vec![part.name],
        };
        self.parts.iter().flat_map(lacks).collect()
    }

    /// What all that is known comes to.
    pub fn total(&self) -> Decimal {
        let parts = self.parts.iter().filter_map(|part| part.value.known());
        parts.fold(self.own, Decimal::saturating_add)
    }
}
