//! Trying a workspace's own templates before anything is printed, so that all that is wrong with them is told in one run.

use std::mem;

use super::{Build, BuildError, Options};
use crate::bundle::BundledPdf;
use crate::pdf::{PdfError, Press, Sheet};
use crate::renderer::Renderer;
use crate::{Fault, Product};

impl Build<'_> {
    /// The findings that a page of each kind and a PDF of each kind show.
    pub(super) fn try_templates(&self, press: Option<&Result<Press, PdfError>>) -> Result<(), BuildError> {
        let mut faults = if self.templates.has_own("html/") { self.faults_of_pages() } else { Vec::new() };
        if self.templates.has_own("pdf/") {
            faults.extend(press.map(|press| self.faults_of_pdfs(press)).unwrap_or_default());
        }
        let findings = self.templates.findings(&faults, "");
        if findings.is_empty() { Ok(()) } else { Err(BuildError::Findings(findings)) }
    }

    fn faults_of_pages(&self) -> Vec<Fault> {
        let Options { fonts, source_date, .. } = self.options;
        let renderer = match Renderer::new(self.municipality, self.templates, self.plan, fonts.is_some(), *source_date)
        {
            Ok(renderer) => renderer,
            Err(error) => return error.faults().to_vec(),
        };
        let (mut kinds, mut faults) = (Vec::new(), Vec::new());
        for product in self.plan.jobs.iter().map(|job| job.product).filter(Product::has_template) {
            let kind = mem::discriminant(&product);
            if !kinds.contains(&kind) {
                kinds.push(kind);
                faults.extend(renderer.make(product, |_, _| None).err().iter().flat_map(BuildError::faults).cloned());
            }
        }
        faults
    }

    fn faults_of_pdfs(&self, press: &Result<Press, PdfError>) -> Vec<Fault> {
        let press = match press {
            Ok(press) => press,
            Err(error) => return error.faults().to_vec(),
        };
        let Some((agency, report)) = self.municipality.reports().next() else { return Vec::new() };
        let printed = press.print(&Sheet::new(agency, report, self.options.source_date));
        let entry = BundledPdf {
            id: agency.id.clone(),
            file: "report.pdf".to_owned(),
            title: agency.title(report),
            agency: agency.name.value.clone(),
            pages: 1,
            ..BundledPdf::default()
        };
        let listed = press.print_contents(&self.contents(report.year, &[entry]));
        [printed, listed].into_iter().filter_map(Result::err).flat_map(|error| error.faults().to_vec()).collect()
    }
}
