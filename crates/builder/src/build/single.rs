//! One PDF for somebody who waits for it.

use jiff::civil::Date;
use nianbao_model::{Agency, Printing, Report, Status};

use super::fonts::fonts_for;
use super::{BuildError, Unmade};
use crate::pdf::{FontFolders, Press, Sheet};
use crate::templates::Templates;

/// The PDF of one report, the same bytes as a build writes; of a draft each page says that it is one. `epoch` dates it where the
/// report says no date.
///
/// # Errors
///
/// Fonts that are missing, or a report or a template that cannot be typeset.
pub fn print_report(
    folders: &FontFolders,
    templates: &Templates,
    agency: &Agency,
    report: &Report,
    epoch: Option<Date>,
    printing: Printing,
) -> Result<Vec<u8>, BuildError> {
    let press = Press::new(templates, fonts_for(folders, None, &[(agency, report)])?)?;
    let sheet = Sheet::new(agency, report, epoch).for_printing(printing).for_proof(report.status == Status::Draft);
    let printed = press.print(&sheet);
    Press::evict();
    let unmade = |reason| BuildError::from(Box::new(Unmade::pdf(agency, report, reason))).with_places(templates);
    Ok(printed.map_err(unmade)?.bytes)
}
