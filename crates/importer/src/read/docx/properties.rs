//! What the file says of itself.

use super::package::Package;
use super::relationships::Relationships;
use super::xml::{self, local};
use crate::read::ReadError;

/// The title that the file's properties give, as `dc:title`: often that of an older file which it was made from.
pub(super) fn labels(package: &mut Package) -> Result<Vec<(String, String)>, ReadError> {
    let path = Relationships::of(package, "")?.targets("core-properties").next().map(str::to_owned);
    let Some(text) = path.map(|path| package.text(&path)).transpose()?.flatten() else { return Ok(Vec::new()) };
    let Ok(tree) = xml::parse(&text) else { return Ok(Vec::new()) };
    let title = tree.root_element().children().find(|node| local(*node) == "title");
    let title = title.and_then(|node| node.text()).map(str::trim).filter(|title| !title.is_empty());
    Ok(title.map(|title| ("dc:title".to_owned(), title.to_owned())).into_iter().collect())
}
