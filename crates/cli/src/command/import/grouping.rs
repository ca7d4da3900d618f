//! Which files make which report together.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_importer::Imported;
use nianbao_model::SectionKind;
use nianbao_workspace::ReportKey;

use super::source::{Refused, Source};

/// A file with the agency that it belongs to.
pub(super) struct Placed {
    /// The file.
    pub(super) source: Source,
    /// Its report's agency.
    pub(super) agency: nianbao_model::AgencyId,
    /// Its report's year, if somebody said it.
    pub(super) year: Option<i16>,
}

/// The files of each report, and those that cannot be part of one.
pub(super) fn group(files: Vec<Placed>) -> (BTreeMap<ReportKey, Vec<Source>>, Vec<Refused>) {
    let (mut reports, mut refused): (BTreeMap<ReportKey, Vec<Source>>, _) = (BTreeMap::new(), Vec::new());
    let years = years(&files);
    let several = files.len() > 1;
    for Placed { source, agency, year } in files {
        let only = years.get(&agency).filter(|years| years.len() == 1).and_then(|years| years.first());
        let Some(placed) = year.or(source.imported.year).or(only.copied()) else {
            refused.push(source.refused("看不出是哪一年的报告；请加上 --year，如 --year 2024"));
            continue;
        };
        if let Some(own) = source.imported.year.filter(|own| several && *own != placed) {
            refused.push(source.refused(&format!("里面写的是 {own} 年，不是 {placed} 年")));
            continue;
        }
        if is_empty(&source.imported) {
            refused.push(source.refused("里面没有找到年报的表格和正文"));
            continue;
        }
        let together = reports.entry((agency, placed)).or_default();
        match together.iter().find(|other| overlap(&other.imported, &source.imported)) {
            Some(other) => {
                let why =
                    format!("与“{}”是同一份报告（{placed} 年），只放了那一个；要用这一个的，请单独导入", other.name);
                refused.push(source.refused(&why));
            }
            None => together.push(source),
        }
    }
    (reports, refused)
}

impl Source {
    pub(super) fn refused(&self, why: &str) -> Refused {
        Refused { file: self.name.clone(), why: why.to_owned() }
    }
}

/// The years that the files of each agency are of, as far as they or somebody say so.
fn years(files: &[Placed]) -> BTreeMap<nianbao_model::AgencyId, BTreeSet<i16>> {
    let mut years: BTreeMap<_, BTreeSet<i16>> = BTreeMap::new();
    for file in files {
        years.entry(file.agency.clone()).or_default().extend(file.year.or(file.source.imported.year));
    }
    years
}

fn is_empty(imported: &Imported) -> bool {
    imported.origins.cells.is_empty() && imported.origins.sections.is_empty() && imported.origins.stated.is_empty()
}

/// Whether two files both hold the same figure or the same section, so that they cannot be parts of one report.
fn overlap(one: &Imported, other: &Imported) -> bool {
    let figures = one.origins.cells.keys().any(|place| other.origins.cells.contains_key(place));
    let narrative = |imported: &Imported, kind: SectionKind| imported.origins.sections.contains_key(&Some(kind));
    figures || SectionKind::NARRATIVE.iter().any(|kind| narrative(one, *kind) && narrative(other, *kind))
}
