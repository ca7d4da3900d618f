//! Before anything is published: all that was planned is there.

use super::{Build, BuildError};
use crate::first_few::first_few;
use crate::plan::{Job, Page, Plan, Product};
use crate::publish::Stage;

/// More files are not named one by one.
const NAMED: usize = 10;

impl Build<'_> {
    /// Counts what was written. Nothing is published where a file of the plan is missing or empty, or where the plan has not one
    /// page, and with PDFs one PDF, for each report.
    pub(super) fn verify(&self) -> Result<(), BuildError> {
        let missing = missing(self.plan, self.stage);
        let expected = self.municipality.reports().count();
        let count = |counts: fn(&Product) -> bool| self.plan.jobs.iter().filter(|job| counts(&job.product)).count();
        let pages = count(|product| matches!(product, Product::Page(Page::Report(..))));
        let pdfs = count(|product| matches!(product, Product::Pdf(..)));
        let counted = pages == expected && (pdfs == expected || self.options.fonts.is_none());
        if missing.is_empty() && counted {
            return Ok(());
        }
        Err(BuildError::Incomplete { expected, pages, pdfs, missing: missing.len(), named: named(&missing) })
    }
}

/// The files of the plan that are not in the stage, or have nothing in them.
fn missing<'p>(plan: &'p Plan<'p>, stage: &Stage) -> Vec<&'p Job<'p>> {
    plan.jobs.iter().filter(|job| !stage.holds(&job.path)).collect()
}

/// What is missing, in words.
fn named(missing: &[&Job]) -> String {
    let names: Vec<String> = missing.iter().map(|job| job.product.describe()).collect();
    first_few(&names, NAMED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::SiteFile;
    use crate::publish::{Inventory, WorkFolder};

    #[test]
    fn what_is_not_there_or_empty_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let job = |path: &str, product| Job { path: path.to_owned(), product };
        let jobs = vec![
            job("site/index.html", Product::Page(Page::City)),
            job("site/2024/index.html", Product::Page(Page::Year(2024))),
            job("site/robots.txt", Product::File(SiteFile::Robots)),
            job("site/pagefind/", Product::SearchIndex),
        ];
        let plan = Plan { jobs };
        let work = WorkFolder::open(&folder.path().join("dist")).expect("a work folder");
        let stage = Stage::begin(work, &Inventory::default()).expect("a stage");
        assert_eq!(missing(&plan, &stage).len(), 4);
        stage.write("site/index.html", b"<!DOCTYPE html>").expect("written");
        stage.write("site/2024/index.html", b"").expect("written");
        stage.write("site/pagefind/pagefind.js", b"//").expect("written");
        assert_eq!(named(&missing(&plan, &stage)), "2024 年全部报告的网页、给搜索引擎的说明");
    }
}
