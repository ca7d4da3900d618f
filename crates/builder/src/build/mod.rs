//! The whole of a build, as a table of contents: plan, check, print (or gather what shards printed), bundle, make pages, index,
//! count, publish.

mod assemble;
mod bundles;
mod error;
mod fonts;
mod groups;
mod index_parts;
mod options;
mod pages;
mod part;
mod pdfs;
mod print_shop;
mod printed;
mod progress;
mod repeat;
mod search;
mod shard;
mod single;
mod standing;
mod trial;
mod unmade;
mod verify;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use nianbao_model::Municipality;
use rayon::ThreadPoolBuilder;

pub use error::BuildError;
pub use options::{Options, Task};
pub use progress::Progress;
pub use repeat::Repeat;
pub use search::search_index;
pub use single::print_report;
pub(crate) use unmade::UNMADE;
pub use unmade::Unmade;

use crate::buildable::unbuildable;
use crate::kept::{Digests, Keeper, checksum_of};
use crate::plan::{Job, Page, Plan, Product};
use crate::publish::{Inventory, LedgerKeeper, Stage, WorkFolder};
use crate::search::IndexPart;
use crate::shard::Inputs;
use crate::templates::Templates;
use crate::timings::timed;
use pages::PageCounts;
use part::Part;
use print_shop::PrintShop;
use printed::PrintedPdfs;
use standing::Standing;

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
    /// How many of the pages and PDFs were made by earlier builds and taken over.
    pub kept: usize,
    /// The reports that the earlier publication had and this one has not, where both are whole: each agency's address and the year.
    pub dropped: Vec<(String, i16)>,
    /// Whether the same inputs would have the same made of them once more.
    pub settled: bool,
}

impl Outcome {
    /// That of the same build once more.
    #[must_use]
    pub fn repeated(self) -> Self {
        Self { kept: self.pages + self.pdfs, dropped: Vec::new(), ..self }
    }
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
    let plan = Plan::new(municipality, templates, options.fonts.is_some()).map_err(BuildError::Findings)?;
    let part = Part::new(&options.task, municipality);
    let inventory = part.inventory(municipality, &plan, options);
    let work = WorkFolder::open(&options.out)?;
    if let Some(recovery) = work.recovery() {
        progress.tell(&recovery.to_string());
    }
    let keeper = Arc::new(options.cache.as_deref().map(Keeper::open).unwrap_or_default());
    let standing = Standing::new(&keeper, work.target(), &inventory, municipality, templates, options);
    if standing.as_ref().is_some_and(Standing::is_there) {
        return Ok(unchanged(&work, &plan, &part, &inventory));
    }
    refuse_unbuildable(municipality, templates, options)?;
    let ledger = LedgerKeeper::new(&keeper, work.target());
    let stage = Stage::begin(work, &inventory)?.beside(ledger.ledger());
    let pool = ThreadPoolBuilder::new().num_threads(options.jobs).build()?;
    let digests = pool.install(|| Digests::new(&keeper, municipality, options.source_date, options.proof));
    let (plan, part, keeper, digests) = (&plan, &part, &keeper, digests.as_ref());
    let build = Build { municipality, templates, plan, part, stage: &stage, keeper, digests, options, progress };
    let made = pool.install(|| build.run()).map_err(|error| error.with_places(templates))?;
    progress.begin("写入磁盘", 1);
    let dropped = stage.dropped()?;
    let Counts { pages, pdfs, kept, settled } = made;
    let (target, published) = stage.publish()?;
    ledger.note(&published);
    if let Some(standing) = standing.filter(|_| settled) {
        standing.note();
    }
    keeper.tidy();
    Ok(Outcome { target, reports: inventory.reports, pages, pdfs, kept, dropped, settled })
}

