//! Printing all PDFs.

use std::collections::BTreeMap;

use nianbao_model::{Agency, AgencyId, Report};
use rayon::prelude::*;

use super::{Build, BuildError};
use crate::bundle;
use crate::pdf::{Press, Sheet};
use crate::plan::{Job, Product};

/// What is known of each PDF once it is printed.
pub(super) type Printed = BTreeMap<Key, Record>;

/// An agency and a year.
type Key = (AgencyId, i16);

pub(super) fn key(agency: &Agency, report: &Report) -> Key {
    (agency.id.clone(), report.year)
}

/// A printed PDF.
#[derive(Debug, Clone)]
pub(super) struct Record {
    pub(super) path: String,
    pub(super) pages: usize,
    pub(super) bytes: usize,
    pub(super) sha256: String,
}

/// How many PDFs are printed at least between two clean-ups of Typst's cache, which would grow without end. Each more takes
/// some 7 MB.
const BATCH: usize = 8;

/// How many of them for each thread, so that few wait for the last one of a batch.
const BATCH_OF_THREAD: usize = 2;

impl Build<'_> {
    /// Prints into the stage every PDF that this build makes; none without a press.
    pub(super) fn print(&self, press: Option<&Press>) -> Result<Printed, BuildError> {
        let mut printed = Printed::new();
        let Some(press) = press else { return Ok(printed) };
        let jobs: Vec<&Job> = self.jobs().filter(|job| matches!(job.product, Product::Pdf(..))).collect();
        self.progress.begin("生成 PDF", jobs.len());
        for batch in jobs.chunks(BATCH.max(BATCH_OF_THREAD * rayon::current_num_threads())) {
            let records: Result<Vec<_>, BuildError> = batch.par_iter().map(|job| self.print_one(press, job)).collect();
            press.evict();
            printed.extend(records?.into_iter().flatten());
        }
        Ok(printed)
    }

    fn print_one(&self, press: &Press, job: &Job) -> Result<Option<(Key, Record)>, BuildError> {
        let Product::Pdf(agency, report) = job.product else { return Ok(None) };
        self.check_cancelled()?;
        let document = press
            .print(&Sheet::new(agency, report, self.options.source_date).for_printing(self.municipality.site.printing))
            .map_err(|reason| BuildError::Report { title: agency.title(report), reason })?;
        self.stage.write(&job.path, &document.bytes)?;
        self.progress.step();
        let record = Record {
            path: job.path.clone(),
            pages: document.pages,
            bytes: document.bytes.len(),
            sha256: bundle::sha256(&document.bytes),
        };
        Ok(Some((key(agency, report), record)))
    }
}
