//! A template of a workspace: read, told of where it is wrong, and used for the pages.

use std::fs;
use std::path::Path;

use nianbao_builder::{Plan, Product, RenderError, Renderer, Templates};
use nianbao_model::{Diagnostic, SourceMap};

use super::content::{check, city};

/// The templates that may be replaced here, by the byte that comes first.
const NAMES: [&str; 8] = [
    "html/base.html",
    "html/report.html",
    "html/table.html",
    "html/blocks.html",
    "html/city.html",
    "html/year.html",
    "html/feed.xml",
    "html/own.html",
];

/// Takes `bytes` behind the first, a digit that says which template it is, for the template.
pub(super) fn run(bytes: &[u8]) {
    let Some((first, text)) = bytes.split_first() else { return };
    let name = NAMES[usize::from(first.wrapping_sub(b'0')) % NAMES.len()];
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("templates").join(name);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(&file, text).expect("a file");
    made(folder.path());
}

/// Makes the pages of the city with the templates of the workspace at `folder`.
fn made(folder: &Path) {
    let mut sources = SourceMap::default();
    let (templates, findings) = Templates::of_workspace(folder, &mut sources);
    for finding in &findings {
        is_in_words(finding, &sources);
    }
    let checked = check(&city());
    let municipality = checked.municipality.as_ref().expect("a sound city");
    let Ok(plan) = Plan::new(municipality, &templates, false) else { return };
    let renderer = match Renderer::new(municipality, &templates, &plan, false, None) {
        Ok(renderer) => renderer,
        Err(error) => return is_told(&error),
    };
    for job in &plan.jobs {
        let made = match job.product {
            Product::Page(page) => renderer.page(page).map(drop),
            Product::File(file) => renderer.file(file).map(drop),
            _ => continue,
        };
        made.err().iter().for_each(is_told);
    }
}

fn is_in_words(finding: &Diagnostic, sources: &SourceMap) {
    assert!(!finding.message.is_empty(), "{finding:?}");
    for label in &finding.labels {
        let text = sources.text(label.span.file);
        assert!(text.get(label.span.start..label.span.end).is_some(), "{finding:?}");
    }
}

fn is_told(error: &RenderError) {
    assert!(!error.to_string().is_empty());
}