/// The outcome where the very same was published already.
fn unchanged(work: &WorkFolder, plan: &Plan, part: &Part, inventory: &Inventory) -> Outcome {
    let jobs = || plan.jobs.iter().filter(|job| part.takes(job));
    let pages = jobs().filter(|job| matches!(job.product, Product::Page(_))).count();
    let pdfs = jobs().filter(|job| job.pdf().is_some()).count();
    let target = work.target().to_owned();
    Outcome { target, reports: inventory.reports, pages, pdfs, kept: pages + pdfs, dropped: Vec::new(), settled: true }
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
    keeper: &'a Arc<Keeper>,
    digests: Option<&'a Digests<'a>>,
    options: &'a Options<'a>,
    progress: &'a dyn Progress,
}

/// How many pages and PDFs there are, and how many of them earlier builds made.
struct Counts {
    pages: usize,
    pdfs: usize,
    kept: usize,
    /// Whether nothing but the inputs decided what was made.
    settled: bool,
}

impl Counts {
    /// With `kept_pages` of the `pages`.
    fn new(pages: usize, kept_pages: usize, printed: &PrintedPdfs) -> Self {
        let kept = kept_pages + printed.values().filter(|pdf| pdf.kept).count();
        Self { pages, pdfs: printed.len(), kept, settled: false }
    }
}

impl Build<'_> {
    /// Fills the stage.
    fn run(&self) -> Result<Counts, BuildError> {
        let shop = self.shop()?;
        let shop = shop.as_ref();
        self.try_templates(shop)?;
        let counts = match &self.options.task {
            Task::Everything => self.make_publication(shop, Vec::new(), || self.print_pdfs(shop)),
            Task::Assembly(shards) => {
                let (printed, parts) = self.gather(shards, &self.inputs(shop)?)?;
                self.make_publication(shop, parts, || Ok(printed))
            }
            Task::Shard(shard) => self.make_shard(*shard, shop),
        }?;
        Ok(Counts { settled: shop.is_none_or(PrintShop::is_settled), ..counts })
    }

    /// Everything, with the PDFs that `pdfs` prints or gathers, and with `parts` of the search index. PDFs come first, since pages
    /// tell their size.
    fn make_publication(
        &self,
        shop: Option<&PrintShop>,
        parts: Vec<IndexPart>,
        pdfs: impl FnOnce() -> Result<PrintedPdfs, BuildError> + Send,
    ) -> Result<Counts, BuildError> {
        let counts = self.beside_the_index(parts, || {
            let printed = pdfs()?;
            self.timed("汇编", "", || self.make_bundles(shop, &printed))?;
            let PageCounts { pages, kept } = self.make_pages(&printed)?;
            Ok(Counts::new(pages + self.gathered_pages(), kept, &printed))
        })?;
        self.verify()?;
        Ok(counts)
    }

    /// Does `work` while the search index is made, which needs no other file.
    fn beside_the_index(
        &self,
        parts: Vec<IndexPart>,
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

    /// What the files of this build hang on; `shop` prints them.
    fn inputs(&self, shop: Option<&PrintShop>) -> Result<Inputs, BuildError> {
        let sums = |shop: &PrintShop| -> Result<_, BuildError> {
            Ok(shop.press()?.fonts().checksums(|file| checksum_of(self.keeper, file))?)
        };
        let fonts = shop.map(sums).transpose()?;
        Ok(self.options.inputs(self.municipality, self.templates, fonts))
    }

    /// Does `work`, which makes `name`, and notes how long that takes, if somebody wants to know.
    fn timed<T, E>(&self, part: &'static str, name: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        timed(self.options.timings, part, name, |_| false, work)
    }

    /// The same for `work` that says whether an earlier build had made it.
    fn timed_or_kept<E>(
        &self,
        part: &'static str,
        name: &str,
        work: impl FnOnce() -> Result<bool, E>,
    ) -> Result<bool, E> {
        timed(self.options.timings, part, name, |kept| *kept, work)
    }

    /// Between two files: whether somebody wants us to stop.
    fn check_cancelled(&self) -> Result<(), BuildError> {
        if self.options.cancel.load(Ordering::Relaxed) { Err(BuildError::Interrupted) } else { Ok(()) }
    }
}
