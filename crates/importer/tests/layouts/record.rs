//! Title, agency, year and day against the values written by hand, and what must be doubted.

use nianbao_importer::Imported;

use crate::comparison::Comparison;
use crate::expected::Expected;

/// Compares what a document says of the report as a whole.
pub(crate) fn compare(imported: &Imported, expected: &Expected, comparison: &mut Comparison) {
    let agency = imported.agency.as_deref().unwrap_or_default();
    let year = imported.year.unwrap_or_default();
    let report = &imported.report;
    if let Some(expected) = &expected.agency {
        comparison.same("agency", agency, expected);
    }
    if let Some(expected) = expected.year {
        comparison.same("year", &year.to_string(), &expected.to_string());
    }
    if let Some(expected) = &expected.title {
        let usual = || format!("{agency}{year}年政府信息公开工作年度报告");
        comparison.same("title", &report.title.as_ref().map_or_else(usual, |title| title.value.clone()), expected);
    }
    if let Some(expected) = &expected.published {
        let published = report.published.as_ref().map(|day| day.value.to_string());
        comparison.same("published", &published.unwrap_or_default(), expected);
    }
    if let Some(expected) = &expected.index {
        let index = report.filing.index.as_ref().map(|index| index.value.as_str());
        comparison.same("index", index.unwrap_or_default(), expected);
    }
    let doubts: Vec<_> = imported.doubts.iter().map(|doubt| doubt.message.as_str()).collect();
    for part in &expected.doubts {
        comparison.contains("doubts", &doubts.join(" | "), part);
    }
}
