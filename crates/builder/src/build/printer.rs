//! The one who prints: finds what was printed earlier, and sets the press going only for the rest.

use std::sync::{Mutex, OnceLock, PoisonError};

use nianbao_cache::Key;
use nianbao_model::Municipality;

use super::fonts::fonts_for;
use super::{Build, BuildError};
use crate::kept::{Keeping, Shelf, chosen_fonts, font_files};
use crate::pdf::{
    FontFolders, FontLibrary, PdfError, PdfFile, Press, PrintKey, Printable, codes, rare_characters_of_all,
};

/// Prints the documents of a build. Fonts and templates are loaded when the first document needs them.
pub(super) struct Printer<'a> {
    build: &'a Build<'a>,
    folders: &'a FontFolders,
    /// What documents are kept by; nothing where nothing is kept.
    key: Option<PrintKey>,
    /// Whether nothing but folders and characters decided which fonts print.
    settled: bool,
    /// The fonts, until the press has them.
    fonts: Mutex<Option<FontLibrary>>,
    press: OnceLock<Press>,
}

impl<'a> Printer<'a> {
    /// The printer of `build`, with the fonts in `folders`.
    ///
    /// # Errors
    ///
    /// Fonts that are missing, or cannot show a character.
    pub(super) fn new(build: &'a Build<'a>, folders: &'a FontFolders) -> Result<Self, BuildError> {
        let Build { shelf, municipality, templates, .. } = build;
        let asked = font_files(shelf, folders).and_then(|files| asked(shelf, &files, municipality));
        let kept = asked.as_ref().and_then(|asked| shelf.take(asked));
        let (fonts, chosen, settled) = match kept {
            Some(kept) => (None, Some(kept), true),
            None => {
                let fonts = build.load_fonts(folders)?;
                let chosen = chosen_fonts(shelf, &fonts)?.map(|chosen| chosen.bytes().to_vec());
                let settled = fonts.is_settled();
                if let (Some(asked), Some(chosen), true) = (&asked, &chosen, settled) {
                    shelf.put(asked, chosen);
                }
                (Some(fonts), chosen, settled)
            }
        };
        let key = chosen.and_then(|chosen| PrintKey::new(shelf, templates, &chosen));
        Ok(Self { build, folders, key, settled, fonts: Mutex::new(fonts), press: OnceLock::new() })
    }

    /// Whether the same folders and characters would have the same fonts print.
    pub(super) fn is_settled(&self) -> bool {
        self.settled
    }

    /// The press itself.
    ///
    /// # Errors
    ///
    /// Fonts that are missing, or templates that are no Typst source.
    pub(super) fn press(&self) -> Result<&Press, BuildError> {
        // Who comes second waits here.
        let mut fonts = self.fonts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(press) = self.press.get() {
            return Ok(press);
        }
        let loaded = match fonts.take() {
            Some(fonts) => fonts,
            None => self.build.load_fonts(self.folders)?,
        };
        let press = Press::new(self.build.templates, loaded)?;
        Ok(self.press.get_or_init(|| press))
    }

    /// What a document is kept by.
    pub(super) fn key(&self, document: &impl Printable) -> Result<Option<Key>, PdfError> {
        self.key.as_ref().map(|key| key.of(document)).transpose()
    }

    /// What was printed earlier, if it is kept.
    pub(super) fn find(&self, key: Option<&Key>) -> Option<PdfFile> {
        PdfFile::from_kept(&self.build.shelf.take(key?)?)
    }

    /// Keeps what was printed.
    pub(super) fn keep(&self, key: Option<&Key>, pdf: &PdfFile) {
        if let Some(key) = key {
            self.build.shelf.put(key, &pdf.to_kept());
        }
    }

    /// A document as PDF, printed now or earlier.
    ///
    /// # Errors
    ///
    /// As [`Printer::press`], and what cannot be printed.
    pub(super) fn print(&self, document: &impl Printable) -> Result<PdfFile, BuildError> {
        let key = self.key(document)?;
        if let Some(found) = self.find(key.as_ref()) {
            return Ok(found);
        }
        let pdf = self.press()?.print(document)?;
        self.keep(key.as_ref(), &pdf);
        Ok(pdf)
    }
}

impl Build<'_> {
    /// The printer, if PDFs are asked for.
    pub(super) fn printer(&self) -> Result<Option<Printer<'_>>, BuildError> {
        self.options.fonts.as_ref().map(|folders| Printer::new(self, folders)).transpose()
    }

    fn load_fonts(&self, folders: &FontFolders) -> Result<FontLibrary, BuildError> {
        let reports: Vec<_> = self.municipality.reports().collect();
        fonts_for(folders, Some(self.municipality), &reports)
    }
}

/// What the choice of fonts is kept by: the files that they are chosen from, and the characters that not every font has.
fn asked(shelf: &Shelf, files: &Key, municipality: &Municipality) -> Option<Key> {
    let characters = rare_characters_of_all(municipality);
    Some(shelf.maker(Keeping::Fonts)?.with(files.bytes()).with(codes(&characters)).key())
}
