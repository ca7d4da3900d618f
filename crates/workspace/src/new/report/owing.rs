//! Who makes a report for a year.

use nianbao_model::completeness::{Owed, Unread};
use nianbao_model::{Agency, Municipality};

use crate::Checked;

/// The agencies that owe a report for `year`, also where nobody has one of that year yet.
pub fn owing<'a>(checked: &Checked, municipality: &'a Municipality, year: i16) -> Vec<&'a Agency> {
    let mut owed = Owed::of(municipality, &Unread::of(&checked.findings));
    owed.ask_for(year);
    municipality.agencies().filter(|agency| owed.demands(agency, year) || is_there(agency, year)).collect()
}

/// A report that is there is told of, whether or not it is owed.
fn is_there(agency: &Agency, year: i16) -> bool {
    agency.reports.contains_key(&year)
}
