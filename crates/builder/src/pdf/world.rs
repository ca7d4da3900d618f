//! What Typst sees of one document: what all share, and the files of its own.

use std::collections::BTreeMap;

use jiff::civil::Date;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::printable::Printable;
use super::shared::{SharedWorld, file_id};
use super::{PdfError, options};

/// The world of one document.
pub(super) struct DocumentWorld<'a> {
    shared: &'a SharedWorld,
    main: FileId,
    date: Date,
    /// The files of the document, by their paths.
    files: BTreeMap<String, Bytes>,
}

impl<'a> DocumentWorld<'a> {
    /// The world of `document`.
    pub(super) fn new<P: Printable>(shared: &'a SharedWorld, document: &P) -> Result<Self, PdfError> {
        let main = file_id(P::TEMPLATE).filter(|id| shared.sources.contains_key(id));
        let main = main.ok_or(PdfError::NoTemplate(P::TEMPLATE))?;
        Ok(Self { shared, main, date: document.date(), files: document.files(&shared.fonts)? })
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.shared.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shared.sources.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_without_slash();
        let own = self.files.get(path).or_else(|| self.shared.files.get(path));
        own.cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.font(index)
    }

    /// Not the clock's today.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        options::day(self.date)
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
