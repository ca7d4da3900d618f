//! Making the index that readers search.

use super::{Build, BuildError};
use crate::html::escape;
use crate::plan::{Job, Product};
use crate::search::{Index, document};

/// The folder that is published as the site's root.
const SITE: &str = "site/";

impl Build<'_> {
    /// Fills the folder of the search index in the stage, in the order of the plan.
    pub(super) fn index(&self) -> Result<(), BuildError> {
        let Some(folder) = self.plan.jobs.iter().find(|job| matches!(job.product, Product::SearchIndex)) else {
            return Ok(());
        };
        let documents: Vec<(&str, String)> = self.plan.jobs.iter().filter_map(indexed).collect();
        self.progress.begin("生成检索索引", documents.len());
        let mut index = Index::new()?;
        for (path, document) in documents {
            self.check_cancelled()?;
            index.add(&format!("/{}", escape(path)), document)?;
            self.progress.step();
        }
        for (path, bytes) in index.files()? {
            self.stage.write(&format!("{}{path}", folder.path), &bytes)?;
        }
        Ok(())
    }
}

/// The document of a page that can be found, with the page's path from the site's root.
fn indexed<'a>(job: &'a Job) -> Option<(&'a str, String)> {
    let document = match job.product {
        Product::Agency(agency) => document::agency(agency),
        Product::Page(agency, report) => document::report(agency, report),
        _ => return None,
    };
    Some((job.path.strip_prefix(SITE)?, document))
}
