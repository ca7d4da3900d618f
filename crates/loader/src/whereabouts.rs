//! Where a report's files stand, and where to point for what was written nowhere.

use nianbao_model::{AgencyId, SourceFile, SourceMap, Span};

use crate::CONTENT;
use crate::names::{AGENCIES, AGENCY, NARRATIVE, RECORD, REPORT, SITE};

/// The first line of the file that a finding on `agency` and `year` is about at the latest: the report's, the agency's, the
/// site's, else the first one that was read. `None` where no file was read.
pub fn whereabouts(sources: &SourceMap, agency: Option<&AgencyId>, year: Option<i16>) -> Option<Span> {
    let report = agency.zip(year).map(|(agency, year)| report_folder(agency, year));
    let of_report = report.iter().flat_map(|folder| [REPORT, NARRATIVE].map(|file| format!("{folder}/{file}")));
    let of_agency = agency.map(agency_file);
    let of_city = [SITE, AGENCY].map(|file| format!("{CONTENT}/{file}"));
    let mut paths = of_report.chain(of_agency).chain(of_city);
    let file = paths.find_map(|path| sources.find(&path)).or_else(|| sources.find(sources.files().next()?.path()))?;
    let line = sources.file(file).map_or("", SourceFile::text).lines().next().unwrap_or_default();
    Some(Span::new(file, 0, line.len()))
}

/// report.yaml of an agency's report, from the workspace.
pub fn report_file(agency: &AgencyId, year: i16) -> String {
    format!("{}/{REPORT}", report_folder(agency, year))
}

/// narrative.md beside it.
pub fn narrative_file(agency: &AgencyId, year: i16) -> String {
    format!("{}/{NARRATIVE}", report_folder(agency, year))
}

/// record.yaml beside it.
pub fn record_file(agency: &AgencyId, year: i16) -> String {
    format!("{}/{RECORD}", report_folder(agency, year))
}

/// The folder of a report, from the workspace.
pub fn report_folder(agency: &AgencyId, year: i16) -> String {
    format!("{}/{year}", agency_folder(agency))
}

/// agency.yaml of an agency, from the workspace.
pub fn agency_file(agency: &AgencyId) -> String {
    format!("{}/{AGENCY}", agency_folder(agency))
}

/// The folder of an agency, from the workspace.
pub fn agency_folder(agency: &AgencyId) -> String {
    let steps = agency.as_str().split('/').filter(|step| !step.is_empty());
    let agency: String = steps.flat_map(|step| ["/", AGENCIES, "/", step]).collect();
    format!("{CONTENT}{agency}")
}
