//! Reads a narrative for claims.

use std::ops::Range;

use super::attribution::Setting;
use super::charges::Charges;
use super::counted::PassageReading;
use super::phrases::Phrases;
use super::scan::{Token, scan};
use super::sentence::{REACH, Tokens};
use super::structure::Structure;
use super::subject::subjects;
use super::{Claim, absence, charges, ratio};
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
    let read = passages(prose).map(|(index, passage)| read_passage(index, passage, reporter));
    let (mut claims, charges): (Vec<Vec<Claim>>, Vec<Charges>) = read.unzip();
    claims.push(charges::contradictions(charges));
    let mut claims: Vec<Claim> = claims.into_iter().flatten().collect();
    claims.sort_by_key(|claim| (claim.passage, claim.figure.start));
    claims
}

/// The sentences of a text that are too long to be read in full, in bytes.
pub fn overlong(text: &str) -> Vec<Range<usize>> {
    if text.len() <= REACH {
        return Vec::new();
    }
    let (tokens, structure) = take_apart(text);
    let bytes =
        |sentence: Range<usize>| Some(tokens.get(sentence.start)?.range.start..tokens.get(sentence.end - 1)?.range.end);
    structure.longer_than(REACH).into_iter().filter_map(bytes).collect()
}

/// The passages that are read. In a table of the narrative a label and its figure stand in cells of their own.
fn passages(prose: &Prose) -> impl Iterator<Item = (usize, &Passage)> {
    let passages = prose.passages.iter().enumerate();
    passages.filter(|(_, passage)| matches!(passage.role, Role::Paragraph | Role::Item))
}

fn read_passage(index: usize, passage: &Passage, reporter: Reporter<'_>) -> (Vec<Claim>, Charges) {
    let (scanned, structure) = take_apart(&passage.text);
    let subjects = subjects(&passage.headings, &passage.text, &scanned);
    let tokens = Tokens { text: &passage.text, all: &scanned, structure: &structure };
    let setting = Setting { tokens, subjects: &subjects, year: reporter.year, names: reporter.names };
    let mut reading = PassageReading::of(setting, index);
    let absences = absence::read(&reading);
    reading.deny(absences);
    let ratios = ratio::read(&reading);
    reading.claims.extend(ratios);
    let charges = charges::of(&reading);
    (reading.claims, charges)
}

/// The tokens of a text, and how they hang together.
fn take_apart(text: &str) -> (Vec<Token>, Structure) {
    let phrases = Phrases::of(text);
    let tokens = scan(text, &phrases);
    let structure = Structure::of(text, &tokens, phrases);
    (tokens, structure)
}
