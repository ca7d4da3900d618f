//! What a press can print.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nianbao_cache::KeyMaker;
use typst::foundations::Bytes;

use super::FontLibrary;

/// A document with a template that shows it.
pub(crate) trait Printable {
    /// The template that prints it, below `templates/pdf/`.
    const TEMPLATE: &'static str;

    /// The day that the file carries.
    fn date(&self) -> Date;

    /// What names the document: the same for each printing of it.
    fn ident(&self) -> &str;

    /// What its template reads besides what all documents share: files by their paths. It is printed with `fonts`.
    fn files(&self, fonts: &FontLibrary) -> serde_json::Result<BTreeMap<String, Bytes>>;

    /// `maker` with all that these files hang on, but for the fonts.
    fn fingerprint(&self, maker: KeyMaker) -> serde_json::Result<KeyMaker>;
}
