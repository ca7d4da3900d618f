//! The fonts of a file: how their letters look, and where letters of fonts that it does not hold come from.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use hayro_interpret::CacheKey;
use hayro_interpret::font::{FontData, Glyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object};

use super::collection::Collection;

/// A font without a glyph in it: what stands for the fonts that a file names but does not hold, whose text is wanted only.
const EMPTY_FONT: [u8; 12] = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/// How the letters of a font look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct FontLook {
    /// Bold.
    pub(super) bold: bool,
    /// Italic.
    pub(super) italic: bool,
    /// Whether the file says which characters its codes stand for, itself or by a well-known encoding; a box that stands for
    /// letters that its font lacks is none.
    pub(super) named: bool,
}

/// The fonts of a file.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    looks: HashMap<u128, FontLook>,
    /// Those whose shapes the file holds.
    embedded: HashSet<u128>,
    collections: HashMap<u128, Collection>,
}

impl Fonts {
    /// Those of `pdf`.
    pub(super) fn of(pdf: &Pdf) -> Self {
        let mut fonts = Self::default();
        for object in pdf.objects() {
            if let Object::Dict(dict) = object {
                fonts.note(&dict);
            }
        }
        for page in pdf.pages().iter() {
            for (name, _) in page.resources().fonts.entries() {
                if let Some(dict) = page.resources().get_font(&name) {
                    fonts.note(&dict);
                }
            }
        }
        fonts
    }

    fn note(&mut self, dict: &Dict<'_>) {
        let Some(name) = dict.get::<Name<'_>>("BaseFont") else { return };
        let subtype = dict.get::<Name<'_>>("Subtype").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let lower = name.as_str().to_lowercase();
        let encoded = match dict.get::<Object<'_>>("Encoding") {
            Some(Object::Name(name)) => !name.as_str().starts_with("Identity"),
            Some(_) => true,
            None => false,
        };
        let look = FontLook {
            bold: ["bold", "black", "heavy", "semibold", "demi"].iter().any(|word| lower.contains(word)),
            italic: ["italic", "oblique"].iter().any(|word| lower.contains(word)),
            named: dict.contains_key("ToUnicode") || encoded || subtype != "TrueType",
        };
        self.looks.insert(dict.cache_key(), look);
        self.embedded.extend(is_embedded(dict).then(|| dict.cache_key()));
        self.collections.extend(Collection::of(dict).map(|collection| (dict.cache_key(), collection)));
    }

    /// How `glyph` looks.
    pub(super) fn look(&self, glyph: &Glyph<'_>) -> FontLook {
        let certain = FontLook { named: true, ..FontLook::default() };
        let Glyph::Outline(glyph) = glyph else { return certain };
        let look = self.looks.get(&glyph.font_cache_key()).copied().unwrap_or(certain);
        let box_for_none = self.embedded.contains(&glyph.font_cache_key()) && glyph.glyph_id().to_u32() == 0;
        FontLook { named: look.named && !box_for_none, ..look }
    }

    /// The characters of `glyph`, if the file says so.
    pub(super) fn characters(&self, glyph: &Glyph<'_>) -> Option<String> {
        match (glyph.as_unicode(), glyph) {
            (Some(BfString::Char(letter)), _) => Some(letter.to_string()),
            (Some(BfString::String(letters)), _) => Some(letters),
            (None, Glyph::Outline(glyph)) => {
                self.collections.get(&glyph.font_cache_key())?.character(glyph.glyph_id().to_u32())
            }
            (None, Glyph::Type3(_)) => None,
        }
    }
}

/// Whether the file holds the shapes of the font `dict`.
fn is_embedded(dict: &Dict<'_>) -> bool {
    let inner = dict.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let descriptor = inner.as_ref().unwrap_or(dict).get::<Dict<'_>>("FontDescriptor");
    descriptor
        .is_some_and(|descriptor| ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.contains_key(key)))
}

/// What stands for a font that the file does not hold.
pub(super) fn stand_in() -> (FontData, u32) {
    (Arc::new(EMPTY_FONT), 0)
}
