//! The figures of the three tables.

mod disclosure;
mod fees;
mod proceedings;
mod requests;
mod years;

pub(crate) use disclosure::{Disclosure, Documents};
pub(crate) use fees::Fees;
pub(crate) use proceedings::{Cases, OUTCOMES, Proceedings};
pub(crate) use requests::{APPLICANTS, GROUPS, Line, RESULTS, Requests};
pub(crate) use years::{Figures, of_years, with_those_below};
