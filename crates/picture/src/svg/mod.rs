//! Drawings (SVG), written anew from what is known to be harmless.
//!
//! `source` finds the root element and reads the tree, `style` resolves style sheets, `reduce` keeps elements, attributes
//! and properties that `names` knows and whose values `value` finds sound, `expansion` bounds what references multiply,
//! `write` writes what is left. So no byte of the file is published that was not understood.

mod element;
mod embedded;
mod expansion;
mod names;
mod reduce;
mod source;
mod style;
mod value;
mod write;

use resvg::usvg::roxmltree::Node;

use crate::drawing::Drawing;
use crate::fault::Fault;

/// The drawing without anything that runs, moves or comes from elsewhere.
pub(crate) fn cleaned(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let root = source::root(bytes)?;
    let document = source::parsed(root)?;
    let drawing = reduce::reduced(&document)?;
    expansion::check(&drawing)?;
    let clean = write::written(&drawing).into_bytes();
    // It is no picture unless a renderer takes it.
    Drawing::without_fonts(&clean)?;
    Ok(clean)
}

/// The words that a clean drawing shows; nothing for a photograph.
pub fn words(clean: &[u8]) -> String {
    let document = source::root(clean).ok().and_then(|root| source::parsed(root).ok());
    let texts = document.iter().flat_map(|document| {
        document.descendants().filter(|node| source::is_drawn(*node) && node.tag_name().name() == "text")
    });
    let nodes = texts.flat_map(|text| text.descendants()).filter(Node::is_text);
    nodes.filter_map(|node| node.text()).collect()
}
