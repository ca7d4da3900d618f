//! The fonts that reports are printed with.

use nianbao_model::{Agency, Diagnostic, Report};

use super::BuildError;
use crate::pdf::{FontFolders, FontLibrary, characters, missing_glyphs};

/// Loads the fonts and makes sure that they can show every character of these reports.
pub(super) fn fonts_for(folders: &FontFolders, reports: &[(&Agency, &Report)]) -> Result<FontLibrary, BuildError> {
    let mut fonts = FontLibrary::load(folders)?;
    fonts.add_fonts_for(reports.iter().flat_map(|(agency, report)| characters(agency, report)));
    let missing = reports.iter().flat_map(|(agency, report)| missing_glyphs(&fonts, agency, report));
    let missing: Vec<Diagnostic> = missing.collect();
    if missing.is_empty() { Ok(fonts) } else { Err(BuildError::Findings(missing)) }
}
