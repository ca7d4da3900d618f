//! What Typst sees of one document: the shared press, and the files of its own.

use std::collections::BTreeMap;

use jiff::civil::Date;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::{Contents, PdfError, Press, Sheet, options};

/// The world of one document.
pub(super) struct SheetWorld<'a> {
    press: &'a Press,
    main: FileId,
    pub(super) date: Date,
    /// The report and its pictures, by their paths.
    files: BTreeMap<String, Bytes>,
}

impl<'a> SheetWorld<'a> {
    /// The world of a report.
    pub(super) fn of_report(press: &'a Press, sheet: &Sheet) -> Result<Self, PdfError> {
        let mut files: BTreeMap<String, Bytes> = sheet.images().map(|(path, bytes)| (path, bytes.clone())).collect();
        files.insert("report.json".to_owned(), Bytes::new(sheet.data()?));
        Ok(Self { press, main: press.main, date: sheet.date, files })
    }

    /// The world of a table of contents.
    pub(super) fn of_contents(press: &'a Press, contents: &Contents) -> Result<Self, PdfError> {
        let files = BTreeMap::from([("contents.json".to_owned(), Bytes::new(contents.data()?))]);
        Ok(Self { press, main: press.contents, date: contents.date, files })
    }
}

impl World for SheetWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.press.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.press.sources.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_without_slash();
        let own = self.files.get(path).or_else(|| self.press.files.get(path));
        own.cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.font(index)
    }

    /// Not the clock's today.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        options::day(self.date)
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

/// The id of a file that every world has at the same place.
pub(super) fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}
