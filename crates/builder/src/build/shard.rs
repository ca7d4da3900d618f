//! Making one shard: the files of the reports that it was assigned, and the manifest that tells of them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::pages::PageCounts;
use super::print_shop::PrintShop;
use super::printed::{PrintedPdf, PrintedPdfs};
use super::{Build, BuildError, Counts};
use crate::plan::Job;
use crate::search::{Engine, IndexPart};
use crate::shard::{INDEX, MANIFEST, Manifest, Shard, ShardFile};

impl Build<'_> {
    /// Renders the files of a shard into the stage, its manifest last.
    pub(super) fn make_shard(&self, shard: Shard, shop: Option<&PrintShop>) -> Result<Counts, BuildError> {
        let printed = self.print_pdfs(shop)?;
        let PageCounts { pages, kept } = self.make_pages(&printed)?;
        let index = self.write_parts_of_index()?;
        let manifest = Manifest::new(shard, self.inputs(shop)?, self.made(&printed)?, index);
        self.stage.write(MANIFEST, &manifest.to_json())?;
        Ok(Counts::new(pages, kept, &printed))
    }

    /// Writes what the search index knows of the pages of a shard.
    fn write_parts_of_index(&self) -> Result<ShardFile, BuildError> {
        self.progress.begin("生成检索索引", 1);
        let engine = Engine::new(rayon::current_num_threads())?;
        let parts = self.timed("检索索引", "", || self.parts_of_index(&engine, || self.check_cancelled()))?;
        let index = IndexPart::to_bytes(&parts)?;
        self.stage.write(INDEX, &index)?;
        Ok(ShardFile::new(&index, None))
    }

    /// What was made, as it stands in the stage.
    fn made(&self, printed: &PrintedPdfs) -> Result<BTreeMap<String, ShardFile>, BuildError> {
        let pages: BTreeMap<&str, usize> =
            printed.values().map(|PrintedPdf { path, print, .. }| (path.as_str(), print.pages)).collect();
        let jobs: Vec<&Job> = self.jobs().collect();
        jobs.into_par_iter()
            .map(|job| {
                let bytes = self.stage.read(&job.path)?;
                let pages = pages.get(job.path.as_str()).copied();
                Ok((job.path.clone(), ShardFile::new(&bytes, pages)))
            })
            .collect()
    }
}
