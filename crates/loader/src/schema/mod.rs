//! JSON Schema of the three YAML files, made from the declared keys and the forms, for editors that check and complete by
//! it. Draft 7 is what all of them know.
//!
//! English names are accepted, but not offered: they stand under `patternProperties`, which editors complete nothing from.

mod figures;
mod mapping;
mod value;

#[cfg(test)]
mod tests;

use nianbao_model::Forms;

use crate::keys::{agency, report, site};
use crate::names;
use mapping::Mapping;
use nianbao_model::json::Json;

/// Which of the YAML files a schema is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaOf {
    /// report.yaml.
    Report,
    /// agency.yaml.
    Agency,
    /// site.yaml.
    Site,
}

impl SchemaOf {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Report, Self::Agency, Self::Site];

    /// What people call it: `report`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Agency => "agency",
            Self::Site => "site",
        }
    }

    /// The file that it describes.
    pub fn file(self) -> &'static str {
        match self {
            Self::Report => names::REPORT,
            Self::Agency => names::AGENCY,
            Self::Site => names::SITE,
        }
    }

    /// The name of a file that holds the schema: `report.schema.json`.
    pub fn schema_file(self) -> String {
        format!("{}.schema.json", self.name())
    }
}

/// The schema of `which` as the text of a file; reports may stand on any of `forms`.
pub fn schema(which: SchemaOf, forms: &Forms) -> String {
    let (title, mapping) = match which {
        SchemaOf::Report => ("年度报告", Mapping::of(report::above_tables().chain(report::below_tables()))),
        SchemaOf::Agency => ("机关", Mapping::of(agency::GROUP.keys.iter().copied())),
        SchemaOf::Site => ("网站", Mapping::of(site::GROUP.keys.iter().copied())),
    };
    let head = [
        ("$schema", Json::from("http://json-schema.org/draft-07/schema#")),
        ("title", Json::from(format!("{title}（{}）", which.file()))),
    ];
    let schema = match which {
        SchemaOf::Report => figures::report(Json::object(head), mapping, forms),
        SchemaOf::Agency | SchemaOf::Site => mapping.onto(Json::object(head)),
    };
    schema.into_file()
}
