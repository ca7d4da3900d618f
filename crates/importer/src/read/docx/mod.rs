//! Word files (.docx), of Word, WPS and LibreOffice: what a reader of the printed page would see, with all changes accepted.
//!
//! Only the parts of the package that hold text and pictures are opened; macros and outside files never are.

mod drawing;
mod dropped;
mod field;
mod layout;
mod line;
mod list;
mod look;
mod merge;
mod notes;
mod numbering;
mod numeral;
mod package;
mod paragraph;
mod pictures;
mod properties;
mod relationships;
mod run;
mod scheme;
mod styles;
mod symbol;
mod table;
mod walk;
mod xml;

#[cfg(test)]
mod tests;

use roxmltree::Node;

use super::ReadError;
use crate::Document;
use crate::document::Format;
use package::Package;
use pictures::Pictures;
use relationships::{Relationships, main_part};
use walk::{Scope, Walk};

/// The document in a Word file.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let text = package.text(&main)?.ok_or_else(|| ReadError::Damaged(format!("里面没有正文（{main}）")))?;
    let tree = xml::parse(&text)?;
    let links = Relationships::of(&mut package, &main)?;
    let styles = styles::read(&mut package, &links)?;
    let lists = numbering::read(&mut package, &links, &styles)?;
    let mut walk = Walk::new(&styles, lists, links.clone(), Pictures::of(&mut package));
    let mut parts = Vec::new();
    if let Some(body) = body(tree.root_element()) {
        walk.blocks(body, &Scope::default(), &mut parts);
        walk.finish(&Scope::default(), &mut parts);
    }
    let footnotes = notes::read(&mut walk, &links)?;
    notes::list_beside(&mut walk, &links)?;
    Ok(Document {
        format: Format::Docx,
        labels: properties::labels(walk.pictures.package)?,
        parts,
        footnotes,
        pictures: walk.pictures.found,
        dropped: walk.dropped.into_list(),
        warnings: Vec::new(),
    })
}

fn body<'a, 'i>(root: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    root.children().find(|node| xml::word(*node) == "body")
}
