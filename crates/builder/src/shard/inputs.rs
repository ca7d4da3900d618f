//! What a build was made from. Two builds with the same inputs and the same version write the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Not;

use jiff::civil::Date;
use nianbao_model::Municipality;
use serde::{Deserialize, Serialize};

use crate::checksum::sha256;
use crate::templates::Templates;

/// SHA-256 checksums by name.
pub(crate) type Sums = BTreeMap<String, String>;

/// Everything that the bytes of a build hang on, but for the program itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Inputs {
    /// The reports that were asked for, `tcj/2024`.
    reports: BTreeSet<String>,
    /// Whether the build prints PDFs.
    pdf: bool,
    /// Whether the build makes a proof (草稿).
    #[serde(default, skip_serializing_if = "Not::not")]
    proof: bool,
    /// The date of what says none.
    source_date: Option<String>,
    /// What people wrote, and the pictures that it shows.
    content: Sums,
    templates: Sums,
    /// The fonts in use, by family.
    fonts: Sums,
}

impl Inputs {
    /// The inputs of a build: `content` are the texts that the municipality was read from, by their paths, `fonts` the checksums
    /// of those that it prints with, if it prints.
    pub(crate) fn new(
        municipality: &Municipality,
        templates: &Templates,
        content: &[(&str, &str)],
        source_date: Option<Date>,
        proof: bool,
        fonts: Option<Sums>,
    ) -> Self {
        let texts = content.iter().map(|(path, text)| ((*path).to_owned(), sha256(text.as_bytes())));
        Self {
            reports: municipality.reports().map(|(agency, report)| format!("{}/{}", agency.id, report.year)).collect(),
            pdf: fonts.is_some(),
            proof,
            source_date: source_date.map(|date| date.to_string()),
            content: texts.chain(pictures(municipality)).collect(),
            templates: templates.all().map(|(name, text)| (name.to_owned(), sha256(text))).collect(),
            fonts: fonts.unwrap_or_default(),
        }
    }

    /// What of a shard's inputs is not as it is here. What follows from another difference is not told.
    pub(super) fn differences(&self, shard: &Self) -> Vec<Difference> {
        let mut found = Vec::new();
        if shard.pdf != self.pdf {
            found.push(Difference::Pdf { shard: shard.pdf });
        }
        if shard.proof != self.proof {
            found.push(Difference::Proof { shard: shard.proof });
        }
        if shard.source_date != self.source_date {
            found.push(Difference::Date { shard: shard.source_date.clone(), here: self.source_date.clone() });
        }
        let reports = self.reports.symmetric_difference(&shard.reports).cloned().collect();
        let content = different(&self.content, &shard.content);
        // A report that somebody added or took away is a difference of the content.
        let selection = if content.is_empty() { reports } else { Vec::new() };
        let fonts = if self.pdf == shard.pdf { different(&self.fonts, &shard.fonts) } else { Vec::new() };
        let templates = different(&self.templates, &shard.templates);
        for (what, names) in [
            (InputKind::Selection, selection),
            (InputKind::Content, content),
            (InputKind::Templates, templates),
            (InputKind::Fonts, fonts),
        ] {
            if !names.is_empty() {
                found.push(Difference::Input { what, names });
            }
        }
        found
    }
}

fn pictures(municipality: &Municipality) -> impl Iterator<Item = (String, String)> {
    municipality.reports().flat_map(|(agency, report)| {
        let name = move |file: &str| format!("{}/{}/{file}", agency.id, report.year);
        report.images.iter().map(move |(file, image)| (name(file), sha256(&image.bytes)))
    })
}

/// The names that have another sum on one side, or none.
fn different(here: &Sums, there: &Sums) -> Vec<String> {
    let names: BTreeSet<&String> = here.keys().chain(there.keys()).collect();
    names.into_iter().filter(|name| here.get(*name) != there.get(*name)).cloned().collect()
}

/// In what the inputs of a shard differ from those here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// Only one of the two prints.
    Pdf {
        /// Whether the shard does; otherwise the build here does.
        shard: bool,
    },
    /// Only one of the two is a proof.
    Proof {
        /// Whether the shard is; otherwise the build here is.
        shard: bool,
    },
    /// `SOURCE_DATE_EPOCH` is set to another day, or on one side only.
    Date {
        /// The shard's day; nothing where it had none.
        shard: Option<String>,
        /// The day here; nothing where there is none.
        here: Option<String>,
    },
    /// Inputs of one kind have other content, or are on one side only.
    Input {
        /// The kind of the inputs.
        what: InputKind,
        /// The names of those that differ.
        names: Vec<String>,
    },
}

/// What a build is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum InputKind {
    /// The reports that were selected.
    Selection,
    /// The files in content/.
    Content,
    /// The templates.
    Templates,
    /// The families of fonts.
    Fonts,
}
