//! What report.json and the file of a whole year say alike of one report.

use nianbao_model::{Agency, Report, Spanned, TableId};

use super::figure::figures;
use crate::address::address;
use nianbao_model::json::Json;

/// The members of a report in JSON, its narrative left out.
pub(super) fn record(agency: &Agency, report: &Report) -> Vec<(String, Json)> {
    let published = report.published.as_ref().map(|date| date.value.to_string());
    let (figures, remarks) = figures_and_remarks(report);
    [
        ("agency", agency_json(agency, report)),
        ("year", Json::Number(report.year.into())),
        ("title", Json::from(agency.title(report))),
        ("form", Json::Number(report.form.since.into())),
        ("published", optional(published)),
        ("source", written(report.source.as_ref())),
        ("index_number", written(report.filing.index.as_ref())),
        ("document_number", written(report.filing.document.as_ref())),
        ("keywords", Json::texts(report.filing.keywords.iter())),
        ("figures", figures),
        ("remarks", remarks),
        ("notes", notes(report)),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .into()
}

fn agency_json(agency: &Agency, report: &Report) -> Json {
    Json::object([
        ("id", Json::from(address(&agency.id))),
        ("name", Json::from(&agency.name_on(report).value)),
        ("short_name", optional(agency.short_name.clone())),
        ("category", optional(agency.category.clone())),
    ])
}

fn figures_and_remarks(report: &Report) -> (Json, Json) {
    let (mut values, mut remarks) = (Vec::new(), Vec::new());
    for figure in figures(report.form) {
        let entry = figure.of(report);
        remarks.extend(entry.remark.map(|remark| (figure.path.clone(), Json::from(remark))));
        values.push((figure.path.clone(), Json::Number(entry.value)));
    }
    (Json::Object(values), Json::Object(remarks))
}

fn notes(report: &Report) -> Json {
    let note = |id: TableId| report.notes.get(&id).map(|note| (id.note_key(), Json::from(&note.value)));
    Json::object(TableId::ALL.into_iter().filter_map(note))
}

fn written(text: Option<&Spanned<String>>) -> Json {
    optional(text.map(|text| text.value.clone()))
}

fn optional(text: Option<String>) -> Json {
    text.map_or(Json::Null, Json::from)
}
