//! Reads a narrative for claims.

use super::attribution::Setting;
use super::counted::PassageReading;
use super::scan::scan;
use super::sentence::Tokens;
use super::subject::subjects;
use super::{Claim, absence, ratio};
use crate::prose::Role;
use crate::{Passage, Prose};

/// Who reports, and of which year.
#[derive(Debug, Clone, Copy)]
pub struct Reporter<'a> {
    /// The reporting year.
    pub year: i16,
    /// The agency's names, full and short.
    pub names: &'a [&'a str],
}

/// The claims of a narrative, in the order written.
pub fn read(prose: &Prose, reporter: Reporter<'_>) -> Vec<Claim> {
    let passages = prose.passages.iter().enumerate();
    // In a table of the narrative a label and its figure stand in cells of their own.
    let passages = passages.filter(|(_, passage)| matches!(passage.role, Role::Paragraph | Role::Item));
    passages.flat_map(|(index, passage)| read_passage(index, passage, reporter)).collect()
}

fn read_passage(index: usize, passage: &Passage, reporter: Reporter<'_>) -> Vec<Claim> {
    let scanned = scan(&passage.text);
    let subjects = subjects(&passage.headings, &passage.text, &scanned);
    let tokens = Tokens { text: &passage.text, all: &scanned };
    let setting = Setting { tokens, subjects: &subjects, year: reporter.year, names: reporter.names };
    let mut reading = PassageReading::of(setting, index);
    let absences = absence::read(&reading);
    reading.claims.extend(absences);
    let ratios = ratio::read(&reading);
    reading.claims.extend(ratios);
    reading.claims.sort_by_key(|claim| claim.figure.start);
    reading.claims
}
