//! `nianbao import`: published documents become reports of the workspace.

mod draft;
mod grouping;
mod json;
mod result;
mod source;
mod standing;
mod text;
mod writing;

use std::path::Path;

use nianbao_importer::matching::{Directory, Facts, Placement};
use nianbao_loader::{Disk, Files, Memory, Overlay};
use nianbao_model::{Agency, Municipality};
use nianbao_workspace::{Checked, find_agency};

use crate::args::{DenyArgs, ImportArgs, ImportFormat};
use crate::{Ending, output, workspace};

use draft::Draft;
use grouping::{Placed, group};
use result::{Imports, Report};
use source::{Refused, Source, Wanted, read_all};
use standing::Standing;

pub(crate) fn import(folder: Option<&Path>, args: &ImportArgs) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    let before = workspace::check(&folder, DenyArgs::default())?;
    let municipality = before.municipality()?;
    let agency = args.agency.as_ref().map(|name| find_agency(name, municipality)).transpose()?;
    let wanted: Vec<Wanted> =
        args.files.iter().map(|path| Wanted::new(path, path.display().to_string(), args.year)).collect();
    let (placed, mut refused) = placed(read_all(&wanted), municipality, agency, args.year);
    let (reports, alone) = group(placed);
    refused.extend(alone);
    let drafts = reports.into_iter().filter_map(|((agency, year), sources)| {
        municipality.agency(&agency).map(|agency| Draft::new(agency, year, sources))
    });
    let imports = settled(&folder, &before, drafts.collect(), refused, args)?;
    output(&imports, args)?;
    Ok(imports.ending())
}

/// The files with their agencies, and those that have none.
fn placed(
    read: Vec<Result<Source, Refused>>,
    municipality: &Municipality,
    agency: Option<&Agency>,
    year: Option<i16>,
) -> (Vec<Placed>, Vec<Refused>) {
    let directory = Directory::new(municipality.agencies());
    let (mut placed, mut refused) = (Vec::new(), Vec::new());
    for source in read {
        let found = source.and_then(|source| match agency {
            Some(agency) => Ok((source, agency)),
            None => find(&directory, &source).map(|agency| (source, agency)),
        });
        match found {
            Ok((source, agency)) => placed.push(Placed { source, agency: agency.id.clone(), year }),
            Err(why) => refused.push(why),
        }
    }
    (placed, refused)
}

/// The agency that a file belongs to, by the names that it bears.
fn find<'a>(directory: &Directory<'a>, source: &Source) -> Result<&'a Agency, Refused> {
    let imported = &source.imported;
    let facts = Facts {
        file: &source.name,
        title: imported.report.title.as_ref().map(|title| title.value.as_str()),
        agency: imported.agency.as_deref(),
        year: imported.year,
    };
    match directory.place(&facts) {
        Placement::Exact { agency, .. } => Ok(agency),
        Placement::Unsure { reason, .. } | Placement::Unknown { reason } => {
            Err(source.refused(&format!("{reason}；请加上 --agency")))
        }
    }
}

/// What becomes of each report: it is tried in memory, and written unless something stands in its place.
fn settled(
    folder: &Path,
    before: &Checked,
    drafts: Vec<Draft>,
    refused: Vec<Refused>,
    args: &ImportArgs,
) -> anyhow::Result<Imports> {
    let disk = Disk::new(folder);
    let made = drafts.iter().flat_map(|draft| draft.made.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    let tried: Memory = made.collect();
    let tried: &dyn Files = &Overlay::new(&disk, tried);
    let checked = workspace::judge(tried, DenyArgs::default())?;
    let mut reports = Vec::new();
    for draft in drafts {
        let standing = Standing::of(&draft, &disk, before);
        let written = writing::write(folder, before, &draft, &standing, args)?;
        reports.push(Report::new(draft, written, &checked));
    }
    Ok(Imports { reports, refused, dry_run: args.dry_run })
}

fn output(imports: &Imports, args: &ImportArgs) -> anyhow::Result<()> {
    match args.format {
        ImportFormat::Text => output::print(&text::render(imports)),
        ImportFormat::Json => output::hand_over(&json::render(imports)),
    }
}
