//! What a page is told of what is made, or would be.

use nianbao_workspace::new::{NewTexts, Wrong};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::asked::AgencyRow;
use crate::form::token::hex;

/// What was made or would be, or why nothing is.
#[derive(Debug, Default, Serialize)]
pub(in crate::form) struct Outcome {
    /// Whether it is made.
    pub(super) done: bool,
    /// All in a line.
    pub(super) message: String,
    /// What has it made; nothing where there is nothing to make, or it is made.
    pub(super) plan: Option<String>,
    /// Whether somebody has to look at it before it is made, be it a single one.
    pub(super) ask: bool,
    /// One by one.
    pub(super) groups: Vec<Group>,
    /// What is wrong.
    pub(super) wrong: Vec<Fault>,
    /// What is to be done now, a sentence each.
    pub(super) steps: Vec<String>,
    /// Reports that may be made next.
    pub(super) next: Option<Next>,
    /// The rows of the list that was read.
    pub(super) rows: Vec<AgencyRow>,
    /// The heads of its columns that nothing is made of.
    pub(super) unused: Vec<String>,
    /// The rows that are no agencies, with what they are.
    pub(super) others: Vec<String>,
}

/// Agencies or reports that the same becomes of.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    /// What becomes of them.
    pub(super) title: String,
    /// Each of them.
    pub(super) items: Vec<Item>,
}

/// An agency or a report.
#[derive(Debug, Serialize)]
pub(super) struct Item {
    /// What it is called.
    pub(super) text: String,
    /// What is to be known of it.
    pub(super) note: String,
    /// Its form; nothing where it has none.
    pub(super) href: Option<String>,
    /// The report that a button makes for it; nothing where it has no button.
    pub(super) offered: Option<Offered>,
}

/// A report that may be made for an agency.
#[derive(Debug, Serialize)]
pub(super) struct Offered {
    /// The agency's address.
    pub(super) agency: String,
    /// The year of the report.
    pub(super) year: i16,
}

/// Reports that may be made next.
#[derive(Debug, Serialize)]
pub(super) struct Next {
    /// What the button says.
    pub(super) label: String,
    /// The addresses of the agencies; nothing for all.
    pub(super) agencies: Option<Vec<String>>,
    /// The reporting year.
    pub(super) year: i16,
}

/// What is wrong in a row or a field.
#[derive(Debug, Serialize)]
pub(super) struct Fault {
    /// Where it stands in a list.
    place: String,
    /// The field.
    about: &'static str,
    /// What is wrong, and what to do.
    message: String,
}

impl Fault {
    /// Something wrong with the field called `about`.
    pub(super) fn new(about: &'static str, message: String) -> Self {
        Self { place: String::new(), about, message }
    }
}

impl From<Wrong> for Fault {
    fn from(wrong: Wrong) -> Self {
        let Wrong { place, about, message } = wrong;
        Self { place, about, message }
    }
}

impl Group {
    /// A group, unless it is empty.
    pub(super) fn of(title: impl Into<String>, items: Vec<Item>) -> Option<Self> {
        (!items.is_empty()).then(|| Self { title: title.into(), items })
    }
}

/// What a page shows to have these texts written, and no others; nothing where there are none.
pub(super) fn plan(texts: &NewTexts) -> Option<String> {
    let mut digest = Sha256::new();
    for part in texts.iter().flat_map(|(path, text)| [path, text]) {
        digest.update(part.len().to_le_bytes());
        digest.update(part);
    }
    (!texts.is_empty()).then(|| hex(&digest.finalize()))
}
