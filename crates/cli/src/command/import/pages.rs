//! Writing the pages that show documents beside what was read from them.

use std::path::{Path, PathBuf};

use nianbao_builder::address;
use nianbao_disk::{NotWritten, create_folders, write_result};

use super::result::{Imports, ReadReport};
use super::{Import, page};
use crate::{target, workspace};

/// Writes the page of the one report where `--page` says, or those of several into a folder of that name.
pub(super) fn write(import: &Import, imports: &Imports) -> anyhow::Result<()> {
    let Some(out) = &import.args.page else { return Ok(()) };
    target::make_sure_is_outside_content(out, import.folder)?;
    let one = import.args.batch.is_none() && imports.reports.len() == 1 && !out.is_dir();
    if one {
        target::make_sure_is_named_like(out, "page.html")?;
    } else if !imports.reports.is_empty() {
        create_folders(out).map_err(NotWritten::at(out))?;
    }
    let templates = workspace::templates(import.folder)?;
    for report in &imports.reports {
        let Some(agency) = import.municipality.agency(&report.draft.agency) else { continue };
        let file = if one { out.clone() } else { named(out, report) };
        let page = page::render(report, imports, agency, &templates)?;
        write_result(&file, page.as_bytes())?;
    }
    Ok(())
}

/// The file of a report's page in a folder of them: `lucheng-jtj-2024.html`.
fn named(folder: &Path, report: &ReadReport) -> PathBuf {
    folder.join(format!("{}-{}.html", address(&report.draft.agency).replace('/', "-"), report.draft.year))
}
