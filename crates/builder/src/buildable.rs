//! What of a municipality cannot be made into pages, PDFs and data files. It is told with all that a check finds, at the
//! place where somebody can mend it, before anything is made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use nianbao_model::{Agency, AgencyId, Diagnostic, Municipality, Report};
use rayon::prelude::*;

use crate::data::too_long;
use crate::pdf::{self, FontError, FontFolders, FontLibrary, Role};
use crate::plan::Plan;
use crate::templates::Templates;

/// What cannot be built.
#[derive(Debug)]
pub struct Unbuildable {
    /// What is wrong with the content, and with names of files.
    pub findings: Vec<Diagnostic>,
    /// Whether each file has a path of its own.
    pub planned: bool,
    /// Why rare characters could not be looked up in fonts, where there are any. Common ones are in every font.
    pub unchecked: Option<FontError>,
}

/// What of `municipality` and its templates cannot be built. `fonts` is where fonts are; nothing for a build without PDFs.
pub fn unbuildable(municipality: &Municipality, templates: &Templates, fonts: Option<&FontFolders>) -> Unbuildable {
    Buildability::default().check(municipality, templates, fonts)
}

/// Says as [`unbuildable`] does, again and again while people change a municipality, and looks anew only at reports that changed.
#[derive(Default)]
pub struct Buildability {
    known: BTreeMap<(AgencyId, i16), Arc<Known>>,
    fonts: Option<LoadedFonts>,
}

/// What is known of a report, and by what.
#[derive(Debug)]
struct Known {
    report: Arc<Report>,
    /// Its agency, without reports and subordinates.
    agency: Arc<Agency>,
    too_long: Vec<Diagnostic>,
    too_long_strings: Vec<Diagnostic>,
    /// The characters that not every font has; nothing where there are none of these.
    rare: Option<Vec<(Role, char)>>,
}

/// Fonts, and what they were loaded for.
struct LoadedFonts {
    folders: FontFolders,
    characters: BTreeSet<(Role, char)>,
    library: FontLibrary,
}

impl Buildability {
    /// What of `municipality` and its templates cannot be built now.
    pub fn check(
        &mut self,
        municipality: &Municipality,
        templates: &Templates,
        fonts: Option<&FontFolders>,
    ) -> Unbuildable {
        let reports = self.reports(municipality);
        let (planned, mut findings) = match Plan::new(municipality, templates, fonts.is_some()) {
            Ok(plan) => (true, plan.unportable(templates)),
            Err(collisions) => (false, collisions),
        };
        findings.extend(reports.iter().flat_map(|known| &known.too_long).cloned());
        if fonts.is_some() {
            findings.extend(reports.iter().flat_map(|known| &known.too_long_strings).cloned());
        }
        let (fonts, unchecked) = match fonts.and_then(|folders| self.fonts_for(folders, municipality, &reports)) {
            Some(Ok(fonts)) => (Some(fonts), None),
            Some(Err(error)) => (None, Some(error)),
            None => (None, None),
        };
        let is_doubtful = |known: &Known| known.rare.is_some() || fonts.is_some_and(|it| !it.shows_what_is_common());
        let doubtful: Vec<&Arc<Known>> = reports.iter().filter(|known| is_doubtful(known)).collect();
        let missing = |known: &&Arc<Known>| pdf::missing_glyphs(fonts, &known.agency, &known.report);
        findings.par_extend(doubtful.par_iter().flat_map_iter(missing));
        findings.extend(pdf::missing_in_contents(fonts, municipality));
        Unbuildable { findings, planned, unchecked }
    }

    /// What is known of each report.
    fn reports(&mut self, municipality: &Municipality) -> Vec<Arc<Known>> {
        let agencies = municipality.agencies().map(|agency| (agency, Arc::new(agency.alone())));
        let reports: Vec<(Arc<Agency>, Arc<Report>)> = agencies
            .flat_map(|(agency, alone)| {
                let years = agency.reports.keys().filter_map(|year| agency.reports.shared(*year));
                years.map(move |report| (Arc::clone(&alone), Arc::clone(report)))
            })
            .collect();
        let known: Vec<Arc<Known>> =
            reports.into_par_iter().map(|(agency, report)| self.look_at(agency, report)).collect();
        self.known = known.iter().map(|known| (known.key(), Arc::clone(known))).collect();
        known
    }

    fn look_at(&self, agency: Arc<Agency>, report: Arc<Report>) -> Arc<Known> {
        let known = self.known.get(&(agency.id.clone(), report.year));
        match known.filter(|known| known.report == report && known.agency == agency) {
            Some(known) => Arc::clone(known),
            None => Arc::new(Known::of(agency, report)),
        }
    }

    /// The fonts for characters that not every font has; nothing where there are none of these. Loading takes longer than a
    /// check, so they are kept as long as they are for the same characters.
    fn fonts_for(
        &mut self,
        folders: &FontFolders,
        municipality: &Municipality,
        reports: &[Arc<Known>],
    ) -> Option<Result<&FontLibrary, FontError>> {
        let any = reports.iter().any(|known| known.rare.is_some()) || pdf::contents_have_rare_characters(municipality);
        if !any {
            return None;
        }
        let of_reports = reports.iter().flat_map(|known| known.rare.iter().flatten().copied());
        let characters: BTreeSet<(Role, char)> = of_reports.chain(pdf::characters_of_contents(municipality)).collect();
        let kept = self.fonts.take().filter(|kept| {
            kept.folders == *folders && kept.characters == characters && kept.library.shows_what_is_common()
        });
        let loaded = match kept {
            Some(kept) => kept,
            None => match load(folders, municipality, reports) {
                Ok(library) => LoadedFonts { folders: folders.clone(), characters, library },
                Err(error) => return Some(Err(error)),
            },
        };
        Some(Ok(&self.fonts.insert(loaded).library))
    }
}

fn load(folders: &FontFolders, municipality: &Municipality, reports: &[Arc<Known>]) -> Result<FontLibrary, FontError> {
    let reports: Vec<(&Agency, &Report)> =
        reports.iter().map(|known| (known.agency.as_ref(), known.report.as_ref())).collect();
    FontLibrary::load_for(folders, Some(municipality), &reports)
}

impl Known {
    fn of(agency: Arc<Agency>, report: Arc<Report>) -> Self {
        let rare = pdf::has_rare_characters(&agency, &report).then(|| pdf::rare_characters(&agency, &report));
        let (too_long, too_long_strings) = (too_long(&agency, &report), pdf::too_long_strings(&agency, &report));
        Self { report, agency, too_long, too_long_strings, rare }
    }

    fn key(&self) -> (AgencyId, i16) {
        (self.agency.id.clone(), self.report.year)
    }
}
