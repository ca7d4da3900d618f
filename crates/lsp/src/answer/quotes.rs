//! Sentences of a narrative that quote figures.

use std::ops::Range;

use nianbao_model::claims::{Claim, Reporter, quoted, read};
use nianbao_model::{Address, Agency, Form, Prose, Report, Span};

use crate::prose::{LookUp, look_ups};

/// A look-up that means a figure.
pub(super) struct Quoted {
    pub(super) look_up: LookUp,
    pub(super) address: Address,
    /// What stands between the braces, white space around it left out.
    pub(super) path: String,
}

/// The look-ups of a text that mean figures of `form`.
pub(super) fn figures(text: &str, form: &Form) -> Vec<Quoted> {
    let meant = |look_up: LookUp| {
        let path = text.get(look_up.inner.clone())?.trim().to_owned();
        let address = form.look_up(&path).ok()?;
        Some(Quoted { look_up, address, path })
    };
    look_ups(text).into_iter().filter_map(meant).collect()
}

/// What the narrative of a report says about its tables: where, and of which figures.
pub(super) fn claims(agency: &Agency, report: &Report) -> Vec<(Span, Vec<Address>)> {
    let prose = Prose::of(&report.narrative, &report.figures);
    let names: Vec<&str> = agency.names().chain(agency.short_name.as_deref()).collect();
    let claims = read(&prose, Reporter { year: report.year, names: &names });
    let placed = |claim: Claim| {
        let span = prose.passages.get(claim.passage)?.span(&claim.quote)?;
        Some((span, quoted(&claim, report)))
    };
    claims.into_iter().filter_map(placed).filter(|(_, addresses)| !addresses.is_empty()).collect()
}

/// Whether all of `part` belongs to `whole`.
pub(super) fn holds(whole: &Address, part: &Address) -> bool {
    let within = |part: &Range<usize>, whole: &Range<usize>| whole.start <= part.start && part.end <= whole.end;
    whole.block == part.block && within(&part.rows, &whole.rows) && within(&part.columns, &whole.columns)
}
