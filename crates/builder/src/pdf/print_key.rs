//! What printed documents are kept by.

use nianbao_cache::{Key, KeyMaker};

use super::PdfError;
use super::printable::Printable;
use crate::kept::{Keeping, Shelf};
use crate::templates::Templates;

/// What all documents hang on besides themselves: the program, the templates and the fonts.
#[derive(Debug, Clone)]
pub(crate) struct PrintKey(KeyMaker);

impl PrintKey {
    /// For documents that are printed with `templates` and the fonts that `fonts` stands for; nothing where nothing is kept.
    pub(crate) fn new(shelf: &Shelf, templates: &Templates, fonts: &[u8]) -> Option<Self> {
        let maker = shelf.maker(Keeping::Pdf)?.with(fonts);
        // Which of them a template reads may hang on anything.
        let files = templates.files_below("pdf");
        Some(Self(files.fold(maker, |maker, (name, bytes)| maker.with(name).with(bytes))))
    }

    /// The key of `document`.
    ///
    /// # Errors
    ///
    /// A document that cannot be written as JSON.
    pub(crate) fn of<P: Printable>(&self, document: &P) -> Result<Key, PdfError> {
        let maker = self.0.clone().with(P::TEMPLATE).with(document.ident()).with(document.date().to_string());
        Ok(document.fingerprint(maker)?.key())
    }
}
