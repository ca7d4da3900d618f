//! What search engines are told: schema.org in JSON-LD.

use serde_json::{Value, json};

use super::Survey;
use crate::link::{self, absolute};
use crate::markup::printable;
use crate::view::{Measure, ReportView};

/// A report, at `url`, with its PDF beside it.
pub(super) fn report(view: &ReportView, url: Option<&str>, pdf: bool) -> String {
    let file = |url: &str| url.strip_suffix("index.html").map(|folder| format!("{folder}report.pdf"));
    let encoding = url
        .filter(|_| pdf)
        .and_then(file)
        .map(|address| json!({"@type": "MediaObject", "encodingFormat": "application/pdf", "contentUrl": address}));
    within_a_page(&json!({
        "@context": "https://schema.org",
        "@type": "Report",
        "name": view.title,
        "inLanguage": "zh-CN",
        "temporalCoverage": view.year.to_string(),
        "datePublished": view.published,
        "author": {"@type": "GovernmentOrganization", "name": view.agency},
        "url": url,
        "encoding": encoding,
    }))
}

/// The key figures of all reports of a year.
pub(super) fn dataset(survey: &Survey, year: i16, title: &str, description: &str) -> String {
    within_a_page(&json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": title,
        "description": description,
        "inLanguage": "zh-CN",
        "temporalCoverage": year.to_string(),
        "creator": {"@type": "GovernmentOrganization", "name": survey.municipality.root.name.value},
        "variableMeasured": Measure::KEY.map(Measure::label),
        "isAccessibleForFree": true,
        "url": absolute(survey.municipality, &link::year("", year)),
    }))
}

/// The JSON without what is not known. No text in it can end the element that it stands in.
fn within_a_page(value: &Value) -> String {
    let mut value = value.clone();
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, field| !field.is_null());
    }
    printable(&value.to_string()).replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
