//! Reading the figures that prose claims: 收到申请 12 件, 均已办结, 同比增长 70.3%.
//!
//! [`read`] finds the claims in a narrative, word by word and without any model of language beyond the
//! lexicon; [`judge`] holds a claim against the tables. A claim is right if any legitimate reading fits.
//! A figure that no word of the field claims is left alone.

mod absence;
mod amount;
mod applicants;
mod approximate;
mod attribution;
mod behind;
mod change;
mod charges;
mod claim;
mod combine;
mod context;
mod counted;
mod exceeding;
mod formula;
mod judge;
mod known;
mod lexicon;
mod measure;
mod number;
mod order;
mod parts;
mod phrases;
mod proportion;
mod published;
mod quoted;
mod ratio;
mod reader;
mod reading;
mod scan;
mod sentence;
mod structure;
mod subject;
mod summand;
mod unnamed;
mod unpublished;
mod verdict;
mod word;

#[cfg(test)]
mod tests;

pub use amount::{Amount, Precision};
pub use claim::{Claim, Doubt, Says};
pub use judge::judge;
pub use measure::{Action, Applicant, DocumentKind, Measure, Outcome, Published, Route, Row};
pub use quoted::quoted;
pub use reader::{Reporter, overlong, read};
pub use reading::{Reading, Term};
pub use scan::Ratio;
pub use verdict::{Computed, Verdict};
