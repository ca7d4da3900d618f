//! The days that a report tells beside that of its publication.

use jiff::civil::Date;

use crate::{Report, Spanned};

/// What the day of a correction is called.
pub(super) const CORRECTED: &str = "更正";

/// The days of 更正 and 落款, each with what it is called.
pub(super) fn days(report: &Report) -> impl Iterator<Item = (&'static str, &Spanned<Date>)> {
    let corrected = report.corrections.iter().map(|correction| (CORRECTED, &correction.date));
    let signed = report.signature.iter().filter_map(|signature| Some(("落款", signature.date.as_ref()?)));
    signed.chain(corrected)
}
