//! The fonts of a file: how their letters look, and where letters of fonts that it does not hold come from.

use std::collections::HashMap;
use std::sync::Arc;

use hayro_interpret::CacheKey;
use hayro_interpret::font::{FontData, Glyph, OutlineGlyph};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, Name, Object};

/// A font without a glyph in it: what stands for the fonts that a file names but does not hold, whose text is wanted only.
const EMPTY_FONT: [u8; 12] = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/// How the letters of a font look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
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
    looks: HashMap<u128, Look>,
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
        let look = Look {
            bold: ["bold", "black", "heavy", "semibold", "demi"].iter().any(|word| lower.contains(word)),
            italic: ["italic", "oblique"].iter().any(|word| lower.contains(word)),
            named: dict.contains_key("ToUnicode") || encoded || subtype != "TrueType",
        };
        self.looks.insert(dict.cache_key(), look);
    }

    /// How `glyph` looks.
    pub(super) fn look(&self, glyph: &Glyph<'_>) -> Look {
        match glyph {
            Glyph::Outline(glyph) => self.outline(glyph),
            Glyph::Type3(_) => Look { named: true, ..Look::default() },
        }
    }

    fn outline(&self, glyph: &OutlineGlyph) -> Look {
        if glyph.glyph_id().to_u32() == 0
            && glyph.font_data().is_some_and(|font| font.data.as_ref().as_ref() != EMPTY_FONT)
        {
            return Look::default();
        }
        self.looks.get(&glyph.font_cache_key()).copied().unwrap_or(Look { named: true, ..Look::default() })
    }
}

/// What stands for a font that the file does not hold.
pub(super) fn stand_in() -> (FontData, u32) {
    (Arc::new(EMPTY_FONT), 0)
}
