//! Where the text of a page leads to.

use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, String as Bytes};
use hayro_interpret::hayro_syntax::page::Page;
use kurbo::Rect;

/// How many links a page may have.
const LINKS: usize = 300;

/// The areas of `page`, as it is stored, that lead to an address, with the address.
pub(super) fn links(page: &Page<'_>) -> Vec<(Rect, String)> {
    let Some(notes) = page.raw().get::<Array<'_>>("Annots") else { return Vec::new() };
    notes.iter::<Dict<'_>>().filter_map(|note| link(&note)).take(LINKS).collect()
}

fn link(note: &Dict<'_>) -> Option<(Rect, String)> {
    note.get::<Name<'_>>("Subtype").filter(|kind| kind.as_str() == "Link")?;
    let bytes = note.get::<Dict<'_>>("A")?.get::<Bytes<'_>>("URI")?;
    let address = std::str::from_utf8(bytes.as_bytes()).ok()?;
    let mut corners = note.get::<Array<'_>>("Rect")?.iter::<f64>().collect::<Vec<_>>().into_iter();
    let area = Rect::new(corners.next()?, corners.next()?, corners.next()?, corners.next()?).abs();
    let leads = ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
    (leads && area.is_finite()).then(|| (area, address.to_owned()))
}
