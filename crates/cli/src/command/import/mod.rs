//! `nianbao import`: published documents become reports of the workspace.

mod batch;
mod cells;
mod draft;
mod folder;
mod found;
mod grouping;
mod json;
mod lines;
mod list;
mod page;
mod pages;
mod placing;
mod result;
mod source;
mod standing;
mod text;
mod unsure;
mod writing;

use std::path::Path;

use nianbao_importer::matching::Directory;
use nianbao_loader::{Disk, Memory, Overlay, edit};
use nianbao_model::Municipality;
use nianbao_workspace::{Checked, find_agency};

use crate::args::{DenyArgs, ImportArgs, ImportFormat};
use crate::{Ending, output, workspace};

use draft::Draft;
use grouping::group;
use placing::place;
use result::{Imports, ReadReport};
use source::{Refused, Source, Wanted, read_all};
use standing::Standing;

/// How somebody says whose report a file is, and of which year.
struct Advice {
    agency: &'static str,
    year: &'static str,
}

const BY_OPTION: Advice = Advice { agency: "；请加上 --agency", year: "；请加上 --year，如 --year 2024" };

/// Where reports go, and how.
struct Import<'a> {
    folder: &'a Path,
    before: &'a Checked,
    municipality: &'a Municipality,
    args: &'a ImportArgs,
}

pub(crate) fn import(folder: Option<&Path>, args: &ImportArgs) -> anyhow::Result<Ending> {
    let folder = &*workspace::find(folder)?;
    edit::clear_leftovers(folder);
    let before = &workspace::check(folder, DenyArgs::default())?;
    let import = Import { folder, before, municipality: before.municipality()?, args };
    match &args.batch {
        Some(files) => batch::import(&import, files),
        None => files(&import),
    }
}

/// Imports the files that are named one by one.
fn files(import: &Import) -> anyhow::Result<Ending> {
    let Import { municipality, args, .. } = import;
    let agency = args.agency.as_ref().map(|name| find_agency(name, municipality)).transpose()?;
    let wanted = args.files.iter().map(|path| Wanted {
        path: path.clone(),
        name: path.display().to_string(),
        agency: agency.map(|agency| agency.id.clone()),
        year: args.year,
        insists: args.files.len() == 1,
    });
    let read = read_all(&wanted.collect::<Vec<_>>(), || {});
    let imports = import.settled(read, &BY_OPTION)?;
    pages::write(import, &imports)?;
    match args.format {
        ImportFormat::Text => output::print(&text::render(&imports))?,
        ImportFormat::Json => output::hand_over(&json::render(&imports))?,
    }
    Ok(imports.ending())
}

impl Import<'_> {
    /// What becomes of the files: the reports that they are together are tried in memory, and written unless something
    /// stands in their place.
    fn settled(&self, read: Vec<Result<Source, Refused>>, advice: &Advice) -> anyhow::Result<Imports> {
        let directory = Directory::new(self.municipality.agencies());
        let (placed, mut refused) = place(read, &directory, advice.agency);
        let (groups, alone) = group(placed, advice.year);
        refused.extend(alone);
        let drafts = groups.into_iter().filter_map(|((agency, year), sources)| {
            let agency = self.municipality.agency(&agency)?;
            Some(Draft::new(agency, year, sources, &directory))
        });
        let drafts: Vec<Draft> = drafts.collect();
        let disk = Disk::new(self.folder);
        let made = drafts.iter().flat_map(|draft| &draft.made);
        let made: Memory = made.map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        let checked = workspace::judge(&Overlay::new(&disk, made), DenyArgs::default())?;
        let mut reports = Vec::new();
        for draft in drafts {
            let standing = Standing::of(&draft, &disk, self.before);
            let written = writing::write(self, &draft, &standing)?;
            reports.push(ReadReport::new(draft, written, &checked));
        }
        Ok(Imports { reports, refused, checked, dry_run: self.args.dry_run })
    }
}
