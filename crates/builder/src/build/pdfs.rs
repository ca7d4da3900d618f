//! Printing all PDFs.

use nianbao_cache::Key;
use nianbao_model::{Agency, Report};
use rayon::prelude::*;

use super::printed::{PdfKey, PrintedPdf, PrintedPdfs, pdf_key};
use super::printer::Printer;
use super::{Build, BuildError, Unmade};
use crate::checksum::sha256;
use crate::pdf::{PdfError, PdfFile, Press, Sheet};
use crate::plan::Job;
use crate::timings::Made;

/// How many PDFs are printed at least between two clean-ups of Typst's cache, which would grow without end. Each more takes
/// some 7 MB.
const BATCH: usize = 8;

/// How many of them for each thread, so that few wait for the last one of a batch.
const BATCH_OF_THREAD: usize = 2;

/// A PDF that this build makes: its path, and whose it is.
type PdfJob<'a> = (&'a str, &'a Agency, &'a Report);

/// One that was not printed earlier, with what it will be kept by.
type ToPrint<'a> = (PdfJob<'a>, Option<Key>);

impl Build<'_> {
    /// Prints into the stage every PDF that this build makes, or finds it; none without a printer.
    pub(super) fn print_pdfs(&self, printer: Option<&Printer>) -> Result<PrintedPdfs, BuildError> {
        let Some(printer) = printer else { return Ok(PrintedPdfs::new()) };
        let jobs: Vec<PdfJob> = self.jobs().filter_map(Job::pdf).collect();
        self.progress.begin("生成 PDF", jobs.len());
        let looked_up: Result<Vec<_>, BuildError> = jobs.par_iter().map(|job| self.look_up(printer, *job)).collect();
        let (mut printed, mut to_print) = (PrintedPdfs::new(), Vec::new());
        for looked_up in looked_up? {
            match looked_up {
                Ok((key, pdf)) => drop(printed.insert(key, pdf)),
                Err(job) => to_print.push(job),
            }
        }
        for batch in to_print.chunks(BATCH.max(BATCH_OF_THREAD * rayon::current_num_threads())) {
            let press = printer.press()?;
            let batch: Result<Vec<_>, BuildError> =
                batch.par_iter().map(|job| self.print_one(printer, press, job)).collect();
            Press::evict();
            printed.extend(batch?);
        }
        Ok(printed)
    }

    /// The PDF of a report as it was printed earlier, or what is still to be printed.
    fn look_up<'a>(
        &self,
        printer: &Printer,
        job: PdfJob<'a>,
    ) -> Result<Result<(PdfKey, PrintedPdf), ToPrint<'a>>, BuildError> {
        self.check_cancelled()?;
        let (path, agency, report) = job;
        let key = printer.key(&self.sheet(agency, report)).map_err(unmade(agency, report))?;
        match printer.find(key.as_ref()) {
            Some(pdf) => Ok(Ok((pdf_key(agency, report), self.put_pdf(path, &pdf, true)?))),
            None => Ok(Err((job, key))),
        }
    }

    fn print_one(
        &self,
        printer: &Printer,
        press: &Press,
        ((path, agency, report), key): &ToPrint,
    ) -> Result<(PdfKey, PrintedPdf), BuildError> {
        self.check_cancelled()?;
        let print = || press.print(&self.sheet(agency, report)).map(Made::now);
        let pdf = self.timed("PDF", path, print).map_err(unmade(agency, report))?.what;
        printer.keep(key.as_ref(), &pdf);
        Ok((pdf_key(agency, report), self.put_pdf(path, &pdf, false)?))
    }

    fn sheet(&self, agency: &Agency, report: &Report) -> Sheet {
        let sheet = Sheet::new(agency, report, self.options.source_date);
        sheet.for_printing(self.municipality.site.printing).for_proof(self.options.proof)
    }

    fn put_pdf(&self, path: &str, pdf: &PdfFile, kept: bool) -> Result<PrintedPdf, BuildError> {
        self.stage.write(path, &pdf.bytes)?;
        self.progress.step();
        let sha256 = sha256(&pdf.bytes);
        Ok(PrintedPdf { path: path.to_owned(), pages: pdf.pages, bytes: pdf.bytes.len(), kept, sha256 })
    }
}

fn unmade(agency: &Agency, report: &Report) -> impl Fn(PdfError) -> Box<Unmade> {
    |reason| Box::new(Unmade::pdf(agency, report, reason))
}
