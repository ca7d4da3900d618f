//! Prints documents.

use typst_layout::PagedDocument;
use typst_pdf::PdfStandards;

use super::compact::compact;
use super::options::{options, standards};
use super::printable::Printable;
use super::shared::SharedWorld;
use super::world::DocumentWorld;
use super::{FontLibrary, PdfError};
use crate::templates::Templates;

/// How many evictions an unused result of Typst's survives: what reports share is used in every batch,
/// what belongs to one report never again.
const KEPT: usize = 1;

/// Prints documents; may be used by several threads at a time.
pub(crate) struct Press {
    pub(super) shared: SharedWorld,
    standards: PdfStandards,
}

/// A printed document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PdfFile {
    /// The PDF file.
    pub(crate) bytes: Vec<u8>,
    /// How many pages it has.
    pub(crate) pages: usize,
}

impl PdfFile {
    /// It in bytes, as it is kept.
    pub(crate) fn to_kept(&self) -> Vec<u8> {
        [&(self.pages as u64).to_le_bytes(), self.bytes.as_slice()].concat()
    }

    /// The same from these bytes; nothing if they are none of it.
    pub(crate) fn from_kept(kept: &[u8]) -> Option<Self> {
        let (pages, bytes) = kept.split_first_chunk()?;
        Some(Self { bytes: bytes.to_vec(), pages: u64::from_le_bytes(*pages).try_into().ok()? })
    }
}

impl Press {
    /// A press with these templates and fonts.
    ///
    /// # Errors
    ///
    /// Templates that are no Typst source.
    pub(crate) fn new(templates: &Templates, fonts: FontLibrary) -> Result<Self, PdfError> {
        Ok(Self { shared: SharedWorld::new(templates, fonts)?, standards: standards()? })
    }

    /// The fonts that it prints with.
    pub(crate) fn fonts(&self) -> &FontLibrary {
        &self.shared.fonts
    }

    /// A document as PDF: the one way in which any is made. The same document gives the same bytes, on any thread and any
    /// day.
    ///
    /// # Errors
    ///
    /// A template that Typst refuses, or that refuses what it is given.
    pub(crate) fn print<P: Printable>(&self, document: &P) -> Result<PdfFile, PdfError> {
        let PdfFile { bytes, pages } = self.typeset(document)?;
        Ok(PdfFile { bytes: compact(&bytes).ok_or(PdfError::Compact)?, pages })
    }

    /// The PDF as Typst makes it.
    pub(super) fn typeset<P: Printable>(&self, document: &P) -> Result<PdfFile, PdfError> {
        let world = DocumentWorld::new(&self.shared, document)?;
        let pages = Self::lay_out(&world)?;
        let options = options(&self.standards, document.ident().to_owned(), document.date());
        let bytes = typst_pdf::pdf(&pages, &options).map_err(|problems| PdfError::typst(&world, &problems))?;
        Ok(PdfFile { bytes, pages: pages.pages().len() })
    }

    /// The pages of the document that `world` is of.
    pub(super) fn lay_out(world: &DocumentWorld) -> Result<PagedDocument, PdfError> {
        typst::compile(world).output.map_err(|problems| PdfError::typst(world, &problems))
    }

    /// Forgets what earlier reports left in Typst's memory, which is the whole process's. To be called
    /// between batches, by whoever hands them out, also when a report failed.
    pub(crate) fn evict() {
        comemo::evict(KEPT);
    }
}
