//! Printing all PDFs.

use nianbao_model::{Agency, Report};
use rayon::prelude::*;

use super::printed::{PrintedPdf, PrintedPdfs, key};
use super::{Build, BuildError, Unmade};
use crate::checksum::sha256;
use crate::pdf::{Press, Sheet};
use crate::plan::Job;

/// How many PDFs are printed at least between two clean-ups of Typst's cache, which would grow without end. Each more takes
/// some 7 MB.
const BATCH: usize = 8;

/// How many of them for each thread, so that few wait for the last one of a batch.
const BATCH_OF_THREAD: usize = 2;

impl Build<'_> {
    /// Prints into the stage every PDF that this build makes; none without a press.
    pub(super) fn print_pdfs(&self, press: Option<&Press>) -> Result<PrintedPdfs, BuildError> {
        let mut printed = PrintedPdfs::new();
        let Some(press) = press else { return Ok(printed) };
        let jobs: Vec<_> = self.jobs().filter_map(Job::pdf).collect();
        self.progress.begin("生成 PDF", jobs.len());
        for batch in jobs.chunks(BATCH.max(BATCH_OF_THREAD * rayon::current_num_threads())) {
            let print = |(path, agency, report): &(&str, &Agency, &Report)| {
                Ok((key(agency, report), self.print_one(press, path, agency, report)?))
            };
            let batch: Result<Vec<_>, BuildError> = batch.par_iter().map(print).collect();
            Press::evict();
            printed.extend(batch?);
        }
        Ok(printed)
    }

    fn print_one(&self, press: &Press, path: &str, agency: &Agency, report: &Report) -> Result<PrintedPdf, BuildError> {
        self.check_cancelled()?;
        let sheet = Sheet::new(agency, report, self.options.source_date);
        let pdf = press
            .print(&sheet.for_printing(self.municipality.site.printing).for_proof(self.options.proof))
            .map_err(|reason| Box::new(Unmade::pdf(agency, report, reason)))?;
        self.stage.write(path, &pdf.bytes)?;
        self.progress.step();
        let sha256 = sha256(&pdf.bytes);
        Ok(PrintedPdf { path: path.to_owned(), pages: pdf.pages, bytes: pdf.bytes.len(), sha256 })
    }
}
