//! From the tree of a file to the elements that are kept.

use resvg::usvg::roxmltree::{Document, Node};

use super::element::{Child, Element};
use super::embedded::Embedded;
use super::names;
use super::source::is_drawn;
use super::style::{self, Rule, StyleSheet};
use super::value;
use crate::fault::Fault;
use crate::format::Format;

const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The drawing with what is kept of it.
pub(super) fn reduced(document: &Document<'_>) -> Result<Element, Fault> {
    let root = document.root_element();
    if !is_drawn(root) || root.tag_name().name() != "svg" {
        return Err(Fault::NoPicture);
    }
    let sheet = StyleSheet::of(document)?;
    let mut reducer = Reducer { rules: &sheet.rules(document)?, embedded: Embedded::default() };
    reducer.element(root)?.ok_or_else(|| Fault::undecodable(Format::Svg))
}

struct Reducer<'r> {
    rules: &'r [Rule<'r>],
    embedded: Embedded,
}

impl Reducer<'_> {
    /// The element, if it is kept.
    fn element(&mut self, node: Node<'_, '_>) -> Result<Option<Element>, Fault> {
        let Some(name) = name(node)? else { return Ok(None) };
        let mut attributes = self.attributes(name, node)?;
        if name == "image" && !attributes.iter().any(|(name, _)| name.ends_with("href")) {
            return Ok(None);
        }
        if let Some(style) = self.style(node)? {
            attributes.push(("style", style));
        }
        let mut children = Vec::new();
        for child in node.children() {
            if child.is_element() {
                children.extend(self.element(child)?.map(Child::Element));
            } else if let Some(text) = child
                .text()
                .filter(|text| child.is_text() && (names::holds_text(name) || text.chars().all(char::is_whitespace)))
            {
                children.push(Child::Text(text.to_owned()));
            }
        }
        Ok(Some(Element { name, attributes, children }))
    }

    fn attributes(&mut self, element: &str, node: Node<'_, '_>) -> Result<Vec<(&'static str, String)>, Fault> {
        let mut kept = Vec::new();
        for attribute in node.attributes() {
            let (name, written) = (attribute.name(), attribute.value());
            match attribute.namespace() {
                None if name == "href" => kept.extend(self.href(element, written)?.map(|href| ("href", href))),
                Some(XLINK) if name == "href" => {
                    kept.extend(self.href(element, written)?.map(|href| ("xlink:href", href)));
                }
                None => {
                    let plain = names::attribute(name);
                    if let Some(name) = plain.or_else(|| names::property(name))
                        && (plain.is_some() && !name.ends_with("ransform") || value::is_sound(written)?)
                    {
                        kept.push((name, written.to_owned()));
                    }
                }
                Some(XML) if name == "space" => kept.push(("xml:space", written.to_owned())),
                Some(XML) if name == "lang" => kept.push(("xml:lang", written.to_owned())),
                Some(_) => {}
            }
        }
        Ok(kept)
    }

    /// What an element refers to: another of the same drawing, or a picture that stands within.
    fn href(&mut self, element: &str, written: &str) -> Result<Option<String>, Fault> {
        let written = written.trim();
        if element == "image" && !written.is_empty() {
            return self.embedded.clean(written).map(Some);
        }
        if !names::refers(element) || written.is_empty() || written == "#" {
            return Ok(None);
        }
        if written.starts_with('#') { Ok(Some(written.to_owned())) } else { Err(value::elsewhere(written)) }
    }

    /// The style of an element with what style sheets say of it.
    fn style(&self, node: Node<'_, '_>) -> Result<Option<String>, Fault> {
        let mut kept: Vec<(&'static str, &str)> = Vec::new();
        let declared = style::declared(self.rules, node);
        for declaration in &declared {
            if let Some(name) = names::property(&declaration.name.to_ascii_lowercase())
                && !declaration.value.is_empty()
                && value::is_sound(declaration.value)?
            {
                kept.retain(|(earlier, _)| *earlier != name);
                kept.push((name, declaration.value));
            }
        }
        let declarations: Vec<String> = kept.iter().map(|(name, value)| format!("{name}:{value}")).collect();
        Ok((!kept.is_empty()).then(|| declarations.join(";")))
    }
}

/// What an element is called where it is kept. A link is a group: a picture leads nowhere.
fn name(node: Node<'_, '_>) -> Result<Option<&'static str>, Fault> {
    // What needs another program is not shown by browsers either.
    if !is_drawn(node) || node.attribute("requiredExtensions").is_some() {
        return Ok(None);
    }
    let name = node.tag_name().name();
    let above = node.parent_element().map(|above| above.tag_name().name());
    if name == "a" {
        return Ok(Some(if above.is_some_and(names::holds_text) { "tspan" } else { "g" }));
    }
    match names::refused(name) {
        // The next in the switch stands for it.
        Some(_) if above == Some("switch") => Ok(None),
        Some(called) => Err(Fault::Unsafe(format!("{called}（{name}）"))),
        None => Ok(names::element(name)),
    }
}
