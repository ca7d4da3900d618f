//! Importing a whole folder.

use std::path::Path;

use nianbao_builder::Progress as _;
use nianbao_workspace::find_agency;

use crate::args::ImportFormat;
use crate::progress::Progress;
use crate::{Ending, output, target};

use super::list::{Entry, List};
use super::source::{Refused, Source, Wanted, read_all};
use super::{Advice, Import, folder, json, lines, pages};

/// Somebody says it in the list, as is told once below all files.
const BY_LIST: Advice = Advice { agency: "", year: "" };

/// What somebody writes into a list in place of an agency.
const UNWANTED: &str = "不要";

/// Imports all files below the folder `of`.
pub(super) fn import(import: &Import, of: &Path) -> anyhow::Result<Ending> {
    let list_file = import.args.list.as_deref();
    if let Some(file) = list_file {
        target::make_sure_is_outside_content(file, import.folder)?;
    }
    let list = list_file.map(List::read).transpose()?.unwrap_or_default();
    let files = folder::files(of, list_file)?;
    let names: Vec<String> = files.iter().map(|(_, name)| name.clone()).collect();
    let (wanted, refused) = wanted(import, &list, files);
    let progress = Progress::new();
    progress.begin("读取", wanted.len());
    let mut read = read_all(&wanted, || progress.step());
    drop(progress);
    read.extend(refused.into_iter().map(Err::<Source, _>));
    let imports = import.settled(read, &BY_LIST)?;
    pages::write(import, &imports)?;
    let lines = lines::of(&names, &imports, &list, import.municipality);
    match import.args.format {
        ImportFormat::Text => output::print(&lines::render(&lines, &imports, list_file))?,
        ImportFormat::Json => output::hand_over(&json::render(&imports))?,
    }
    if let Some(file) = list_file {
        List::write(file, lines.iter().map(lines::Line::listed))?;
    }
    Ok(imports.ending())
}

/// The files that are to be read, and those that the list does not let in.
fn wanted(import: &Import, list: &List, files: Vec<(std::path::PathBuf, String)>) -> (Vec<Wanted>, Vec<Refused>) {
    let (mut wanted, mut refused) = (Vec::new(), Vec::new());
    for (path, name) in files {
        let entry = list.entry(&name);
        let said = match said(import, entry) {
            Ok(said) => said,
            Err(why) => {
                refused.push(Refused::new(&name, why));
                continue;
            }
        };
        let (agency, year) = said;
        let insists = year.is_some();
        wanted.push(Wanted { path, name, agency, year: year.or(import.args.year), insists });
    }
    (wanted, refused)
}

/// What the list says of a file.
fn said(import: &Import, entry: Option<&Entry>) -> Result<(Option<nianbao_model::AgencyId>, Option<i16>), String> {
    let Some(Entry { agency, year, .. }) = entry else { return Ok((None, None)) };
    if agency == UNWANTED {
        return Err("名单里写了“不要”".to_owned());
    }
    let year = match year.trim().trim_end_matches('年') {
        "" => None,
        written => Some(written.parse().map_err(|_| format!("名单里的年度“{year}”不是年份，应如 2024"))?),
    };
    let agency = match agency.as_str() {
        "" => None,
        name => {
            let found = find_agency(name, import.municipality).map_err(|error| format!("名单里：{error}"))?;
            Some(found.id.clone())
        }
    };
    Ok((agency, year))
}
