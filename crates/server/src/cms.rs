//! What a report needs to get into a content management system: its text as HTML at an address of its own, and what to type
//! in beside it.

use nianbao_builder::html::CmsPanel;
use nianbao_builder::{CmsArticle, address, percent_encoded};
use nianbao_model::{Agency, Report};
use nianbao_workspace::{Checked, complete_report};

/// The folder of the texts below that of the preview's own files.
pub(crate) const FOLDER: &str = "cms/";

/// What the page of `report` shows; nothing while some of it cannot be read, since that would be missing elsewhere.
pub(crate) fn panel(checked: &Checked, agency: &Agency, report: &Report) -> Option<CmsPanel> {
    let municipality = checked.municipality.as_ref()?;
    complete_report(agency, Some(report.year), &checked.findings).ok()?;
    let article = CmsArticle::new(municipality, agency, report);
    let known = article.labels.into_iter().filter(|label| !label.value.is_empty());
    Some(CmsPanel {
        href: percent_encoded(&format!("/_preview/{FOLDER}{}", file(agency, report.year))),
        labels: known.map(|label| (label.title, label.value)).collect(),
        pictures: article.pictures,
    })
}

/// The text at `path` below the folder.
pub(crate) fn fragment(checked: &Checked, path: &str) -> Option<String> {
    let municipality = checked.municipality.as_ref()?;
    let (folder, name) = path.rsplit_once('/')?;
    let year = name.strip_suffix(".html")?.parse().ok()?;
    let agency = municipality.agencies().find(|agency| address(&agency.id) == folder)?;
    let party = complete_report(agency, Some(year), &checked.findings).ok()?;
    Some(CmsArticle::new(municipality, party.agency, party.report).html)
}

fn file(agency: &Agency, year: i16) -> String {
    format!("{}/{year}.html", address(&agency.id))
}
