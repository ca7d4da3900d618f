//! A tagged PDF as a screen reader takes it: the tree, with the text of each element.

use std::collections::BTreeMap;

use lopdf::{Document, ObjectId};

use super::content::{self, Painted};
use super::tags::{self, Element, Kid};

/// A tagged PDF.
#[derive(Debug)]
pub struct Tagged<'a> {
    /// The file.
    pub document: &'a Document,
    /// The elements at the top of the structure tree.
    pub top: Vec<Element>,
    /// What each page paints, in their order.
    pub pages: Vec<(ObjectId, Painted)>,
    /// What is wrong with the tree as such.
    pub faults: Vec<String>,
}

impl<'a> Tagged<'a> {
    /// Reads the tree and all pages.
    pub fn read(document: &'a Document) -> Self {
        let (top, faults) = tags::read(document);
        let pages = document.page_iter().map(|id| (id, content::read(document, id))).collect();
        Self { document, top, pages, faults }
    }

    /// All elements, in reading order.
    pub fn elements(&self) -> Vec<&Element> {
        self.top.iter().flat_map(Element::walk).collect()
    }

    /// The elements of a role, in reading order.
    pub fn of_role(&self, role: &str) -> Vec<&Element> {
        self.elements().into_iter().filter(|element| element.role == role).collect()
    }

    /// What is read of an element: its text, or what stands for it.
    pub fn text(&self, element: &Element) -> String {
        if let Some(alt) = &element.alt {
            return alt.clone();
        }
        let texts = element.kids.iter().map(|kid| match kid {
            Kid::Element(element) => self.text(element),
            Kid::Content((page, mcid)) => {
                self.painted(*page).and_then(|page| page.marked.get(mcid)).cloned().unwrap_or_default()
            }
            Kid::Object(_) => String::new(),
        });
        texts.collect()
    }

    /// The number of the page, from 1, that an element begins on.
    pub fn page_of(&self, element: &Element) -> Option<usize> {
        let (page, _) = *element.marks().first()?;
        Some(self.pages.iter().position(|(id, _)| *id == page)? + 1)
    }

    /// The tree as text, an element a line, as people can read and compare it.
    pub fn tree(&self) -> String {
        let mut lines = Vec::new();
        for element in &self.top {
            self.lines(element, 0, &mut lines);
        }
        lines.concat()
    }

    fn lines(&self, element: &Element, depth: usize, lines: &mut Vec<String>) {
        let indent = "  ".repeat(depth);
        let inner: Vec<&Element> = element.elements().collect();
        let own = if inner.is_empty() { format!(" {:?}", self.text(element)) } else { String::new() };
        lines.push(format!("{indent}{}{}{own}\n", element.role, described(element)));
        if element.alt.is_some() {
            return;
        }
        for kid in &element.kids {
            match kid {
                Kid::Element(element) => self.lines(element, depth + 1, lines),
                // What stands between elements, as the text before a link.
                Kid::Content((page, mcid)) if !inner.is_empty() => {
                    let text = self.painted(*page).and_then(|page| page.marked.get(mcid));
                    lines.push(format!("{indent}  {:?}\n", text.cloned().unwrap_or_default()));
                }
                Kid::Object(_) => lines.push(format!("{indent}  (annotation)\n")),
                Kid::Content(_) => {}
            }
        }
    }

    fn painted(&self, page: ObjectId) -> Option<&Painted> {
        self.pages.iter().find(|(id, _)| *id == page).map(|(_, painted)| painted)
    }
}

/// What a screen reader is told of an element beside its role; how it looks is left out.
fn described(element: &Element) -> String {
    let told = ["Scope", "RowSpan", "ColSpan", "Headers", "ListNumbering", "Summary"];
    let attributes = element.attributes.iter().filter(|(key, _)| told.contains(&key.as_str()));
    let mut all: BTreeMap<String, String> = attributes.map(|(key, value)| (key.clone(), shown(value))).collect();
    all.extend(element.lang.clone().map(|lang| ("Lang".to_owned(), lang)));
    all.extend(element.id.as_ref().map(|id| ("ID".to_owned(), String::from_utf8_lossy(id).into_owned())));
    all.iter().map(|(key, value)| format!(" {key}={value}")).collect()
}

fn shown(value: &lopdf::Object) -> String {
    match value {
        lopdf::Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
        lopdf::Object::String(..) => lopdf::decode_text_string(value).unwrap_or_default(),
        lopdf::Object::Array(all) => all.iter().map(shown).collect::<Vec<_>>().join(","),
        other => format!("{other:?}"),
    }
}
