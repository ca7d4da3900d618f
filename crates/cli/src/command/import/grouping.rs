//! Which files make which report together.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_importer::Imported;
use nianbao_model::figures::Cell;
use nianbao_model::{AgencyId, SectionKind, TableId};
use nianbao_workspace::ReportKey;

use super::source::{Refused, Source};

/// The years whose reports are on a form that is known; a later one is a slip.
const YEARS: std::ops::Range<i16> = 2019..2100;

/// The files of each report.
pub(super) type Groups = BTreeMap<ReportKey, Vec<Source>>;

/// The files of each report, and those that cannot be part of one; `help` says how somebody says a year.
pub(super) fn group(files: Vec<(AgencyId, Source)>, help: &str) -> (Groups, Vec<Refused>) {
    let (mut reports, mut refused) = (Groups::new(), Vec::new());
    let years = years(&files);
    for (agency, source) in files {
        let only = years.get(&agency).filter(|years| years.len() == 1).and_then(|years| years.first());
        let placed = year(&source).or(only.copied());
        match placed.ok_or_else(|| format!("看不出是哪一年的报告{help}")).and_then(|year| checked(&source, year))
        {
            Ok(year) => join(&mut reports, &mut refused, (agency, year), source),
            Err(why) => refused.push(Refused::new(&source.name, why)),
        }
    }
    (reports, refused)
}

/// Puts a file to those of its report, unless one of them is the same in another dress.
fn join(reports: &mut Groups, refused: &mut Vec<Refused>, key: ReportKey, source: Source) {
    let year = key.1;
    let together = reports.entry(key).or_default();
    match together.iter().find(|other| overlap(&other.imported, &source.imported)) {
        Some(other) => {
            let name = &other.name;
            let differ = differences(other, &source);
            let why = format!("与“{name}”是同一份报告（{year} 年）{differ}，只放了那一个；要用这一个的，请单独导入它");
            refused.push(Refused::new(&source.name, why));
        }
        None => together.push(source),
    }
}

/// Where two files of one report do not show the same figures, in words that go on a sentence.
fn differences(one: &Source, other: &Source) -> String {
    let (ours, theirs) = (&one.imported.report, &other.imported.report);
    if ours.form != theirs.form {
        return "，两个文件的表格不是同一种格式".to_owned();
    }
    let places = TableId::ALL.iter().flat_map(|table| ours.form.printed(*table));
    let differ = places.filter_map(|(_, address)| {
        let (ours, theirs) = (ours.figures.cell(&address)?, theirs.figures.cell(&address)?);
        let shown = |cell: &Cell| cell.written.clone().unwrap_or_else(|| cell.value.to_string());
        (ours.value != theirs.value || ours.written != theirs.written).then(|| (address, shown(ours), shown(theirs)))
    });
    let differ: Vec<_> = differ.collect();
    match differ.first() {
        None => String::new(),
        Some((address, ours_shown, theirs_shown)) => format!(
            "，但有 {} 个数不同，如{}那一个是 {ours_shown}、这一个是 {theirs_shown}，请核对用哪一个",
            differ.len(),
            ours.form.label(address)
        ),
    }
}

/// The years that the files of each agency are of, as far as they or somebody say so.
fn years(files: &[(AgencyId, Source)]) -> BTreeMap<AgencyId, BTreeSet<i16>> {
    let mut years: BTreeMap<_, BTreeSet<i16>> = BTreeMap::new();
    for (agency, source) in files {
        years.entry(agency.clone()).or_default().extend(year(source));
    }
    years
}

fn year(source: &Source) -> Option<i16> {
    source.year.or(source.imported.year)
}

/// `year` for a file that holds something of it; otherwise what is wrong.
fn checked(source: &Source, year: i16) -> Result<i16, String> {
    let Imported { origins, year: own, .. } = &source.imported;
    if let Some(own) = own.filter(|own| !source.insists && *own != year) {
        return Err(format!("里面写的是 {own} 年，不是 {year} 年"));
    }
    if !YEARS.contains(&year) {
        return Err(format!("{year} 年的报告不能导入：只有 {} 年以后的年报用这种格式", YEARS.start));
    }
    let is_empty = origins.cells.is_empty() && origins.sections.is_empty() && origins.stated.is_empty();
    if is_empty { Err("里面没有找到年报的表格和正文".to_owned()) } else { Ok(year) }
}

/// Whether two files both hold the same figure or the same section, so that they cannot be parts of one report.
fn overlap(one: &Imported, other: &Imported) -> bool {
    let figures = one.origins.cells.keys().any(|place| other.origins.cells.contains_key(place));
    let narrative = |imported: &Imported, kind: SectionKind| imported.origins.sections.contains_key(&Some(kind));
    figures || SectionKind::NARRATIVE.iter().any(|kind| narrative(one, *kind) && narrative(other, *kind))
}
