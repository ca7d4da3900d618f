//! Trying a workspace's own templates before anything is printed, so that all that is wrong with them is told in one run.

use std::mem;

use super::fonts::fonts_for;
use super::{Build, BuildError};
use crate::bundle::BundledPdf;
use crate::pdf::{Press, Sheet};
use crate::plan::{Product, SiteFile};
use crate::renderer::{RenderError, Renderer};
use crate::templates::Fault;

impl Build<'_> {
    /// The press, if PDFs are asked for, once a page of each kind and a PDF of each kind came out well.
    pub(super) fn tried_press(&self) -> Result<Option<Press>, BuildError> {
        let reports: Vec<_> = self.municipality.reports().collect();
        let fonts = self
            .options
            .fonts
            .as_ref()
            .map(|folders| fonts_for(folders, Some(self.municipality), &reports))
            .transpose()?;
        let press = fonts.map(|fonts| Press::new(self.templates, fonts)).transpose();
        let mut faults = Vec::new();
        if self.templates.has_own("html/") {
            faults.extend(self.faults_of_pages());
        }
        if self.templates.has_own("pdf/") {
            faults.extend(match &press {
                Ok(press) => press.as_ref().map(|press| self.faults_of_pdfs(press)).unwrap_or_default(),
                Err(error) => error.faults().to_vec(),
            });
        }
        let findings = self.templates.findings(&faults, "");
        if findings.is_empty() { Ok(press?) } else { Err(BuildError::Findings(findings)) }
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

    fn faults_of_pdfs(&self, press: &Press) -> Vec<Fault> {
        let Some((agency, report)) = self.municipality.reports().next() else { return Vec::new() };
        let printed = press.print(&Sheet::new(agency, report, self.options.source_date));
        let entry = BundledPdf {
            id: agency.id.clone(),
            file: "report.pdf".to_owned(),
            title: agency.title(report),
            agency: agency.name_on(report).value.clone(),
            pages: 1,
            ..BundledPdf::default()
        };
        let listed = press.print(&self.contents(report.year, &[entry]));
        [printed, listed].into_iter().filter_map(Result::err).flat_map(|error| error.faults().to_vec()).collect()
    }
}
