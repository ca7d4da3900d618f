//! The workspace as it was read last.

use std::path::PathBuf;

use jiff::civil::Date;
use nianbao_builder::Templates;
use nianbao_builder::pdf::FontFolders;
use nianbao_model::Municipality;

use crate::args::{DenyArgs, SelectionArgs};
use crate::environment;
use crate::workspace::{self, Checked};

/// What was asked for on the command line.
pub(super) struct Wanted {
    pub(super) folder: PathBuf,
    pub(super) selection: SelectionArgs,
    pub(super) fonts: Vec<PathBuf>,
    pub(super) epoch: Option<Date>,
}

/// What was read, or why nothing was.
#[derive(PartialEq)]
pub(super) enum Reading {
    /// A workspace.
    Read(Box<Material>),
    /// Why there is none at the moment.
    Failed(String),
}

/// What the preview is made of.
#[derive(PartialEq)]
pub(super) struct Material {
    /// All reports.
    pub(super) whole: Checked,
    /// Those that were asked for, where that is not all.
    part: Option<Checked>,
    /// The templates; what is wrong with them is among the findings.
    pub(super) templates: Templates,
    /// Where fonts are.
    pub(super) fonts: FontFolders,
    /// The date of files whose report says none.
    pub(super) epoch: Option<Date>,
}

impl Reading {
    /// The first reading, which must succeed.
    pub(super) fn first(wanted: &Wanted) -> anyhow::Result<Self> {
        Ok(Self::Read(Box::new(Material::read(wanted)?)))
    }

    /// A later one: whatever people do to their files, the preview goes on.
    pub(super) fn again(wanted: &Wanted) -> Self {
        Self::first(wanted).unwrap_or_else(|error| Self::Failed(format!("{error:#}")))
    }
}

impl Material {
    fn read(wanted: &Wanted) -> anyhow::Result<Self> {
        let mut whole = workspace::check_all(wanted.folder.clone(), DenyArgs::default())?;
        let templates = whole.templates();
        let selection = &wanted.selection;
        let everything = selection.year.is_empty() && selection.only.is_empty();
        let part = if everything { None } else { Some(whole.clone().narrowed(selection)?) };
        let site = whole.municipality.as_ref().map(|municipality| &municipality.site);
        let fonts = environment::font_folders(&wanted.fonts, site, Some(&wanted.folder));
        Ok(Self { whole, part, templates, fonts, epoch: wanted.epoch })
    }

    /// The reports whose pages are shown, with what is wrong with them.
    pub(super) fn shown(&self) -> &Checked {
        self.part.as_ref().unwrap_or(&self.whole)
    }

    /// The municipality whose pages are shown, if it could be read at all.
    pub(super) fn municipality(&self) -> Option<&Municipality> {
        self.shown().municipality.as_ref()
    }
}
