//! What of a municipality cannot be made into pages, PDFs and data files. It is told with all that a check finds, at the
//! place where somebody can mend it, before anything is made.

use nianbao_model::{Agency, Diagnostic, Municipality, Report};
use rayon::prelude::*;

use crate::data::too_long;
use crate::pdf::{self, FontError, FontFolders, FontLibrary};
use crate::plan::Plan;
use crate::templates::Templates;

/// What cannot be built.
#[derive(Debug)]
pub struct Unbuildable {
    /// What is wrong with the content, and with names of files.
    pub findings: Vec<Diagnostic>,
    /// Why rare characters could not be looked up in fonts, where there are any. Common ones are in every font.
    pub unchecked: Option<FontError>,
}

/// What of `municipality` and its templates cannot be built. `fonts` is where fonts are; nothing for a build without PDFs.
pub fn unbuildable(municipality: &Municipality, templates: &Templates, fonts: Option<&FontFolders>) -> Unbuildable {
    let reports: Vec<(&Agency, &Report)> = municipality.reports().collect();
    let mut findings = match Plan::new(municipality, templates, fonts.is_some()) {
        Ok(plan) => plan.unportable(templates),
        Err(collisions) => collisions,
    };
    findings.par_extend(reports.par_iter().flat_map_iter(|(agency, report)| too_long(agency, report)));
    if fonts.is_some() {
        let long = |(agency, report): &(&Agency, &Report)| pdf::too_long_strings(agency, report);
        findings.par_extend(reports.par_iter().flat_map_iter(long));
    }
    let (fonts, unchecked) = match fonts.and_then(|folders| fonts_for(folders, municipality, &reports)) {
        Some(Ok(fonts)) => (Some(fonts), None),
        Some(Err(error)) => (None, Some(error)),
        None => (None, None),
    };
    let fonts = fonts.as_ref();
    let missing = |(agency, report): &(&Agency, &Report)| pdf::missing_glyphs(fonts, agency, report);
    findings.par_extend(reports.par_iter().flat_map_iter(missing));
    findings.extend(pdf::missing_in_contents(fonts, municipality));
    Unbuildable { findings, unchecked }
}

/// The fonts for characters that not every font has; nothing where there are none of these. Loading takes longer than a
/// check.
fn fonts_for(
    folders: &FontFolders,
    municipality: &Municipality,
    reports: &[(&Agency, &Report)],
) -> Option<Result<FontLibrary, FontError>> {
    let rare = |(agency, report): &(&Agency, &Report)| pdf::has_rare_characters(agency, report);
    let any = reports.par_iter().any(rare) || pdf::contents_have_rare_characters(municipality);
    any.then(|| FontLibrary::load_for(folders, Some(municipality), reports))
}
