//! Whether a report that was made for a new year still stands as it was made, so that another may take its place.

use nianbao_loader::Files;
use nianbao_loader::{narrative_file, report_file};
use nianbao_model::{Agency, Municipality};

use super::{Order, figures, narrative};
use crate::Checked;

/// Whether nobody entered anything in the report of `agency` on `year` in the workspace that `files` hold and `checked` is. Its
/// files must say, byte for byte, what a new report says: a comment, too, may be somebody's. Only what is told of last year's
/// report may be of the day when it was made, since that one may have come later.
pub fn is_untouched(
    files: &dyn Files,
    checked: &Checked,
    municipality: &Municipality,
    agency: &Agency,
    year: i16,
) -> bool {
    let Some(form) = municipality.forms.of_year(year) else { return false };
    let order = Order { files, checked, municipality, form, year };
    let standing = |path: &str| checked.sources.find(path).map(|file| checked.sources.text(file));
    let path = report_file(&agency.id, year);
    let prepared = figures::prepared(checked, municipality, agency, (form, year));
    let notes = figures::notes(&prepared, year);
    let reports = [&prepared, &prepared.waiting()].map(|prepared| order.report(agency, prepared));
    let said = |text: &str| -> Vec<String> {
        text.lines()
            .filter(|line| !notes.iter().any(|note| line.strip_prefix("# ") == Some(note)))
            .map(str::to_owned)
            .collect()
    };
    let is_report = standing(&path).is_some_and(|text| reports.iter().any(|made| said(made) == said(text)));
    let prose = standing(&narrative_file(&agency.id, year));
    is_report
        && prose.is_none_or(|text| [true, false].iter().any(|with| narrative::narrative(agency, year, *with) == text))
}
