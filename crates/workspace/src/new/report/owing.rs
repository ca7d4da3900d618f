//! Who makes a report for a year.

use std::collections::BTreeSet;

use nianbao_model::completeness::{Owed, Unread};
use nianbao_model::deadline::is_government;
use nianbao_model::{Agency, AgencyId, Municipality};

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

/// The governments that [`owing`] leaves out of `year` although they may well make a report: others stand below them, and nobody
/// has said whether they add those up.
pub fn undecided<'a>(checked: &Checked, municipality: &'a Municipality, year: i16) -> Vec<&'a Agency> {
    let owing: BTreeSet<&AgencyId> = owing(checked, municipality, year).into_iter().map(|agency| &agency.id).collect();
    let is_left_out = |agency: &&Agency| {
        is_government(agency) && agency.duty.covers(year) && !agency.children.is_empty() && !owing.contains(&agency.id)
    };
    municipality.agencies().filter(is_left_out).collect()
}

/// Why nothing is made for the [`undecided`] ones.
pub const UNDECIDED: &str = "没有建：有下级，要不要由它汇总，由您定";
