//! The whole of a build, as a table of contents: plan, check, print, lay out pages, index, bundle, publish.

mod bundles;
mod error;
mod pages;
mod pdfs;
mod search;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::civil::Date;
use nianbao_model::Municipality;
use rayon::ThreadPoolBuilder;

pub use error::BuildError;

use crate::pdf::{FontFolders, FontLibrary, Press, characters, missing_glyphs};
use crate::publish::{Contents, Stage};
use crate::{Plan, Templates};

/// Told how far a build has come.
pub trait Progress: Sync {
    /// A stretch of `steps` begins.
    fn begin(&self, what: &'static str, steps: usize);
    /// One of them is done.
    fn step(&self);
}

/// What a build is asked for.
#[derive(Debug)]
pub struct Options<'a> {
    /// The folder to publish to.
    pub out: PathBuf,
    /// Where fonts are; nothing for a build without PDFs.
    pub fonts: Option<FontFolders>,
    /// How many threads.
    pub jobs: usize,
    /// Whether the municipality is all that the workspace has.
    pub complete: bool,
    /// The date of PDFs whose report says none.
    pub source_date: Option<Date>,
    /// Set from outside to stop the build.
    pub cancel: &'a AtomicBool,
}

/// What a build did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The published folder.
    pub target: PathBuf,
    /// How many reports were published.
    pub reports: usize,
    /// How many HTML pages were rendered.
    pub pages: usize,
    /// How many PDFs were rendered.
    pub pdfs: usize,
}

/// Renders everything and puts it in the place of what was published before.
pub fn build(
    municipality: &Municipality,
    templates: &Templates,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Outcome, BuildError> {
    let pdf = options.fonts.is_some();
    let plan = Plan::new(municipality, pdf).map_err(BuildError::Findings)?;
    let reports = municipality.reports().count();
    let files = plan.jobs.iter().map(|job| job.path.clone()).collect();
    let stage = Stage::begin(&options.out, &Contents { reports, complete: options.complete, pdf, files })?;
    let job = Build { municipality, templates, plan: &plan, stage: &stage, options, progress };
    let pool = ThreadPoolBuilder::new().num_threads(options.jobs).build()?;
    let (pdfs, pages) = pool.install(|| job.run())?;
    Ok(Outcome { target: stage.publish()?, reports, pages, pdfs })
}

/// A build under way.
struct Build<'a> {
    municipality: &'a Municipality,
    templates: &'a Templates,
    plan: &'a Plan<'a>,
    stage: &'a Stage,
    options: &'a Options<'a>,
    progress: &'a dyn Progress,
}

impl Build<'_> {
    /// Renders all files into the stage. PDFs come first, since pages tell their size.
    fn run(&self) -> Result<(usize, usize), BuildError> {
        let pdfs = match &self.options.fonts {
            Some(folders) => self.print_and_bundle(&Press::new(self.templates, self.load_fonts(folders)?)?)?,
            None => pdfs::Printed::new(),
        };
        let pages = self.lay_out(&pdfs)?;
        self.index()?;
        Ok((pdfs.len(), pages))
    }

    fn print_and_bundle(&self, press: &Press) -> Result<pdfs::Printed, BuildError> {
        let printed = self.print(press)?;
        self.bundle(press, &printed)?;
        Ok(printed)
    }

    /// Loads the fonts and makes sure that they can show every character of every report.
    fn load_fonts(&self, folders: &FontFolders) -> Result<FontLibrary, BuildError> {
        let mut fonts = FontLibrary::load(folders)?;
        fonts.reach_for(self.municipality.reports().flat_map(|(agency, report)| characters(agency, report)));
        let missing: Vec<_> =
            self.municipality.reports().flat_map(|(agency, report)| missing_glyphs(&fonts, agency, report)).collect();
        if missing.is_empty() { Ok(fonts) } else { Err(BuildError::Findings(missing)) }
    }

    /// Between two files: whether somebody wants us to stop.
    fn check_cancelled(&self) -> Result<(), BuildError> {
        if self.options.cancel.load(Ordering::Relaxed) { Err(BuildError::Interrupted) } else { Ok(()) }
    }
}
