//! Bundling the PDFs by year.

use std::collections::BTreeMap;

use nianbao_cache::{Key, KeyMaker};
use nianbao_model::{Agency, Report};
use rayon::prelude::*;

use super::groups::groups;
use super::print_shop::PrintShop;
use super::printed::{PrintedPdf, PrintedPdfs, pdf_key};
use super::{Build, BuildError};
use crate::bundle::{self, Archive, Bundle, BundledPdf};
use crate::checksum::sha256;
use crate::dates;
use crate::kept::Keeping;
use crate::pdf::{Contents, ContentsGroup, ContentsItem, Press};
use crate::percent::percent_encoded;
use crate::plan::{BundleFile, Product};
use crate::view::{date_text, title};

impl Build<'_> {
    /// Copies the PDFs to `bundle/<year>/` under their titles, with what goes with them; nothing without a print shop. The plan
    /// has the files of each year in the order in which they depend on each other.
    pub(super) fn make_bundles(&self, shop: Option<&PrintShop>, printed: &PrintedPdfs) -> Result<(), BuildError> {
        let Some(shop) = shop else { return Ok(()) };
        self.copy_pdfs(printed)?;
        let mut years: BTreeMap<i16, Bundle> = BTreeMap::new();
        for job in &self.plan.jobs {
            let (path, Product::Bundle(file)) = (&job.path, job.product) else { continue };
            match file {
                BundleFile::Report(agency, report) => {
                    let Some(pdf) = printed.get(&pdf_key(agency, report)) else { continue };
                    let bundle = years.entry(report.year).or_default();
                    bundle.entries.push(entry(path, agency, report, pdf));
                    bundle.files.push((path.clone(), pdf.print.sha256.clone()));
                }
                BundleFile::Contents(year) => {
                    let bundle = years.entry(year).or_default();
                    let contents = self.print_contents(shop, year, &bundle.entries)?;
                    self.put(bundle, path, &contents)?;
                }
                BundleFile::List(year) => {
                    let bundle = years.entry(year).or_default();
                    self.put(bundle, path, &bundle.list())?;
                }
                BundleFile::Checksums(year) => {
                    let bundle = years.entry(year).or_default();
                    self.put(bundle, path, bundle.sums().as_bytes())?;
                }
                BundleFile::Archive(year) => self.archive(path, years.remove(&year).unwrap_or_default(), year)?,
            }
            self.check_cancelled()?;
        }
        Ok(())
    }

    /// Puts the PDFs of reports where bundles have them.
    fn copy_pdfs(&self, printed: &PrintedPdfs) -> Result<(), BuildError> {
        self.plan.jobs.par_iter().try_for_each(|job| {
            let Product::Bundle(BundleFile::Report(agency, report)) = job.product else { return Ok(()) };
            let Some(pdf) = printed.get(&pdf_key(agency, report)) else { return Ok(()) };
            self.check_cancelled()?;
            let key = pdf.key.map(|key| KeyMaker::new("bundled").with(key.bytes()).key());
            self.put_unless_published(&job.path, key, || {
                Ok(self.stage.write(&job.path, &self.stage.read(&pdf.path)?)?)
            })
        })
    }

    /// Has `write` write the file at `path`, unless the one that was made by `key` can be taken over.
    fn put_unless_published(
        &self,
        path: &str,
        key: Option<Key>,
        write: impl FnOnce() -> Result<(), BuildError>,
    ) -> Result<(), BuildError> {
        let Some(key) = key else { return write() };
        if !self.stage.take_over(path, &key) {
            write()?;
            self.stage.list(path, &key, None);
        }
        Ok(())
    }

    /// The content of 目录.pdf.
    fn print_contents(&self, shop: &PrintShop, year: i16, entries: &[BundledPdf]) -> Result<Vec<u8>, BuildError> {
        let contents = self.contents(year, entries);
        let pdf = shop.print(&contents)?;
        Press::evict();
        Ok(pdf.bytes)
    }

    /// Writes a file and takes it into the bundle.
    fn put(&self, bundle: &mut Bundle, path: &str, bytes: &[u8]) -> Result<(), BuildError> {
        self.stage.write(path, bytes)?;
        bundle.files.push((path.to_owned(), sha256(bytes)));
        Ok(())
    }

    /// The files of a bundle in one, which hangs on their names and checksums.
    fn archive(&self, path: &str, bundle: Bundle, year: i16) -> Result<(), BuildError> {
        let key = self.keeper.maker(Keeping::Ledger).map(|maker| maker.with_all_of(&("archive", &bundle.files)).key());
        self.put_unless_published(path, key, || self.pack(path, bundle, year))
    }

    /// Packs the files of a bundle into one, in a folder named by the year.
    fn pack(&self, path: &str, bundle: Bundle, year: i16) -> Result<(), BuildError> {
        let mut archive = Archive::new(self.stage.create(path)?);
        for (file, _) in bundle.files {
            archive.add(&format!("{year}/{}", bundle::name(&file)), &self.stage.read(&file)?)?;
            self.check_cancelled()?;
        }
        Ok(self.stage.close(path, archive.finish()?)?)
    }

    /// The table of contents of a year, dated as its latest report.
    pub(super) fn contents(&self, year: i16, entries: &[BundledPdf]) -> Contents {
        let reports = self.municipality.reports().filter(|(_, report)| report.year == year);
        let latest = reports.map(|(_, report)| dates::of_file(report, self.options.source_date)).max();
        let government = &self.municipality.root.name_in(year).value;
        let group = |(heading, entries): (Option<String>, Vec<(usize, &BundledPdf)>)| ContentsGroup {
            heading,
            items: entries.into_iter().map(|(at, entry)| item(year, at, entry)).collect(),
        };
        Contents {
            title_lines: title::lines(&[government, &format!("{year}年政府信息公开工作年度报告目录")]),
            date: latest.unwrap_or_else(|| dates::new_year_after(year)),
            ident: format!("目录/{government}/{year}"),
            government: government.clone(),
            cover_lines: vec![format!("{year}年"), "政府信息公开工作年度报告".to_owned()],
            sponsor: self.municipality.sponsor().value.clone(),
            printing: self.municipality.site.printing,
            proof: self.options.proof,
            groups: groups(self.municipality, entries).into_iter().map(group).collect(),
        }
    }
}

fn entry(path: &str, agency: &Agency, report: &Report, pdf: &PrintedPdf) -> BundledPdf {
    BundledPdf {
        id: agency.id.clone(),
        file: bundle::name(path).to_owned(),
        title: agency.title(report),
        corrected: dates::corrected(report),
        agency: agency.name_on(report).value.clone(),
        pages: pdf.print.pages,
        bytes: pdf.print.bytes,
        sha256: pdf.print.sha256.clone(),
    }
}

/// The heading of the list says the year and the kind of the reports, so that the agency's name tells enough.
fn item(year: i16, at: usize, entry: &BundledPdf) -> ContentsItem {
    let usual = entry.title == format!("{}{year}年政府信息公开工作年度报告", entry.agency);
    let title = if usual { &entry.agency } else { &entry.title };
    let corrected = entry.corrected.map(|day| format!("（{}更正）", date_text(day)));
    ContentsItem {
        number: at + 1,
        title: format!("{title}{}", corrected.unwrap_or_default()),
        pages: entry.pages,
        href: percent_encoded(&entry.file),
    }
}
