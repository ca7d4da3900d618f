//! The three YAML files.

use nianbao_model::Form;

use super::Shape;

/// One of the YAML files, by what it holds.
#[derive(Debug, Clone, Copy)]
pub enum Document {
    /// site.yaml.
    Site,
    /// agency.yaml.
    Agency,
    /// report.yaml of a report on this form.
    Report(&'static Form),
}

impl Document {
    /// What the whole file holds.
    pub fn shape(self) -> Shape {
        Shape::Document(self)
    }
}
