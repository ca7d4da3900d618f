//! Which agency each file belongs to.

use nianbao_importer::matching::{Directory, Facts, Placement};
use nianbao_importer::{Imported, recognise, reports};
use nianbao_model::{Agency, AgencyId};

use super::source::{Refused, Source};

/// The files with their agencies, and those that have none; `help` says how somebody says it instead.
pub(super) fn place(
    read: Vec<Result<Source, Refused>>,
    directory: &Directory,
    help: &str,
) -> (Vec<(AgencyId, Source)>, Vec<Refused>) {
    let (mut placed, mut refused) = (Vec::new(), Vec::new());
    for source in read {
        let found = source.map(|source| asked_for(source, directory)).and_then(|source| match &source.agency {
            Some(agency) => Ok((agency.clone(), source)),
            None => find(directory, &source, help).map(|agency| (agency.id.clone(), source)),
        });
        match found {
            Ok(source) => placed.push(source),
            Err(why) => refused.push(why),
        }
    }
    (placed, refused)
}

/// Of a file that holds several reports the one of the agency and the year that somebody said it is of; the first one
/// where none of them is.
fn asked_for(source: Source, directory: &Directory) -> Source {
    let Source { agency, year, .. } = &source;
    let fits = |imported: &Imported| {
        let named = || imported.agency.as_deref();
        agency.as_ref().is_none_or(|agency| named().is_some_and(|name| directory.is_called(agency, name)))
            && year.is_none_or(|year| imported.year == Some(year))
    };
    if fits(&source.imported) {
        return source;
    }
    let later = reports(&source.document).into_iter().skip(1);
    let found = later.map(|document| (recognise(&document, *year), document)).find(|(imported, _)| fits(imported));
    match found {
        Some((imported, document)) => Source { document, imported, ..source },
        None => source,
    }
}

/// The agency that a file belongs to, by the names that it bears.
fn find<'a>(directory: &Directory<'a>, source: &Source, help: &str) -> Result<&'a Agency, Refused> {
    let why = match directory.place(&facts(source)) {
        Placement::Exact { agency, .. } => return Ok(agency),
        Placement::Unsure { candidates, reason } if !candidates.is_empty() => {
            let names: Vec<&str> = candidates.iter().map(|agency| agency.name.value.as_str()).collect();
            format!("{reason}，可能是{}", names.join("、"))
        }
        Placement::Unsure { reason, .. } | Placement::Unknown { reason } => reason,
    };
    // What to do is said by `help`: it hangs on how files are given.
    let why = why.split("；请").next().unwrap_or_default();
    Err(Refused::new(&source.name, why.trim_end_matches('。').to_owned() + help))
}

/// The agency that a file names, where that is not `agency`.
pub(super) fn other_agency(source: &Source, agency: &Agency, directory: &Directory) -> Option<String> {
    match directory.place(&Facts { file: "", ..facts(source) }) {
        Placement::Exact { agency: other, .. } => (other.id != agency.id).then(|| other.name.value.clone()),
        // A name that is only like this agency's may be that of another one.
        Placement::Unsure { candidates, .. } if candidates.iter().any(|other| other.id == agency.id) => {
            source.imported.agency.clone().filter(|name| !directory.is_called(&agency.id, name))
        }
        Placement::Unsure { .. } | Placement::Unknown { .. } => source.imported.agency.clone(),
    }
}

/// What the form says where its number is that of another agency than `agency`: the number and the other's name.
pub(super) fn other_number(source: &Source, agency: &Agency, directory: &Directory) -> Option<(String, String)> {
    let number = source.document.labels.iter().find(|(label, _)| label == "agency_id").map(|(_, id)| id.as_str())?;
    let other = directory.agency(number).filter(|other| other.id != agency.id)?;
    Some((number.to_owned(), other.name.value.clone()))
}

fn facts(source: &Source) -> Facts<'_> {
    let imported = &source.imported;
    Facts {
        file: &source.name,
        title: imported.report.title.as_ref().map(|title| title.value.as_str()),
        agency: imported.agency.as_deref(),
        year: imported.year,
    }
}
