//! The templates: compiled into the program, each of which a workspace may replace by a file of its own, and beside which it
//! may put further files.

pub(crate) mod codes;
mod fault;
mod own;
mod unused;
mod wording;

use std::borrow::Cow;
use std::collections::BTreeMap;

use nianbao_model::{FileId, Span};

pub(crate) use fault::lines;
pub use fault::{Fault, TemplatePlace};
pub(crate) use wording::{Phrase, translate};

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../templates/", $name)))),*]
    };
}

/// Every built-in template by its path below `templates/`.
const BUILT_IN: &[(&str, &str)] = built_in![
    "assets/charts.css",
    "assets/forms.css",
    "assets/overview.css",
    "assets/overview.js",
    "assets/report.css",
    "assets/report.js",
    "assets/search.css",
    "assets/search.js",
    "assets/site.js",
    "assets/style.css",
    "html/404.html",
    "html/agency.html",
    "html/base.html",
    "html/blocks.html",
    "html/changes.html",
    "html/charts.html",
    "html/city.html",
    "html/comparison.html",
    "html/downloads.html",
    "html/feed.xml",
    "html/findings.html",
    "html/form.html",
    "html/form_block.html",
    "html/form_list.html",
    "html/help.html",
    "html/import.html",
    "html/lists.html",
    "html/preview_base.html",
    "html/preview_panel.html",
    "html/problem.html",
    "html/record.html",
    "html/report.html",
    "html/search.html",
    "html/search_form.html",
    "html/sitemap.xml",
    "html/status.html",
    "html/table.html",
    "html/year.html",
    "pdf/contents.typ",
    "pdf/form.typ",
    "pdf/main.typ",
    "pdf/page.typ",
    "pdf/signature.typ",
    "pdf/tags.typ",
    "pdf/text.typ",
    "preview/form/beside.js",
    "preview/form/blocks.js",
    "preview/form/carets.js",
    "preview/form/cells.js",
    "preview/form/clean.js",
    "preview/form/clipboard.js",
    "preview/form/commands.js",
    "preview/form/conflicts.js",
    "preview/form/correcting.js",
    "preview/form/days.js",
    "preview/form/differences.js",
    "preview/form/dom.js",
    "preview/form/editor.js",
    "preview/form/fields.js",
    "preview/form/figures.js",
    "preview/form/figures_live.js",
    "preview/form/files.js",
    "preview/form/findings.js",
    "preview/form/form.css",
    "preview/form/grid.js",
    "preview/form/handing.js",
    "preview/form/history.js",
    "preview/form/inserting.js",
    "preview/form/judging.js",
    "preview/form/left_out.js",
    "preview/form/list.js",
    "preview/form/locking.js",
    "preview/form/lookups.js",
    "preview/form/main.js",
    "preview/form/making.css",
    "preview/form/making.js",
    "preview/form/markdown.js",
    "preview/form/marks.js",
    "preview/form/moving.js",
    "preview/form/names.js",
    "preview/form/narrative.js",
    "preview/form/news.js",
    "preview/form/outcome.js",
    "preview/form/pictures.js",
    "preview/form/placing.js",
    "preview/form/printing.js",
    "preview/form/reasons.js",
    "preview/form/renaming.js",
    "preview/form/renewing.js",
    "preview/form/rewording.js",
    "preview/form/said.js",
    "preview/form/saving.js",
    "preview/form/server.js",
    "preview/form/spare.js",
    "preview/form/spreading.js",
    "preview/form/store.js",
    "preview/form/summing.js",
    "preview/form/tables.js",
    "preview/form/text.css",
    "preview/form/texts.js",
    "preview/form/tidying.js",
    "preview/form/titles.js",
    "preview/form/unsure.js",
    "preview/form/whole.js",
    "preview/form/word.js",
    "preview/form/words.js",
    "preview/form/wrong_pastes.js",
    "preview/help.css",
    "preview/preview.css",
    "preview/preview.js",
    "preview/preview_renewal.js",
];

/// Where a workspace's own ones stand.
const FOLDER: &str = "templates";

/// Below its own folder, a built-in template that the workspace replaced goes by this folder and its name, so that the one
/// that replaces it can extend it.
const BUILTIN: &str = "builtin";

/// All templates and the files beside them, by their paths below `templates/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Templates(BTreeMap<String, Template>);

/// A template, or a file beside the templates.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Template {
    bytes: Cow<'static, [u8]>,
    /// Whether the workspace has it; otherwise it is built in.
    own: bool,
    /// What the source map calls it.
    file: Option<FileId>,
}

impl Templates {
    /// The built-in templates alone.
    pub fn built_in() -> Self {
        let template = |text: &'static str| Template { bytes: text.as_bytes().into(), own: false, file: None };
        Self(BUILT_IN.iter().map(|(name, text)| ((*name).to_owned(), template(text))).collect())
    }

    /// The text of a template by its path below `templates/`; nothing where there is none.
    pub fn get(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.bytes(name)?).ok()
    }

    /// The beginning of a file of the workspace's by its path below `templates/`, so that findings can point at it.
    pub(crate) fn place(&self, name: &str) -> Option<Span> {
        self.0.get(name)?.file.map(|file| Span::new(file, 0, 0))
    }

    /// The content of a file by its path below `templates/`; nothing where there is none.
    pub(crate) fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(|template| template.bytes.as_ref())
    }

    /// The content of a file that the preview's own pages name, theirs or one that the site's pages have as well.
    pub fn of_preview(&self, name: &str) -> Option<&str> {
        self.get(&format!("preview/{name}")).or_else(|| self.get(&format!("assets/{name}")))
    }

    /// All of them, by their paths below `templates/`.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, template)| (name.as_str(), template.bytes.as_ref()))
    }

    /// The templates below `folder`, with their paths from there.
    pub(crate) fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files_below(folder).filter_map(|(name, bytes)| {
            let text = is_text(name).then(|| std::str::from_utf8(bytes).ok()).flatten()?;
            Some((name, text))
        })
    }

    /// All files below `folder`, with their paths from there.
    pub(crate) fn files_below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.0.iter().filter_map(move |(name, template)| {
            let rest = name.strip_prefix(folder)?.strip_prefix('/')?;
            Some((rest, template.bytes.as_ref()))
        })
    }

    /// The files for all pages that every site has, with their paths below `templates/`: those that are built in, or
    /// what replaces them.
    pub(crate) fn shared_assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets().filter(|(name, _)| is_built_in(name))
    }

    /// The files for all pages that only this workspace has, with their paths below `templates/`.
    pub(crate) fn further_assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets().filter(|(name, _)| !is_built_in(name))
    }

    fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.all().filter(|(name, _)| name.starts_with("assets/"))
    }

    /// Whether the workspace has a file of its own below `folder`.
    pub(crate) fn has_own(&self, folder: &str) -> bool {
        self.0.iter().any(|(name, template)| template.own && name.starts_with(folder))
    }
}

fn is_built_in(name: &str) -> bool {
    BUILT_IN.iter().any(|(built_in, _)| *built_in == name)
}

/// Whether a file is read as text: what the compilers and browsers read.
fn is_text(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ["html", "xml", "typ", "css", "js", "json", "csv", "txt", "svg"].contains(&ending))
}
