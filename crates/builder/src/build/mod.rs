//! The whole of a build, as a table of contents: plan, check, print (or gather what shards printed), bundle, lay out pages,
//! index, count, publish.

mod assemble;
mod bundles;
mod error;
mod fonts;
mod groups;
mod pages;
mod part;
mod pdfs;
mod search;
mod shard;
mod single;
mod trial;
mod verify;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::civil::Date;
use nianbao_model::Municipality;
use rayon::ThreadPoolBuilder;

pub use error::BuildError;
pub use search::search_index;
pub use single::print_report;

use fonts::fonts_for;

use crate::pdf::{FontFolders, PdfError, Press};
use crate::publish::Stage;
use crate::shard::{Inputs, Shard};
use crate::{Job, Plan, Product, Templates};
use part::Part;
use pdfs::Printed;

/// Told how far a build has come.
pub trait Progress: Sync {
    /// A stretch of `steps` begins.
    fn begin(&self, what: &'static str, steps: usize);
    /// One of them is done.
    fn step(&self);
}

/// What is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// The whole publication.
    Everything,
    /// One shard of it, in a folder of its own.
    Shard(Shard),
    /// The whole publication, out of all its shards in these folders.
    Assembly(Vec<PathBuf>),
}

/// What a build is asked for.
#[derive(Debug)]
pub struct Options<'a> {
    /// What is to be made.
    pub task: Task,
    /// The folder to publish to.
    pub out: PathBuf,
    /// The texts that the municipality was read from, by their paths.
    pub content: Vec<(&'a str, &'a str)>,
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

/// Renders what is asked for and puts it in the place of what was there before.
pub fn build(
    municipality: &Municipality,
    templates: &Templates,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Outcome, BuildError> {
    let plan = Plan::new(municipality, templates, options.fonts.is_some()).map_err(BuildError::Findings)?;
    let part = Part::new(&options.task, municipality);
    let contents = part.contents(municipality, &plan, options);
    let stage = Stage::begin(&options.out, &contents)?;
    let job = Build { municipality, templates, plan: &plan, part: &part, stage: &stage, options, progress };
    let pool = ThreadPoolBuilder::new().num_threads(options.jobs).build()?;
    let (pdfs, pages) = pool.install(|| job.run()).map_err(|error| error.with_places(templates))?;
    Ok(Outcome { target: stage.publish()?, reports: contents.reports, pages, pdfs })
}

/// A build under way.
struct Build<'a> {
    municipality: &'a Municipality,
    templates: &'a Templates,
    plan: &'a Plan<'a>,
    part: &'a Part<'a>,
    stage: &'a Stage,
    options: &'a Options<'a>,
    progress: &'a dyn Progress,
}

impl Build<'_> {
    /// Fills the stage. PDFs come first, since pages tell their size. Says how many PDFs and pages there are.
    fn run(&self) -> Result<(usize, usize), BuildError> {
        let press = self.options.fonts.as_ref().map(|folders| self.press(folders)).transpose()?;
        self.try_templates(press.as_ref())?;
        let press = press.transpose()?;
        let press = press.as_ref();
        match &self.options.task {
            Task::Everything => self.complete(press, || self.print(press)),
            Task::Assembly(folders) => {
                let gathered = self.gather(folders, &self.inputs(press)?)?;
                self.complete(press, || Ok(gathered))
            }
            Task::Shard(shard) => self.make_shard(*shard, press),
        }
    }

    /// Everything that comes after the PDFs. The index takes a thread of its own from the beginning: it needs no other
    /// file, and cannot be divided.
    fn complete(
        &self,
        press: Option<&Press>,
        print: impl FnOnce() -> Result<Printed, BuildError> + Send,
    ) -> Result<(usize, usize), BuildError> {
        let failed = AtomicBool::new(false);
        let all_but_the_index = || -> Result<(usize, usize), BuildError> {
            let printed = print()?;
            if let Some(press) = press {
                self.bundle(press, &printed)?;
            }
            let pages = self.lay_out(&printed)?;
            self.progress.begin("生成检索索引", 1);
            Ok((printed.len(), pages))
        };
        let (made, indexed) = rayon::join(
            || all_but_the_index().inspect_err(|_| failed.store(true, Ordering::Relaxed)),
            || self.index(&failed),
        );
        let (pdfs, pages) = made?;
        indexed?;
        self.verify()?;
        let gathered = |job: &&Job| matches!(job.product, Product::Page(..)) && !self.part.takes(job);
        Ok((pdfs, pages + self.plan.jobs.iter().filter(gathered).count()))
    }

    /// The files that this build makes itself, in the order of the plan.
    fn jobs(&self) -> impl Iterator<Item = &Job<'_>> {
        self.plan.jobs.iter().filter(|job| self.part.takes(job))
    }

    fn inputs(&self, press: Option<&Press>) -> Result<Inputs, BuildError> {
        Ok(Inputs::new(self.municipality, self.templates, self.options, press.map(Press::fonts))?)
    }

    /// The press; what is wrong with its templates is told together with what is wrong with those of pages.
    fn press(&self, folders: &FontFolders) -> Result<Result<Press, PdfError>, BuildError> {
        let reports: Vec<_> = self.municipality.reports().collect();
        Ok(Press::new(self.templates, fonts_for(folders, &reports)?))
    }

    /// Between two files: whether somebody wants us to stop.
    fn check_cancelled(&self) -> Result<(), BuildError> {
        if self.options.cancel.load(Ordering::Relaxed) { Err(BuildError::Interrupted) } else { Ok(()) }
    }
}
