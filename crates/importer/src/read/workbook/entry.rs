//! The workbook that agencies fill in (填报表): what it says beside the report.

use nianbao_model::entry_form::{AGENCY_ID, AGENCY_NAME, BALANCE_CHECK, GUIDANCE, GUIDE_SHEET, PUBLISHED, YEAR};

use super::sheet::Sheet;

/// Whether a line says how to fill in, or what a check found.
pub(super) fn is_guidance(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with(GUIDANCE) || text.starts_with(BALANCE_CHECK)
}

/// Whether a sheet is the one that says whose form it is, whatever it is called now.
pub(super) fn is_guide(sheet: &Sheet) -> bool {
    let labels = [AGENCY_NAME, YEAR].iter().all(|label| sheet.says(|text| text == *label));
    labels && (sheet.name == GUIDE_SHEET || sheet.says(is_guidance))
}

/// What the guide says of the report: its agency, the folder of it, the year, the day of publication.
pub(super) fn labels(sheet: &Sheet) -> Vec<(String, String)> {
    let known = [(AGENCY_NAME, "agency"), (AGENCY_ID, "agency_id"), (YEAR, "year"), (PUBLISHED, "PubDate")];
    let mut labels = Vec::new();
    for (at, shown) in &sheet.cells {
        let name = known.iter().find(|(label, _)| *label == shown.text.trim()).map(|(_, name)| *name);
        let value = sheet.row(at.0).find(|(beside, _)| beside.1 > at.1).map(|(_, value)| value.text.trim());
        if let (Some(name), Some(value)) = (name, value) {
            labels.push((name.to_owned(), value.to_owned()));
        }
    }
    labels
}
