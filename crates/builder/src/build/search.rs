//! Making the index that readers search.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{Build, BuildError};
use crate::percent::escaped;
use crate::plan::{Job, Page, Plan, Product};
use crate::search::{Index, document};

/// The folder that is published as the site's root.
const SITE: &str = "site/";

impl Build<'_> {
    /// Fills the folder of the search index in the stage, in the order of the plan, unless the rest of the build `failed`.
    pub(super) fn make_index(&self, failed: &AtomicBool) -> Result<(), BuildError> {
        let Some(folder) = self.plan.jobs.iter().find(|job| matches!(job.product, Product::SearchIndex)) else {
            return Ok(());
        };
        let files = search_index(self.plan, || {
            if failed.load(Ordering::Relaxed) { Err(BuildError::Interrupted) } else { self.check_cancelled() }
        })?;
        for (path, bytes) in files {
            self.stage.write(&format!("{}{path}", folder.path), &bytes)?;
        }
        Ok(())
    }
}

/// The files of the index over the pages of `plan`, by their paths within its folder. `go_on` is asked before each page.
///
/// # Errors
///
/// What `go_on` says, or an index that cannot be made.
pub fn search_index(
    plan: &Plan,
    mut go_on: impl FnMut() -> Result<(), BuildError>,
) -> Result<Vec<(String, Vec<u8>)>, BuildError> {
    let mut index = Index::new()?;
    for (path, document) in plan.jobs.iter().filter_map(indexed) {
        go_on()?;
        index.add(&format!("/{}", escaped(path)), document)?;
    }
    Ok(index.files()?)
}

/// The document of a page that can be found, with the page's path from the site's root.
fn indexed<'a>(job: &'a Job) -> Option<(&'a str, String)> {
    let Product::Page(page) = job.product else { return None };
    let document = match page {
        Page::Agency(agency) => document::agency(agency),
        Page::Report(agency, report) => document::report(agency, report),
        Page::City | Page::Year(_) | Page::Search | Page::NotFound => return None,
    };
    Some((job.path.strip_prefix(SITE)?, document))
}
