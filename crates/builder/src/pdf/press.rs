//! What all reports share: one library, one font store, one set of templates.

use std::collections::{BTreeMap, HashMap};

use typst::foundations::Bytes;
use typst::syntax::{FileId, Source};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::PdfStandards;

use super::compact::compact;
use super::error::syntax_faults;
use super::options::{options, standards};
use super::world::{SheetWorld, file_id};
use super::{Contents, FontLibrary, PdfError, Sheet};
use crate::Templates;

/// The template that prints a report.
const MAIN: &str = "main.typ";

/// The template that prints a table of contents.
pub(super) const CONTENTS: &str = "contents.typ";

/// How many evictions an unused result of Typst's survives: what reports share is used in every batch,
/// what belongs to one report never again.
const KEPT: usize = 1;

/// Prints reports; may be used by several threads at a time.
pub struct Press {
    /// One for all: it is part of the key of everything that Typst remembers.
    pub(super) library: LazyHash<Library>,
    pub(super) fonts: FontLibrary,
    pub(super) main: FileId,
    pub(super) contents: FileId,
    pub(super) sources: HashMap<FileId, Source>,
    pub(super) files: BTreeMap<String, Bytes>,
    standards: PdfStandards,
}

/// A printed report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfFile {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

impl Press {
    /// A press with these templates and fonts.
    pub fn new(templates: &Templates, fonts: FontLibrary) -> Result<Self, PdfError> {
        let sources: HashMap<FileId, Source> = templates
            .below("pdf")
            .filter(|(name, _)| matches!(name.rsplit_once('.'), Some((_, "typ"))))
            .filter_map(|(name, text)| file_id(name).map(|id| (id, Source::new(id, text.to_owned()))))
            .collect();
        let mut faults: Vec<_> = sources.values().flat_map(syntax_faults).collect();
        if !faults.is_empty() {
            faults.sort_by_key(|fault| fault.place.as_ref().map(|place| (place.file.clone(), place.line)));
            return Err(PdfError::Typst(faults));
        }
        let template = |name| file_id(name).filter(|id| sources.contains_key(id)).ok_or(PdfError::NoTemplate(name));
        Ok(Self {
            // `pdf.header-cell`, which names the headings of a table's rows, is not yet on by default.
            library: LazyHash::new(
                Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build(),
            ),
            main: template(MAIN)?,
            contents: template(CONTENTS)?,
            sources,
            files: files(templates, &fonts)?,
            fonts,
            standards: standards()?,
        })
    }

    /// The fonts that it prints with.
    pub fn fonts(&self) -> &FontLibrary {
        &self.fonts
    }

    /// One report as PDF. The same sheet gives the same bytes, on any thread and any day.
    pub fn print(&self, sheet: &Sheet) -> Result<PdfFile, PdfError> {
        self.print_world(&SheetWorld::of_report(self, sheet)?, &sheet.ident)
    }

    /// The table of contents of a bundle as PDF.
    pub fn print_contents(&self, contents: &Contents) -> Result<PdfFile, PdfError> {
        self.print_world(&SheetWorld::of_contents(self, contents)?, &contents.ident)
    }

    fn print_world(&self, world: &SheetWorld, ident: &str) -> Result<PdfFile, PdfError> {
        let PdfFile { bytes, pages } = self.typeset(world, ident)?;
        Ok(PdfFile { bytes: compact(&bytes)?, pages })
    }

    /// The PDF as Typst makes it.
    pub(super) fn typeset(&self, world: &SheetWorld, ident: &str) -> Result<PdfFile, PdfError> {
        let document: PagedDocument =
            typst::compile(world).output.map_err(|problems| PdfError::typst(world, &problems))?;
        let options = options(&self.standards, ident.to_owned(), world.date);
        let bytes = typst_pdf::pdf(&document, &options).map_err(|problems| PdfError::typst(world, &problems))?;
        Ok(PdfFile { bytes, pages: document.pages().len() })
    }

    /// Forgets what earlier reports left in Typst's memory, which is the whole process's. To be called
    /// between batches, by whoever hands them out, also when a report failed.
    pub fn evict(&self) {
        comemo::evict(KEPT);
    }
}

/// What the templates read besides each other: the fonts, and what a workspace put beside its own templates.
fn files(templates: &Templates, fonts: &FontLibrary) -> Result<BTreeMap<String, Bytes>, PdfError> {
    let mut files: BTreeMap<String, Bytes> =
        templates.files_below("pdf").map(|(name, bytes)| (name.to_owned(), Bytes::new(bytes.to_vec()))).collect();
    files.insert("fonts.json".to_owned(), Bytes::new(fonts.settings(|_| true)?));
    Ok(files)
}
