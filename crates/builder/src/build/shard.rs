//! Making one shard: the files of the reports that it was assigned, and the manifest that tells of them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::pages::PageCounts;
use super::printed::{PrintedPdf, PrintedPdfs};
use super::printer::Printer;
use super::{Build, BuildError, Counts};
use crate::checksum::sha256;
use crate::plan::Job;
use crate::shard::{MANIFEST, Manifest, Shard, ShardFile};

impl Build<'_> {
    /// Renders the files of a shard into the stage, its manifest last.
    pub(super) fn make_shard(&self, shard: Shard, printer: Option<&Printer>) -> Result<Counts, BuildError> {
        let printed = self.print_pdfs(printer)?;
        let PageCounts { pages, kept } = self.make_pages(&printed)?;
        let manifest = Manifest::new(shard, self.inputs(printer)?, self.made(&printed)?);
        self.stage.write(MANIFEST, &manifest.to_json())?;
        Ok(Counts::new(pages, kept, &printed))
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
                Ok((job.path.clone(), ShardFile { bytes: bytes.len(), sha256: sha256(&bytes), pages }))
            })
            .collect()
    }
}
