//! The templates: compiled into the program, each of which a workspace may replace by a file of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../templates/", $name)))),*]
    };
}

/// Every built-in template by its path below `templates/`.
const BUILT_IN: &[(&str, &str)] = built_in![
    "assets/charts.css",
    "assets/overview.css",
    "assets/overview.js",
    "assets/preview.css",
    "assets/preview.js",
    "assets/forms.css",
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
    "html/charts.html",
    "html/city.html",
    "html/comparison.html",
    "html/downloads.html",
    "html/feed.xml",
    "html/findings.html",
    "html/lists.html",
    "html/preview_base.html",
    "html/preview_panel.html",
    "html/problem.html",
    "html/record.html",
    "html/report.html",
    "html/sitemap.xml",
    "html/search.html",
    "html/search_form.html",
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
];

/// A template that could not be read.
#[derive(Debug, thiserror::Error)]
#[error("读不了模板 {}：{}", path.display(), reason(cause))]
pub struct TemplateError {
    path: PathBuf,
    cause: io::Error,
}

/// Why a file could not be read.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::InvalidData => "文件应为 UTF-8 编码".to_owned(),
        io::ErrorKind::PermissionDenied => "没有读取它的权限".to_owned(),
        _ => error.to_string(),
    }
}

/// All templates, by their path below `templates/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Templates(BTreeMap<&'static str, String>);

impl Templates {
    /// The built-in ones.
    pub fn built_in() -> Self {
        Self(BUILT_IN.iter().map(|(name, text)| (*name, (*text).to_owned())).collect())
    }

    /// The built-in ones, each replaced by the file of the same path below `folder` where there is one.
    pub fn overridden_by(folder: &Path) -> Result<Self, TemplateError> {
        let mut templates = Self::built_in();
        for (name, text) in &mut templates.0 {
            let path = folder.join(name);
            match fs::read_to_string(&path) {
                Ok(own) => *text = own,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(cause) => return Err(TemplateError { path, cause }),
            }
        }
        Ok(templates)
    }

    /// A template by its path below `templates/`.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// All of them, by their paths below `templates/`.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, text)| (*name, text.as_str()))
    }

    /// The templates below `folder`, with their paths from there.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'static str, &'a str)> {
        self.0.iter().filter_map(move |(name, text)| {
            let rest = name.strip_prefix(folder)?.strip_prefix('/')?;
            Some((rest, text.as_str()))
        })
    }
}
