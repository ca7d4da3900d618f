//! What must hold of each of our PDFs, a file for each thing. Each check tells all that is wrong.

mod blocks;
mod catalog;
mod figures;
mod fonts;
mod headings;
mod links;
mod lists;
mod marks;
mod metadata;
mod notes;
mod outline;
mod pages;
mod tables;

use lopdf::Document;

use super::Tagged;

/// A check: what is wrong, in words.
type Check = fn(&Tagged) -> Vec<String>;

const ALL: [Check; 13] = [
    catalog::check,
    metadata::check,
    pages::check,
    fonts::check,
    marks::check,
    blocks::check,
    headings::check,
    outline::check,
    tables::check,
    lists::check,
    figures::check,
    links::check,
    notes::check,
];

/// All that is wrong with a PDF.
pub fn faults(document: &Document) -> Vec<String> {
    let tagged = Tagged::read(document);
    let mut faults = tagged.faults.clone();
    faults.extend(ALL.iter().flat_map(|check| check(&tagged)));
    faults
}

/// `what` if `wrong`.
fn wrong(wrong: bool, what: impl Into<String>) -> Option<String> {
    wrong.then(|| what.into())
}
