//! One state of the workspace.

use jiff::civil::Date;
use nianbao_builder::pdf::FontFolders;
use nianbao_builder::{Plan, Templates, unbuildable};
use nianbao_loader::Disk;
use nianbao_model::{Diagnostic, Municipality, Severity};
use nianbao_workspace::{Checked, check};

use crate::{PreviewOptions, ServeError};

/// The workspace as it was read at one moment.
#[derive(Debug, PartialEq)]
pub(crate) struct Snapshot {
    /// All reports, with what is wrong with them and with the templates.
    pub(crate) whole: Checked,
    /// Those that were asked for. `None` where that is all.
    part: Option<Checked>,
    /// The templates.
    pub(crate) templates: Templates,
    /// Where fonts are.
    pub(crate) fonts: FontFolders,
    /// The date of files whose report says none.
    pub(crate) source_date: Option<Date>,
}

impl Snapshot {
    /// Reads and checks the workspace.
    pub(crate) fn read(options: &PreviewOptions) -> Result<Self, ServeError> {
        let PreviewOptions { folder, filter, fonts, source_date, today, .. } = options;
        let mut whole = check(&Disk::new(folder), nianbao_builder::codes(), Severity::Error, today())?;
        let (templates, findings) = Templates::of_workspace(folder, &mut whole.sources);
        whole.add(findings);
        let mut fonts = fonts.clone();
        if let Some(municipality) = &whole.municipality {
            fonts = fonts.with_site(&municipality.site, folder);
            let found = unbuildable(municipality, &templates, Some(&fonts));
            whole.add(found.findings);
        }
        let part = if filter.is_empty() { None } else { Some(whole.clone().narrowed(filter)?) };
        Ok(Self { whole, part, templates, fonts, source_date: *source_date })
    }

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
        let plan = self.municipality().map(|municipality| Plan::new(municipality, &self.templates, true));
        plan.unwrap_or_else(|| Ok(Plan::default()))
    }
}
