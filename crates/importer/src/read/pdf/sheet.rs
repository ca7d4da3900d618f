//! A page as it is read: its lines of text, its tables, its pictures.

use kurbo::Rect;

use super::canvas::{Canvas, Plate};
use super::glyph::Misgiving;
use super::lattice::Lattice;
use super::lines::PdfLine;
use super::ruling::rulings;
use super::table::{Table, by_turn, tables};
use super::unruled::{Unruled, unruled};

/// A page as it is read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct PdfSheet {
    /// Its number, from 1.
    pub(super) page: u32,
    /// Its size.
    pub(super) area: Rect,
    /// The lines outside its tables.
    pub(super) lines: Vec<PdfLine>,
    /// Its tables.
    pub(super) tables: Vec<Table>,
    /// Its tables without ruling lines.
    pub(super) unruled: Vec<Unruled>,
    /// Its pictures.
    pub(super) plates: Vec<Plate>,
    /// Text that runs slantwise over it.
    pub(super) slanted: String,
    /// Whether there is more on it than is read.
    pub(super) overfull: bool,
    /// Whether text on it was recognised from a picture.
    pub(super) recognised: bool,
    /// Whether the file does not say which letters much of its text is.
    pub(super) nameless: bool,
}

impl PdfSheet {
    /// Page `page` from what is drawn on it.
    pub(super) fn of(canvas: Canvas<'_>, page: u32) -> Self {
        let ruled = rulings(&canvas.strokes);
        let overfull = canvas.overfull || ruled.is_none();
        let lattices = ruled.unwrap_or_default().iter().filter_map(Lattice::of).collect();
        let recognised = canvas.glyphs.iter().any(|glyph| glyph.misgiving == Some(Misgiving::Recognised));
        let unknown = canvas.glyphs.iter().filter(|glyph| glyph.misgiving == Some(Misgiving::Unknown)).count();
        let nameless = unknown > 0 && unknown * 10 > canvas.glyphs.len();
        let (tables, rest) = tables(lattices, canvas.glyphs, page);
        let mut lines = by_turn(rest);
        lines.sort_by(|a, b| a.base.total_cmp(&b.base));
        let (unruled, lines) = unruled(lines, &tables);
        let plates = canvas.plates.into_iter().filter(|plate| !recognised || !fills(plate.area, canvas.area)).collect();
        Self {
            page,
            area: canvas.area,
            lines,
            tables,
            unruled,
            plates,
            slanted: canvas.slanted,
            overfull,
            recognised,
            nameless,
        }
    }

    /// Whether it has no text but pictures.
    pub(super) fn is_scan(&self) -> bool {
        !self.has_text() && !self.plates.is_empty()
    }

    /// How many cells its tables have.
    pub(super) fn cells(&self) -> usize {
        let ruled: usize = self.tables.iter().map(|table| table.cells.len()).sum();
        let unruled: usize = self.unruled.iter().flat_map(|table| &table.rows).map(Vec::len).sum();
        ruled + unruled
    }

    /// Whether a picture on it is large enough to show a table.
    pub(super) fn has_large_picture(&self) -> bool {
        let (width, height) = (self.area.width(), self.area.height());
        self.plates.iter().any(|plate| plate.area.width() > 0.4 * width && plate.area.height() > 0.08 * height)
    }

    /// Whether it has text.
    pub(super) fn has_text(&self) -> bool {
        let filled = |table: &Table| table.cells.iter().any(|cell| !cell.lines.is_empty());
        !self.lines.is_empty() || !self.unruled.is_empty() || self.tables.iter().any(filled)
    }
}

/// Whether a picture fills most of a page, as that does from which its text was recognised.
fn fills(picture: Rect, page: Rect) -> bool {
    picture.intersect(page).area() > 0.6 * page.area()
}
