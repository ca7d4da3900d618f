//! Who makes a report for a year.

use nianbao_model::completeness::{Owed, Unread};
use nianbao_model::deadline::is_government;
use nianbao_model::{Agency, Municipality};

use crate::Checked;

/// The agencies that a new year is begun for: those that owe a report for `year`, also where nobody has one of that year yet,
/// and every other that is to make one. A government that only holds others in a workspace where reports are made is left out.
pub fn owing<'a>(checked: &Checked, municipality: &'a Municipality, year: i16) -> Vec<&'a Agency> {
    let mut owed = Owed::of(municipality, &Unread::of(&checked.findings));
    let begins = owed.years().next().is_none();
    owed.ask_for(year);
    let reports = |agency: &&Agency| {
        let makes_one = begins || !is_government(agency) || owed.demands(agency, year);
        agency.reports.contains_key(&year) || agency.duty.covers(year) && makes_one
    };
    municipality.agencies().filter(reports).collect()
}
