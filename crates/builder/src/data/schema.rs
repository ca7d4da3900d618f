//! data/report.schema.json: what the JSON files hold, in Chinese. The figures come from the declaration of the forms,
//! the rest is written in report.schema.json beside this file.

use nianbao_model::form::Content;
use nianbao_model::{Form, Forms};

use super::figure::{Figure, figures};
use nianbao_model::json::Json;

/// Where the schema stands on the site.
pub(super) const PATH: &str = "data/report.schema.json";

/// Raised when a member changes its meaning or goes; new ones may come without.
pub(super) const VERSION: u8 = 1;

const WRITTEN: &str = include_str!("report.schema.json");

/// Stand in [`WRITTEN`] where the forms and their figures belong, some with their quotes, so that the file is JSON by itself.
const FIGURES: &str = "\"figures of all forms\"";
const YEARS: &str = "\"years of all forms\"";
const DOCUMENTS: &str = "all forms with their documents";
const DEPTH: usize = 3;

/// The content of data/report.schema.json, for a site whose reports stand on `forms`.
pub(super) fn schema(forms: &Forms) -> Vec<u8> {
    let by_year: Vec<&Form> = forms.by_year().collect();
    let joined = |told: fn(&Form) -> String, between| {
        by_year.iter().rev().map(|form| told(form)).collect::<Vec<_>>().join(between)
    };
    let years = joined(|form| form.since.to_string(), ", ");
    let documents = joined(|form| format!("{}（{}）", form.since, form.document), "、");
    let written = WRITTEN.replace(YEARS, &years).replace(DOCUMENTS, &documents);
    written.replace(FIGURES, &properties(forms).indented(DEPTH)).into_bytes()
}

/// Every figure of every form, the newest form first.
fn properties(forms: &Forms) -> Json {
    let mut properties: Vec<(String, Json)> = Vec::new();
    for form in forms.all() {
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
