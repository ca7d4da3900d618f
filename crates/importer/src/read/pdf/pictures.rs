//! Pictures that stand on the pages.

use super::canvas::Plate;
use crate::document::{Part, Picture, Place};

/// The pictures met so far, with a name for each.
#[derive(Debug, Default)]
pub(super) struct Album {
    /// Those whose bytes can be kept as they are.
    pub(super) pictures: Vec<Picture>,
}

impl Album {
    /// The part that `plate` on `page` is, of which `caption` is said.
    pub(super) fn part(&mut self, plate: Plate, caption: String, page: u32) -> Part {
        let name = plate.jpeg.map(|bytes| self.keep(bytes)).unwrap_or_default();
        Part::Picture { name, alt: caption, place: Place::Page(page) }
    }

    fn keep(&mut self, bytes: Vec<u8>) -> String {
        if let Some(known) = self.pictures.iter().find(|picture| picture.bytes == bytes) {
            return known.name.clone();
        }
        let name = format!("图{}.jpg", self.pictures.len() + 1);
        self.pictures.push(Picture { name: name.clone(), bytes });
        name
    }
}
