//! Letters of fonts that the file holds without saying which characters they are, as older programs write it: by the place of the
//! letter in the character collection of its country.

use std::cell::OnceCell;
use std::collections::HashMap;

use hayro_interpret::hayro_cmap::{BfString, CMap, CidFamily, load_embedded};
use hayro_interpret::hayro_syntax::object::{Array, Dict, Stream, String as Bytes};

/// Which place of a character collection each glyph of a font has.
#[derive(Debug)]
pub(super) struct Collection {
    /// By the number of the glyph; nothing where they are the same.
    places: Option<HashMap<u32, u32>>,
    /// The characters by their places.
    characters: OnceCell<Option<CMap>>,
    family: CidFamily,
}

impl Collection {
    /// That of the composite font `dict`, if its characters must be found so.
    pub(super) fn of(dict: &Dict<'_>) -> Option<Self> {
        let font = dict.get::<Array<'_>>("DescendantFonts")?.iter::<Dict<'_>>().next()?;
        let drawn_by_number = font.get::<Dict<'_>>("FontDescriptor")?.contains_key("FontFile2");
        let info = font.get::<Dict<'_>>("CIDSystemInfo")?;
        let word = |key: &str| info.get::<Bytes<'_>>(key).map(|bytes| bytes.as_bytes().to_vec());
        let family = CidFamily::from_registry_ordering(&word("Registry")?, &word("Ordering")?);
        family.ucs2_cmap()?;
        if dict.contains_key("ToUnicode") || !drawn_by_number {
            return None;
        }
        let places = font.get::<Stream<'_>>("CIDToGIDMap").map(|stream| stream.decoded().map(|map| inverse(&map)));
        let places = places.transpose().ok()?;
        Some(Self { places, characters: OnceCell::new(), family })
    }

    /// The character of glyph `number`.
    pub(super) fn character(&self, number: u32) -> Option<String> {
        let place = match &self.places {
            Some(places) => *places.get(&number)?,
            None => number,
        };
        let characters =
            self.characters.get_or_init(|| CMap::parse(load_embedded(self.family.ucs2_cmap()?)?, load_embedded));
        match characters.as_ref()?.lookup_bf_string(place)? {
            BfString::Char(letter) => Some(letter.to_string()),
            BfString::String(letters) => Some(letters),
        }
    }
}

/// The place of each glyph, of those glyphs that have one only.
fn inverse(map: &[u8]) -> HashMap<u32, u32> {
    let mut places: HashMap<u32, Option<u32>> = HashMap::new();
    for (pair, place) in map.chunks_exact(2).zip(0..) {
        let number = pair.iter().fold(0, |number, byte| number * 256 + u32::from(*byte));
        if number > 0 {
            places.entry(number).and_modify(|known| *known = None).or_insert(Some(place));
        }
    }
    places.into_iter().filter_map(|(number, place)| place.map(|place| (number, place))).collect()
}
