//! The fonts that reports are printed with.

use nianbao_model::{Agency, Diagnostic, Municipality, Report};

use super::BuildError;
use crate::pdf::{FontFolders, FontLibrary, missing_glyphs, missing_in_contents};

/// Loads the fonts and makes sure that they can show every character of these reports, and of the tables of contents of
/// `municipality`.
pub(super) fn fonts_for(
    folders: &FontFolders,
    municipality: Option<&Municipality>,
    reports: &[(&Agency, &Report)],
) -> Result<FontLibrary, BuildError> {
    let fonts = FontLibrary::load_for(folders, municipality, reports)?;
    let of_contents = municipality.map(|municipality| missing_in_contents(Some(&fonts), municipality));
    let of_reports = reports.iter().flat_map(|(agency, report)| missing_glyphs(Some(&fonts), agency, report));
    let missing: Vec<Diagnostic> = of_reports.chain(of_contents.unwrap_or_default()).collect();
    if missing.is_empty() { Ok(fonts) } else { Err(BuildError::Findings(missing)) }
}
