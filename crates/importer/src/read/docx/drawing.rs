//! Drawings: the pictures and boxes of text in them.

use roxmltree::Node;

use super::line::WordLine;
use super::walk::{Scope, Walk, choice};
use super::xml::{local, word};
use crate::document::Part;

impl Walk<'_, '_> {
    /// Hangs what a drawing shows on `line`; `alt` says what it is.
    pub(super) fn drawing(&mut self, node: Node, alt: &str, scope: &Scope, line: &mut WordLine) {
        let Some(scope) = self.deeper(node, scope) else { return };
        let described = description(node);
        let alt = described.as_deref().unwrap_or(alt);
        for child in node.children().filter(Node::is_element) {
            match local(child) {
                "docPr" | "cNvPr" => {}
                _ if is_hidden(child) => {}
                "txbxContent" if word(child) == "txbxContent" => self.text_box(child, &scope, line),
                "blip" => self.picture(child, child.attribute("embed"), alt, &scope, line),
                "imagedata" => self.picture(child, child.attribute("id"), alt, &scope, line),
                "chart" | "relIds" => self.dropped.add("图表（没有读）", alt, &self.place(&scope)),
                "OLEObject" => {
                    let program = child.attribute("ProgID").unwrap_or_default();
                    self.dropped.add("嵌入的对象（没有读）", program, &self.place(&scope));
                }
                "AlternateContent" => {
                    if let Some(choice) = choice(child) {
                        self.drawing(choice, alt, &scope, line);
                    }
                }
                _ => self.drawing(child, alt, &scope, line),
            }
        }
    }

    /// The text of a box is a text of its own: no field and no paragraph goes on into it.
    fn text_box(&mut self, node: Node, scope: &Scope, line: &mut WordLine) {
        let fields = std::mem::take(&mut self.fields);
        let carried = self.carried.take();
        self.blocks(node, scope, &mut line.after);
        self.finish(scope, &mut line.after);
        (self.fields, self.carried) = (fields, carried);
    }

    fn picture(&mut self, node: Node, id: Option<&str>, alt: &str, scope: &Scope, line: &mut WordLine) {
        let place = self.place(scope);
        let path = id.and_then(|id| self.links.part(id));
        let name = path.and_then(|path| self.pictures.name(path, proposed(node)));
        if name.is_none() {
            self.dropped.add("文件里没有的图片", alt, &place);
        }
        line.after.push(Part::Picture { name: name.unwrap_or_default(), alt: alt.to_owned(), place });
    }
}

/// What a drawing is said to show, unless a program said so by itself.
fn description(node: Node) -> Option<String> {
    let properties = node.children().find(|child| local(*child) == "docPr");
    let text = properties
        .and_then(|properties| properties.attribute("descr"))
        .or_else(|| matches!(local(node), "shape" | "rect").then(|| node.attribute("alt")).flatten())?;
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let by_program = lower.starts_with("img_")
        || text.contains('\\')
        || [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf"].iter().any(|ending| lower.ends_with(ending));
    (!by_program).then(|| text.to_owned())
}

fn is_hidden(node: Node) -> bool {
    let properties = node.children().find(|child| local(*child) == "docPr");
    properties
        .and_then(|properties| properties.attribute("hidden"))
        .is_some_and(|hidden| matches!(hidden, "1" | "true"))
}

/// The file name that a picture had when it was put in.
fn proposed<'a>(blip: Node<'a, '_>) -> Option<&'a str> {
    let picture = blip.ancestors().take(8).find(|node| local(*node) == "pic")?;
    let properties = picture.children().find(|node| local(*node) == "nvPicPr")?;
    properties.children().find(|node| local(*node) == "cNvPr")?.attribute("name")
}
