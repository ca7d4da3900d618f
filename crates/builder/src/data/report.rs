//! report.json: a whole report, figures and narrative.

use nianbao_model::json::Json;
use nianbao_model::{Agency, Report, SectionKind};

use super::json::plain;
use super::record::record;
use super::schema;
use crate::link;
use crate::view::{CorrectionView, ReportText, SectionView, SignatureView};

/// The report of `agency` as JSON.
pub(super) fn report(agency: &Agency, report: &Report) -> Result<Vec<u8>, serde_json::Error> {
    let text = ReportText::new(report);
    let mut members = head(&link::root(link::depth(&agency.id) + 1));
    members.extend(record(agency, report));
    members.push(("introduction".to_owned(), plain(&text.introduction)?));
    members.push((
        "sections".to_owned(),
        Json::List(SectionKind::ALL.iter().zip(&text.sections).map(section).collect::<Result<_, _>>()?),
    ));
    members.push(("footnotes".to_owned(), plain(&text.footnotes)?));
    members.push(("signature".to_owned(), plain(&SignatureView::of(agency, report))?));
    members.push(("corrections".to_owned(), plain(&CorrectionView::all(report))?));
    Ok(Json::Object(members).into_file().into_bytes())
}

/// What every JSON file begins with; `root` leads from it to the site's root.
pub(super) fn head(root: &str) -> Vec<(String, Json)> {
    let schema = format!("{root}{}", schema::PATH);
    vec![("$schema".to_owned(), Json::from(schema)), ("version".to_owned(), Json::Number(schema::VERSION.into()))]
}

fn section((kind, section): (&SectionKind, &SectionView)) -> Result<Json, serde_json::Error> {
    Ok(Json::object([
        ("number", Json::from(section.numeral)),
        ("heading", Json::from(section.heading)),
        ("table", kind.table().map_or(Json::Null, |table| Json::Number(table.number().into()))),
        ("blocks", plain(&section.blocks)?),
    ]))
}
