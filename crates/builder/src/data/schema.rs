//! data/report.schema.json: what the JSON files hold, in Chinese. The figures come from the declaration of the forms,
//! the rest is written in report.schema.json beside this file.

use nianbao_model::Form;
use nianbao_model::form::Content;

use super::figure::{Figure, figures};
use super::json::Json;

/// Where the schema stands on the site.
pub(super) const PATH: &str = "data/report.schema.json";

/// Raised when a member changes its meaning or goes; new ones may come without.
pub(super) const VERSION: u8 = 1;

const WRITTEN: &str = include_str!("report.schema.json");

/// Stands in [`WRITTEN`] where the figures belong, with its quotes, so that the file is JSON by itself.
const FIGURES: &str = "\"figures of all forms\"";
const DEPTH: usize = 3;

/// The content of data/report.schema.json.
pub(super) fn schema() -> Vec<u8> {
    WRITTEN.replace(FIGURES, &properties().indented(DEPTH)).into_bytes()
}

/// Every figure of every form, the newest form first.
fn properties() -> Json {
    let mut properties: Vec<(String, Json)> = Vec::new();
    for form in Form::all() {
        for figure in figures(form) {
            if !properties.iter().any(|(path, _)| *path == figure.path) {
                properties.push((figure.path.clone(), property(form, figure)));
            }
        }
    }
    Json::Object(properties)
}

fn property(form: &Form, figure: &Figure) -> Json {
    let label = form.label(&figure.address);
    let description = if figure.total { format!("{label}，由各项相加得出") } else { label };
    let kind = if figure.content == Content::Amount { "number" } else { "integer" };
    let mut members = vec![("type", Json::from(kind)), ("description", Json::from(description))];
    if figure.content != Content::Change {
        members.push(("minimum", Json::Number(0.into())));
    }
    Json::object(members)
}
