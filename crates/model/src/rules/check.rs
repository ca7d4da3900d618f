//! All rules on all reports.

use jiff::civil::Date;

use super::{Judge, city};
use crate::completeness::Unread;
use crate::{Diagnostic, Municipality};

/// Checks every report against every rule, but for those whose figures reading found fault with: what
/// could not be read would be blamed a second time. `found` is what reading found, `today` decides what is late.
pub fn check(municipality: &Municipality, found: &[Diagnostic], today: Date) -> Vec<Diagnostic> {
    Judge::default().check(municipality, found, today)
}

/// What keeps a publication from being complete (`build --complete`): each report that is owed, and is missing, being written
/// or not to be read, is an error. `found` is what reading found.
pub fn absent(municipality: &Municipality, found: &[Diagnostic]) -> Vec<Diagnostic> {
    city::absent(municipality, &Unread::of(found))
}
