//! Making one shard: the files of the reports that it was assigned, and the manifest that tells of them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::printed::{PrintedPdf, PrintedPdfs};
use super::search::index_parts;
use super::{Build, BuildError, Counts};
use crate::pdf::Press;
use crate::plan::Job;
use crate::search::{Engine, Part};
use crate::shard::{INDEX, MANIFEST, Manifest, Shard, ShardFile};

impl Build<'_> {
    /// Renders the files of a shard into the stage, its manifest last.
    pub(super) fn make_shard(&self, shard: Shard, press: Option<&Press>) -> Result<Counts, BuildError> {
        let printed = self.print_pdfs(press)?;
        let pages = self.make_pages(&printed)?;
        self.progress.begin("生成检索索引", 1);
        let index = self.index_of_shard()?;
        self.stage.write(INDEX, &index)?;
        let files = self.made(&printed)?;
        let manifest = Manifest::new(shard, self.inputs(press)?, files, ShardFile::new(&index, None));
        self.stage.write(MANIFEST, &manifest.to_json())?;
        Ok(Counts { pages, pdfs: printed.len() })
    }

    /// What the search index knows of the pages of a shard.
    fn index_of_shard(&self) -> Result<Vec<u8>, BuildError> {
        let engine = Engine::new(rayon::current_num_threads())?;
        Ok(Part::to_bytes(&index_parts(&engine, self.jobs(), || self.check_cancelled())?)?)
    }

    /// What was made, as it stands in the stage.
    fn made(&self, printed: &PrintedPdfs) -> Result<BTreeMap<String, ShardFile>, BuildError> {
        let pages: BTreeMap<&str, usize> =
            printed.values().map(|PrintedPdf { path, pages, .. }| (path.as_str(), *pages)).collect();
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
