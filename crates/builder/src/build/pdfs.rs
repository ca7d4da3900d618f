//! Printing all PDFs.

use nianbao_cache::Key;
use nianbao_model::{Agency, Report};
use rayon::prelude::*;

use super::print_shop::PrintShop;
use super::printed::{PdfKey, PrintedPdf, PrintedPdfs, pdf_key};
use super::{Build, BuildError, Unmade};
use crate::checksum::sha256;
use crate::kept::Made;
use crate::pdf::{PdfError, PdfFile, Press, Sheet};
use crate::plan::Job;
use crate::publish::Print;

/// How many PDFs are printed at least between two clean-ups of Typst's cache, which would grow without end. Each more takes
/// some 7 MB.
const BATCH: usize = 8;

/// How many of them for each thread, so that few wait for the last one of a batch.
const BATCH_OF_THREAD: usize = 2;

/// A PDF that this build makes: its path, and whose it is.
type PdfJob<'a> = (&'a str, &'a Agency, &'a Report);

/// One that was not printed earlier.
type ToPrint<'a> = (PdfJob<'a>, Keys);

/// What a PDF is kept by, where something is kept.
struct Keys {
    /// What it is made from: told soon, and good as long as it is published.
    inputs: Option<Key>,
    /// What is printed on it.
    document: Option<Key>,
}

/// A PDF that was looked for.
enum LookedUp<'a> {
    Printed(PdfKey, PrintedPdf),
    ToPrint(ToPrint<'a>),
}

impl Build<'_> {
    /// Prints into the stage every PDF that this build makes, or finds it; none without a print shop.
    pub(super) fn print_pdfs(&self, shop: Option<&PrintShop>) -> Result<PrintedPdfs, BuildError> {
        let Some(shop) = shop else { return Ok(PrintedPdfs::new()) };
        let jobs: Vec<PdfJob> = self.jobs().filter_map(Job::pdf).collect();
        self.progress.begin("生成 PDF", jobs.len());
        let looked_up: Result<Vec<_>, BuildError> = jobs.par_iter().map(|job| self.look_up(shop, *job)).collect();
        let (mut printed, mut to_print) = (PrintedPdfs::new(), Vec::new());
        for looked_up in looked_up? {
            match looked_up {
                LookedUp::Printed(key, pdf) => drop(printed.insert(key, pdf)),
                LookedUp::ToPrint(job) => to_print.push(job),
            }
        }
        for batch in to_print.chunks(BATCH.max(BATCH_OF_THREAD * rayon::current_num_threads())) {
            let press = shop.press()?;
            let batch: Result<Vec<_>, BuildError> =
                batch.par_iter().map(|job| self.print_one(shop, press, job)).collect();
            Press::evict();
            printed.extend(batch?);
        }
        Ok(printed)
    }

    /// The PDF of a report as it was printed earlier, or what is still to be printed.
    fn look_up<'a>(&self, shop: &PrintShop, job: PdfJob<'a>) -> Result<LookedUp<'a>, BuildError> {
        self.check_cancelled()?;
        let (path, agency, report) = job;
        let inputs = shop.key_of_report(agency, report);
        if let Some(published) = inputs.and_then(|key| self.take_over(path, key)) {
            return Ok(LookedUp::Printed(pdf_key(agency, report), published));
        }
        let key = shop.key(&self.sheet(agency, report)).map_err(unmade(agency, report))?;
        let keys = Keys { inputs, document: key };
        Ok(match shop.find(keys.document.as_ref()) {
            Some(pdf) => LookedUp::Printed(pdf_key(agency, report), self.put_pdf(path, &pdf, inputs)?),
            None => LookedUp::ToPrint((job, keys)),
        })
    }

    /// The PDF at `path` as it is published.
    fn take_over(&self, path: &str, key: Key) -> Option<PrintedPdf> {
        let print = self.stage.published_print(&key)?.clone();
        if !self.stage.take_over(path, &key) {
            return None;
        }
        self.progress.step();
        Some(PrintedPdf { path: path.to_owned(), print, kept: true, key: Some(key) })
    }

    fn print_one(
        &self,
        shop: &PrintShop,
        press: &Press,
        ((path, agency, report), keys): &ToPrint,
    ) -> Result<(PdfKey, PrintedPdf), BuildError> {
        self.check_cancelled()?;
        let print = || press.print(&self.sheet(agency, report));
        let pdf = self.timed("PDF", path, print).map_err(unmade(agency, report))?;
        shop.keep(keys.document.as_ref(), &pdf);
        Ok((pdf_key(agency, report), self.put_pdf(path, &Made::now(pdf), keys.inputs)?))
    }

    fn sheet(&self, agency: &Agency, report: &Report) -> Sheet {
        let sheet = Sheet::new(agency, report, self.options.source_date);
        sheet.for_printing(self.municipality.site.printing).for_proof(self.options.proof)
    }

    fn put_pdf(
        &self,
        path: &str,
        Made { what: pdf, kept }: &Made<PdfFile>,
        key: Option<Key>,
    ) -> Result<PrintedPdf, BuildError> {
        self.stage.put(path, &pdf.bytes, kept.as_ref())?;
        self.progress.step();
        let print = Print { pages: pdf.pages, bytes: pdf.bytes.len(), sha256: sha256(&pdf.bytes) };
        if let Some(key) = &key {
            self.stage.list(path, key, Some(print.clone()));
        }
        Ok(PrintedPdf { path: path.to_owned(), print, kept: kept.is_some(), key })
    }
}

fn unmade(agency: &Agency, report: &Report) -> impl Fn(PdfError) -> Box<Unmade> {
    |reason| Box::new(Unmade::pdf(agency, report, reason))
}
