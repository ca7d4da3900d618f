//! One state of the workspace, and who reads one after the other.

use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use jiff::civil::Date;
use nianbao_builder::html::{HtmlError, Pages};
use nianbao_builder::pdf::FontFolders;
use nianbao_builder::{Buildability, Plan, Templates, Unbuildable};
use nianbao_loader::{Disk, Loaded, Remembered};
use nianbao_model::{Diagnostic, Municipality, Severity};
use nianbao_workspace::{Checked, Checker};

use crate::basis::{Basis, Known};
use crate::watcher::Changes;
use crate::{PreviewOptions, ServeError};

/// Reads the workspace again and again, and makes anew only what hangs on a change.
pub(crate) struct SnapshotReader {
    files: Remembered<Disk>,
    checker: Checker,
    buildability: Buildability,
    /// The templates of the last state, loaded.
    pages: Option<(Templates, Result<Arc<Pages>, HtmlError>)>,
    /// Where the form finds what was read.
    basis: Basis,
}

/// The workspace as it was read at one moment.
pub(crate) struct Snapshot {
    /// All reports, with what is wrong with them and with the templates.
    pub(crate) whole: Checked,
    /// Those that were asked for. `None` where that is all.
    part: Option<Checked>,
    /// The templates.
    pub(crate) templates: Templates,
    /// The same, loaded, or why they cannot be.
    pub(crate) pages: Result<Arc<Pages>, HtmlError>,
    /// Where fonts are.
    pub(crate) fonts: FontFolders,
    /// The date of files whose report says none.
    pub(crate) source_date: Option<Date>,
    /// Whether each file of the site has a path of its own.
    planned: bool,
}

impl SnapshotReader {
    /// Of the workspace that `options` name, of which nothing was read so far.
    pub(crate) fn new(options: &PreviewOptions) -> Self {
        Self {
            files: Remembered::new(Disk::new(&options.folder)),
            checker: Checker::new(nianbao_builder::codes(), Severity::Error),
            buildability: Buildability::default(),
            pages: None,
            basis: Basis::default(),
        }
    }

    /// What is known after each reading.
    pub(crate) fn basis(&self) -> Basis {
        self.basis.clone()
    }

    /// What was read of these files is read anew.
    pub(crate) fn forget(&mut self, changes: &Changes) {
        match changes {
            Changes::Anything => self.files.forget_all(),
            Changes::At(paths) => paths.iter().for_each(|path| self.files.forget(path)),
        }
    }

    /// Reads and checks the workspace.
    pub(crate) fn read(&mut self, options: &PreviewOptions) -> Result<Snapshot, ServeError> {
        let read = self.snapshot(options);
        let known = || Known { files: self.files.clone(), checker: self.checker.clone() };
        self.basis.lay(read.is_ok().then(known));
        read
    }

    fn snapshot(&mut self, options: &PreviewOptions) -> Result<Snapshot, ServeError> {
        let PreviewOptions { folder, filter, fonts, source_date, today, .. } = options;
        let mut loaded = self.checker.read(&self.files)?;
        let (templates, mut findings) = Templates::of_workspace(folder, &mut loaded.sources);
        let mut fonts = fonts.clone();
        if let Some(municipality) = &loaded.municipality {
            fonts = fonts.with_site(&municipality.site, folder);
        }
        let (mut whole, unbuildable) = self.judge(loaded, &templates, &fonts, today());
        let planned = unbuildable.as_ref().is_some_and(|found| found.planned);
        findings.extend(unbuildable.into_iter().flat_map(|found| found.findings));
        whole.add(findings);
        let part = if filter.is_empty() { None } else { Some(whole.clone().narrowed(filter)?) };
        let pages = self.pages(&templates);
        Ok(Snapshot { whole, part, templates, pages, fonts, source_date: *source_date, planned })
    }

    /// What the rules find, and meanwhile what cannot be built: neither looks at what the other finds.
    fn judge(
        &mut self,
        loaded: Loaded,
        templates: &Templates,
        fonts: &FontFolders,
        today: Date,
    ) -> (Checked, Option<Unbuildable>) {
        let Self { checker, buildability, .. } = self;
        let municipality = loaded.municipality.clone();
        thread::scope(|scope| {
            let unbuildable = scope.spawn(move || {
                let municipality = municipality.as_ref()?;
                Some(buildability.check(municipality, templates, Some(fonts)))
            });
            let checked = checker.judge(loaded, today);
            (checked, unbuildable.join().unwrap_or_else(|fault| resume_unwind(fault)))
        })
    }

    /// The templates, loaded. That takes longer than to read a saved file, so they are kept as long as they are the same.
    fn pages(&mut self, templates: &Templates) -> Result<Arc<Pages>, HtmlError> {
        let kept = self.pages.take().filter(|(kept, _)| kept == templates);
        let (_, pages) =
            self.pages.insert(kept.unwrap_or_else(|| (templates.clone(), Pages::new(templates).map(Arc::new))));
        pages.clone()
    }
}

/// Whether two states are the same to whoever looks at them.
impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        self.whole == other.whole
            && self.part == other.part
            && self.templates == other.templates
            && self.fonts == other.fonts
            && self.source_date == other.source_date
    }
}

impl Snapshot {
    /// The reports whose pages are shown, with what is wrong with them.
    pub(crate) fn shown(&self) -> &Checked {
        self.part.as_ref().unwrap_or(&self.whole)
    }

    /// The municipality whose pages are shown. `None` where it could not be read at all.
    pub(crate) fn municipality(&self) -> Option<&Municipality> {
        self.shown().municipality.as_ref()
    }

    /// What stands where on the site, or why it cannot be planned.
    pub(crate) fn plan(&self) -> Result<Plan<'_>, Vec<Diagnostic>> {
        match self.municipality() {
            Some(municipality) if self.planned => Ok(Plan::of_sound(municipality, &self.templates, true)),
            Some(municipality) => Plan::new(municipality, &self.templates, true),
            None => Ok(Plan::default()),
        }
    }
}
