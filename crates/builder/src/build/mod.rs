//! The whole of a build, as a table of contents: plan, check, print (or gather what shards printed), bundle, make pages, index,
//! count, publish.

mod assemble;
mod bundles;
mod error;
mod fonts;
mod groups;
mod options;
mod pages;
mod part;
mod pdfs;
mod printed;
mod progress;
mod search;
mod shard;
mod single;
mod trial;
mod unmade;
mod verify;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use nianbao_model::Municipality;
use rayon::ThreadPoolBuilder;

pub use error::BuildError;
pub use options::{Options, Task};
pub use progress::Progress;
pub use search::search_index;
pub use single::print_report;
pub(crate) use unmade::UNMADE;
pub use unmade::Unmade;

use crate::buildable::unbuildable;
use crate::pdf::Press;
use crate::plan::{Job, Page, Plan, Product};
use crate::publish::{Stage, WorkFolder};
use crate::search::Part as SearchPart;
use crate::shard::Inputs;
use crate::templates::Templates;
use part::Part;
use printed::PrintedPdfs;

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
    /// The reports that the earlier publication had and this one has not, where both are whole: each agency's address and the year.
    pub dropped: Vec<(String, i16)>,
}

/// Renders what is asked for and puts it in the place of what was there before.
///
/// # Errors
///
/// Anything that keeps a part of it from being made; then nothing is published.
pub fn build(
    municipality: &Municipality,
    templates: &Templates,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Outcome, BuildError> {
    refuse_unbuildable(municipality, templates, options)?;
    let plan = Plan::new(municipality, templates, options.fonts.is_some()).map_err(BuildError::Findings)?;
    let part = Part::new(&options.task, municipality);
    let inventory = part.inventory(municipality, &plan, options);
    let work = WorkFolder::open(&options.out)?;
    if let Some(recovery) = work.recovery() {
        progress.tell(&recovery.to_string());
    }
    let stage = Stage::begin(work, &inventory)?;
    let build = Build { municipality, templates, plan: &plan, part: &part, stage: &stage, options, progress };
    let pool = ThreadPoolBuilder::new().num_threads(options.jobs).build()?;
    let made = pool.install(|| build.run()).map_err(|error| error.with_places(templates))?;
    progress.begin("写入磁盘", 1);
    let dropped = stage.dropped()?;
    let Counts { pages, pdfs } = made;
    Ok(Outcome { target: stage.publish()?, reports: inventory.reports, pages, pdfs, dropped })
}

/// Says what of the content cannot be built, all of it at once and before anything is made.
fn refuse_unbuildable(municipality: &Municipality, templates: &Templates, options: &Options) -> Result<(), BuildError> {
    let found = unbuildable(municipality, templates, options.fonts.as_ref());
    if found.findings.is_empty() { Ok(()) } else { Err(BuildError::Findings(found.findings)) }
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

/// How many pages and PDFs were made.
struct Counts {
    pages: usize,
    pdfs: usize,
}

impl Build<'_> {
    /// Fills the stage.
    fn run(&self) -> Result<Counts, BuildError> {
        let press = self.tried_press()?;
        let press = press.as_ref();
        match &self.options.task {
            Task::Everything => self.make_publication(press, Vec::new(), || self.print_pdfs(press)),
            Task::Assembly(shards) => {
                let (printed, parts) = self.gather(shards, &self.inputs(press)?)?;
                self.make_publication(press, parts, || Ok(printed))
            }
            Task::Shard(shard) => self.make_shard(*shard, press),
        }
    }

    /// Everything, with the PDFs that `pdfs` prints or gathers, and with `parts` of the search index. PDFs come first, since pages
    /// tell their size.
    fn make_publication(
        &self,
        press: Option<&Press>,
        parts: Vec<SearchPart>,
        pdfs: impl FnOnce() -> Result<PrintedPdfs, BuildError> + Send,
    ) -> Result<Counts, BuildError> {
        let counts = self.beside_the_index(parts, || {
            let printed = pdfs()?;
            self.make_bundles(press, &printed)?;
            let pages = self.make_pages(&printed)? + self.gathered_pages();
            Ok(Counts { pages, pdfs: printed.len() })
        })?;
        self.verify()?;
        Ok(counts)
    }

    /// Does `work` while the search index is made, which needs no other file.
    fn beside_the_index(
        &self,
        parts: Vec<SearchPart>,
        work: impl FnOnce() -> Result<Counts, BuildError> + Send,
    ) -> Result<Counts, BuildError> {
        let failed = AtomicBool::new(false);
        let (made, indexed) = rayon::join(
            || {
                let made = work().inspect_err(|_| failed.store(true, Ordering::Relaxed))?;
                // What is left of it is waited for.
                self.progress.begin("生成检索索引", 1);
                Ok::<Counts, BuildError>(made)
            },
            || self.make_index(parts, &failed),
        );
        let made = made?;
        indexed?;
        Ok(made)
    }

    /// The files that this build makes itself, in the order of the plan.
    fn jobs(&self) -> impl Iterator<Item = &Job<'_>> {
        self.plan.jobs.iter().filter(|job| self.part.takes(job))
    }

    /// How many pages of reports come from shards.
    fn gathered_pages(&self) -> usize {
        let is_page = |job: &&Job| matches!(job.product, Product::Page(Page::Report(..)));
        self.plan.jobs.iter().filter(is_page).filter(|job| !self.part.takes(job)).count()
    }

    /// What the files of this build hang on; `press` prints them.
    fn inputs(&self, press: Option<&Press>) -> Result<Inputs, BuildError> {
        // Named one by one, so that whoever adds an option decides whether it is an input.
        let Options { content, source_date, task: _, out: _, fonts: _, jobs: _, complete: _, proof, cancel: _ } =
            self.options;
        let fonts = press.map(Press::fonts);
        Ok(Inputs::new(self.municipality, self.templates, content, *source_date, *proof, fonts)?)
    }

    /// Between two files: whether somebody wants us to stop.
    fn check_cancelled(&self) -> Result<(), BuildError> {
        if self.options.cancel.load(Ordering::Relaxed) { Err(BuildError::Interrupted) } else { Ok(()) }
    }
}
