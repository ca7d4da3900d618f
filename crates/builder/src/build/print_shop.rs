//! The one who prints: finds what was printed earlier, and sets the press going only for the rest.

use std::sync::{Mutex, OnceLock, PoisonError};

use nianbao_cache::{Kept, Key, KeyMaker};
use nianbao_model::{Agency, Municipality, Report};

use super::fonts::fonts_for;
use super::{Build, BuildError};
use crate::kept::{Keeper, Keeping, Made, chosen_fonts, font_files};
use crate::pdf::{
    FontFolders, FontLibrary, PdfError, PdfFile, Press, PrintKey, Printable, codes, rare_characters_of_all,
};

/// Prints the documents of a build. Fonts and templates are loaded when the first document needs them.
pub(super) struct PrintShop<'a> {
    build: &'a Build<'a>,
    folders: &'a FontFolders,
    /// What documents are kept by; nothing where nothing is kept.
    key: Option<PrintKey>,
    /// The beginning of what PDFs are known again by while they are published: the templates and the fonts.
    inputs: Option<KeyMaker>,
    /// Whether nothing but folders and characters decided which fonts print.
    settled: bool,
    /// The fonts, until the press has them.
    fonts: Mutex<Option<FontLibrary>>,
    press: OnceLock<Press>,
}

impl<'a> PrintShop<'a> {
    /// The shop of `build`, with the fonts in `folders`.
    ///
    /// # Errors
    ///
    /// Fonts that are missing, or cannot show a character.
    pub(super) fn new(build: &'a Build<'a>, folders: &'a FontFolders) -> Result<Self, BuildError> {
        let Build { keeper, municipality, templates, .. } = build;
        let asked = font_files(keeper, folders).and_then(|files| asked(keeper, &files, municipality));
        let kept = asked.as_ref().and_then(|asked| keeper.take(asked));
        let (fonts, chosen, settled) = if let Some(kept) = kept {
            (None, Some(kept.bytes), true)
        } else {
            let fonts = build.load_fonts(folders)?;
            let settled = fonts.is_settled();
            let chosen = chosen_fonts(keeper, &fonts)?.map(|chosen| chosen.bytes().to_vec());
            if let (Some(asked), Some(chosen), true) = (&asked, &chosen, settled) {
                keeper.put(asked, chosen);
            }
            (Some(fonts), chosen, settled)
        };
        let key = chosen.as_ref().and_then(|chosen| PrintKey::new(keeper, templates, chosen));
        let inputs = chosen.zip(keeper.maker(Keeping::Pdf)).map(|(chosen, maker)| {
            templates.files_below("pdf").fold(maker.with(chosen), |maker, (name, bytes)| maker.with(name).with(bytes))
        });
        Ok(Self { build, folders, key, inputs, settled, fonts: Mutex::new(fonts), press: OnceLock::new() })
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

    /// What the PDF of a report is known again by, told without laying out what is printed.
    pub(super) fn key_of_report(&self, agency: &Agency, report: &Report) -> Option<Key> {
        let report = self.build.digests?.of_report(agency, report)?.key();
        Some(self.inputs.clone()?.with("report").with(report.bytes()).key())
    }

    /// What was printed earlier, if it is kept.
    pub(super) fn find(&self, key: Option<&Key>) -> Option<Made<PdfFile>> {
        let Kept { bytes, file } = self.build.keeper.take(key?)?;
        Some(Made { what: PdfFile::from_kept(bytes)?, kept: Some(file) })
    }

    /// Keeps what was printed.
    pub(super) fn keep(&self, key: Option<&Key>, pdf: &PdfFile) {
        if let Some(key) = key {
            self.build.keeper.put(key, &pdf.to_kept());
        }
    }

    /// A document as PDF, printed now or earlier.
    ///
    /// # Errors
    ///
    /// As [`PrintShop::press`], and what cannot be printed.
    pub(super) fn print(&self, document: &impl Printable) -> Result<PdfFile, BuildError> {
        let key = self.key(document)?;
        if let Some(found) = self.find(key.as_ref()) {
            return Ok(found.what);
        }
        let pdf = self.press()?.print(document)?;
        self.keep(key.as_ref(), &pdf);
        Ok(pdf)
    }

    /// The same, but it is not kept: it is made on trial.
    ///
    /// # Errors
    ///
    /// As [`PrintShop::print`].
    pub(super) fn try_print(&self, document: &impl Printable) -> Result<PdfFile, BuildError> {
        match self.find(self.key(document)?.as_ref()) {
            Some(found) => Ok(found.what),
            None => Ok(self.press()?.print(document)?),
        }
    }
}

impl Build<'_> {
    /// The shop, if PDFs are asked for.
    pub(super) fn shop(&self) -> Result<Option<PrintShop<'_>>, BuildError> {
        self.options.fonts.as_ref().map(|folders| PrintShop::new(self, folders)).transpose()
    }

    fn load_fonts(&self, folders: &FontFolders) -> Result<FontLibrary, BuildError> {
        let reports: Vec<_> = self.municipality.reports().collect();
        fonts_for(folders, Some(self.municipality), &reports)
    }
}

/// What the choice of fonts is kept by: the files that they are chosen from, and the characters that not every font has.
fn asked(keeper: &Keeper, files: &Key, municipality: &Municipality) -> Option<Key> {
    let characters = rare_characters_of_all(municipality);
    Some(keeper.maker(Keeping::Fonts)?.with(files.bytes()).with(codes(&characters)).key())
}
