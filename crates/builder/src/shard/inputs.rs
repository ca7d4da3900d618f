//! What a build was made from. Two builds with the same inputs and the same version write the same bytes.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::Municipality;
use serde::{Deserialize, Serialize};

use crate::bundle::sha256;
use crate::pdf::{FontError, FontLibrary};
use crate::{Options, Templates};

/// SHA-256 checksums by name.
type Sums = BTreeMap<String, String>;

/// Everything that the bytes of a build hang on, but for the program itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Inputs {
    /// The reports that were asked for, `tcj/2024`.
    reports: BTreeSet<String>,
    /// Whether they are printed.
    pdf: bool,
    /// The date of what says none.
    source_date: Option<String>,
    /// What people wrote, and the pictures that it shows.
    content: Sums,
    templates: Sums,
    /// The fonts in use, by family.
    fonts: Sums,
}

impl Inputs {
    /// The inputs of a build with these options; `fonts` are those that it prints with, if it prints.
    pub(crate) fn new(
        municipality: &Municipality,
        templates: &Templates,
        options: &Options,
        fonts: Option<&FontLibrary>,
    ) -> Result<Self, FontError> {
        // Named one by one, so that whoever adds an option decides whether it is an input.
        let Options { content, source_date, task: _, out: _, fonts: _, jobs: _, complete: _, cancel: _ } = options;
        let texts = content.iter().map(|(path, text)| ((*path).to_owned(), sha256(text.as_bytes())));
        Ok(Self {
            reports: municipality.reports().map(|(agency, report)| format!("{}/{}", agency.id, report.year)).collect(),
            pdf: fonts.is_some(),
            source_date: source_date.map(|date| date.to_string()),
            content: texts.chain(pictures(municipality)).collect(),
            templates: templates.all().map(|(name, text)| (name.to_owned(), sha256(text))).collect(),
            fonts: fonts.map(FontLibrary::checksums).transpose()?.unwrap_or_default(),
        })
    }

    /// What of a shard's inputs is not as it is here. What follows from another difference is not told.
    pub(super) fn differences(&self, shard: &Self) -> Vec<Difference> {
        let mut found = Vec::new();
        if shard.pdf != self.pdf {
            found.push(Difference::Pdf { shard: shard.pdf });
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
        /// Whether it is the shard.
        shard: bool,
    },
    /// `SOURCE_DATE_EPOCH`.
    Date {
        /// The shard's.
        shard: Option<String>,
        /// The one here.
        here: Option<String>,
    },
    /// Things with names.
    Input {
        /// What they are.
        what: InputKind,
        /// Those that differ.
        names: Vec<String>,
    },
}

/// What a build is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum InputKind {
    /// The reports that were selected.
    Selection,
    /// Files in content/.
    Content,
    /// Templates.
    Templates,
    /// Families of fonts.
    Fonts,
}
