//! Where the text of a page leads to.

use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, String as Bytes};
use hayro_interpret::hayro_syntax::page::Page;
use kurbo::{Point, Rect};

/// How many links a page may have.
const LINKS: usize = 300;

/// The areas of `page`, as it is stored, that lead to an address, with the address.
pub(super) fn links(page: &Page<'_>) -> Vec<(Rect, String)> {
    let Some(notes) = page.raw().get::<Array<'_>>("Annots") else { return Vec::new() };
    let links = notes.iter::<Dict<'_>>().filter_map(|note| Some((areas(&note)?, address(&note)?)));
    links.flat_map(|(areas, address)| areas.into_iter().map(move |area| (area, address.clone()))).take(LINKS).collect()
}

fn address(note: &Dict<'_>) -> Option<String> {
    note.get::<Name<'_>>("Subtype").filter(|kind| kind.as_str() == "Link")?;
    let bytes = note.get::<Dict<'_>>("A")?.get::<Bytes<'_>>("URI")?;
    let address = std::str::from_utf8(bytes.as_bytes()).ok()?;
    let leads = ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
    leads.then(|| address.to_owned())
}

/// The areas of a link. One over several lines has an area for each beside the one around all of them, in which other text stands.
fn areas(note: &Dict<'_>) -> Option<Vec<Rect>> {
    let numbers =
        |key: &str| note.get::<Array<'_>>(key).map(|all| all.iter::<f64>().take(8 * LINKS).collect::<Vec<_>>());
    let quads = numbers("QuadPoints").unwrap_or_default();
    let of_lines: Vec<Rect> = quads.chunks_exact(8).filter_map(around).collect();
    if !of_lines.is_empty() {
        return Some(of_lines);
    }
    Some(vec![around(&numbers("Rect")?)?])
}

/// The area around `places`, each x and y.
fn around(places: &[f64]) -> Option<Rect> {
    let points = places.chunks_exact(2).filter_map(|place| Some(Point::new(*place.first()?, *place.last()?)));
    let area = points.map(|point| Rect::from_points(point, point)).reduce(|all, point| all.union(point))?;
    area.is_finite().then_some(area)
}
