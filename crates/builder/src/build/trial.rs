//! Trying a workspace's own templates before anything is printed, so that all that is wrong with them is told in one run.

use std::mem;

use super::printer::Printer;
use super::{Build, BuildError};
use crate::bundle::BundledPdf;
use crate::pdf::Sheet;
use crate::plan::{Product, SiteFile};
use crate::renderer::{RenderError, Renderer};
use crate::templates::Fault;

impl Build<'_> {
    /// Makes sure that a page of each kind and a PDF of each kind come out well, where the workspace has templates of its own.
    pub(super) fn try_templates(&self, printer: Option<&Printer>) -> Result<(), BuildError> {
        let mut faults = Vec::new();
        if self.templates.has_own("html/") {
            faults.extend(self.faults_of_pages());
        }
        if let Some(printer) = printer.filter(|_| self.templates.has_own("pdf/")) {
            faults.extend(self.faults_of_pdfs(printer));
        }
        let findings = self.templates.findings(&faults, "");
        if findings.is_empty() { Ok(()) } else { Err(BuildError::Findings(findings)) }
    }

    fn faults_of_pages(&self) -> Vec<Fault> {
        match self.renderer() {
            Ok(renderer) => self.first_of_each_kind(&renderer).iter().flat_map(RenderError::faults).cloned().collect(),
            Err(error) => error.faults().to_vec(),
        }
    }

    /// Makes the first page of each kind, and the other files that templates make. Says what went wrong.
    fn first_of_each_kind(&self, renderer: &Renderer) -> Vec<RenderError> {
        let (mut kinds, mut errors) = (Vec::new(), Vec::new());
        for job in &self.plan.jobs {
            match job.product {
                Product::Page(page) if !kinds.contains(&mem::discriminant(&page)) => {
                    kinds.push(mem::discriminant(&page));
                    errors.extend(renderer.page(page).err());
                }
                Product::File(file @ (SiteFile::Sitemap | SiteFile::Feed(_))) => {
                    errors.extend(renderer.file(file).err());
                }
                Product::Page(_) | Product::Pdf(..) | Product::File(_) | Product::SearchIndex | Product::Bundle(_) => {}
            }
        }
        errors
    }

    fn faults_of_pdfs(&self, printer: &Printer) -> Vec<Fault> {
        let Some((agency, report)) = self.municipality.reports().next() else { return Vec::new() };
        let printed = printer.print(&Sheet::new(agency, report, self.options.source_date));
        let entry = BundledPdf {
            id: agency.id.clone(),
            file: "report.pdf".to_owned(),
            title: agency.title(report),
            agency: agency.name_on(report).value.clone(),
            pages: 1,
            ..BundledPdf::default()
        };
        let listed = printer.print(&self.contents(report.year, &[entry]));
        let mut faults: Vec<Fault> = Vec::new();
        for error in [printed, listed].into_iter().filter_map(Result::err) {
            // Both meet with templates that are no Typst source.
            let new: Vec<Fault> = error.faults().iter().filter(|fault| !faults.contains(fault)).cloned().collect();
            faults.extend(new);
        }
        faults
    }
}
