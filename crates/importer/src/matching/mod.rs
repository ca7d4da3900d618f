//! Which agency of a city a document belongs to, by the names that it and its file bear.

use nianbao_model::Agency;

/// What is known of a document, to find its agency by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts<'a> {
    /// The path of its file below the folder that is read, with `/` between its steps: folders tell as much as the name.
    pub file: &'a str,
    /// Its title as written, if there is one.
    pub title: Option<&'a str>,
    /// The agency that it names, as written ([`crate::Imported::agency`]).
    pub agency: Option<&'a str>,
    /// The reporting year, which former names depend on.
    pub year: Option<i16>,
}

/// Where a document belongs.
#[derive(Debug, Clone, PartialEq)]
pub enum Placement<'a> {
    /// To this agency, beyond doubt.
    Exact {
        /// The agency.
        agency: &'a Agency,
        /// By what it was found, in words for an editor.
        reason: String,
    },
    /// To one of these, as far as can be told; a person has to choose.
    Unsure {
        /// The likeliest first.
        candidates: Vec<&'a Agency>,
        /// What is not certain and what to do, in words for an editor.
        reason: String,
    },
    /// To none that is known.
    Unknown {
        /// What is missing and what to do, in words for an editor.
        reason: String,
    },
}

/// The agencies of a city by all their names.
#[derive(Debug, Clone)]
pub struct Directory<'a> {
    agencies: Vec<&'a Agency>,
}

impl<'a> Directory<'a> {
    /// The names of `agencies`, in their order.
    pub fn new(agencies: impl IntoIterator<Item = &'a Agency>) -> Self {
        Self { agencies: agencies.into_iter().collect() }
    }

    /// Where a document of which `facts` are known belongs.
    pub fn place(&self, facts: &Facts<'_>) -> Placement<'a> {
        let named = facts.agency.and_then(|name| self.agencies.iter().find(|agency| agency.is_called(name)));
        match named {
            Some(agency) => Placement::Exact { agency, reason: "文件里写的就是这个机关".to_owned() },
            None => Placement::Unknown { reason: "看不出是哪个机关的报告".to_owned() },
        }
    }
}
