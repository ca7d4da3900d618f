//! What is painted on a page, piece by piece as it is marked.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::fonts::Font;
use super::reach::{dictionary, dictionary_of, name, number, text};

/// What is painted on a page.
#[derive(Debug, Default)]
pub struct Painted {
    /// The text of each marked-content sequence.
    pub marked: BTreeMap<i64, String>,
    /// What is marked as no part of the document, by its kind: lines, page numbers.
    pub artifacts: Vec<(String, String)>,
    /// What is neither.
    pub untagged: Vec<String>,
    /// Codes of each font that are shown, by the font's object.
    pub shown: BTreeMap<ObjectId, BTreeSet<u16>>,
    /// What is wrong with the marks.
    pub faults: Vec<String>,
}

/// The operators that paint.
const PAINTING: [&str; 16] = ["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "Tj", "TJ", "'", "\""];

/// What the page `id` paints.
pub(super) fn read(document: &Document, id: ObjectId) -> Painted {
    let mut reader = Reader {
        document,
        painted: Painted::default(),
        open: Vec::new(),
        fonts: BTreeMap::new(),
        font: None,
        depth: 0,
    };
    let resources = document
        .get_page_resources(id)
        .ok()
        .and_then(|(own, inherited)| own.or_else(|| inherited.first().and_then(|id| dictionary_of(document, *id))));
    let empty = Dictionary::new();
    reader.run(&document.get_page_content(id), resources.unwrap_or(&empty));
    reader.painted
}

/// A mark that is open.
#[derive(Debug)]
enum Open {
    /// A part of the document.
    Content(i64),
    /// Not one.
    Artifact,
    /// A text that stands for what is painted; nothing where only a property such as the language is marked.
    Span(Option<String>),
}

struct Reader<'a> {
    document: &'a Document,
    painted: Painted,
    open: Vec<Open>,
    /// The fonts met so far, and the one that is chosen.
    fonts: BTreeMap<ObjectId, Font<'a>>,
    font: Option<ObjectId>,
    /// How many forms stand around what is painted.
    depth: usize,
}

impl<'a> Reader<'a> {
    fn run(&mut self, content: &[u8], resources: &'a Dictionary) {
        let Ok(content) = Content::decode(content) else {
            self.painted.faults.push("a page cannot be read".to_owned());
            return;
        };
        for operation in &content.operations {
            self.step(operation, resources);
        }
    }

    fn step(&mut self, operation: &Operation, resources: &'a Dictionary) {
        match operation.operator.as_str() {
            "BDC" | "BMC" => self.begin(operation, resources),
            "EMC" => self.end(),
            "Tf" => self.choose_font(operation, resources),
            _ => {}
        }
        if PAINTING.contains(&operation.operator.as_str()) {
            self.paint(operation, resources);
        }
    }

    fn begin(&mut self, operation: &Operation, resources: &Dictionary) {
        let tag = operation.operands.first().and_then(|tag| tag.as_name().ok()).unwrap_or_default();
        let properties = operation.operands.get(1).and_then(|properties| self.properties(properties, resources));
        let mcid = properties.as_ref().and_then(|properties| number(self.document, properties, "MCID"));
        let open = match mcid {
            Some(mcid) => {
                if self.painted.marked.insert(mcid, String::new()).is_some() {
                    self.painted.faults.push(format!("the mark {mcid} stands on a page twice"));
                }
                Open::Content(mcid)
            }
            None if tag == b"Artifact" => {
                let kind = properties.and_then(|properties| name(self.document, &properties, "Subtype"));
                self.painted.artifacts.push((kind.unwrap_or_default(), String::new()));
                Open::Artifact
            }
            None => Open::Span(properties.and_then(|properties| text(self.document, &properties, "ActualText"))),
        };
        let outer = self.open.iter().find(|open| !matches!(open, Open::Span(_)));
        if let (Some(outer), Open::Content(_) | Open::Artifact) = (outer, &open) {
            self.painted.faults.push(format!("{open:?} stands within {outer:?}"));
        }
        self.open.push(open);
    }

    /// The properties of a mark, which may have a name among the page's resources.
    fn properties(&self, properties: &Object, resources: &Dictionary) -> Option<Dictionary> {
        match properties {
            Object::Dictionary(dictionary) => Some(dictionary.clone()),
            Object::Name(key) => {
                let all = dictionary(self.document, resources, "Properties")?;
                dictionary(self.document, all, &String::from_utf8_lossy(key)).cloned()
            }
            _ => None,
        }
    }

    fn end(&mut self) {
        if let Some(Open::Span(Some(text))) = self.open.pop() {
            self.write(&text);
        }
    }

    fn choose_font(&mut self, operation: &Operation, resources: &Dictionary) {
        self.font = operation.operands.first().and_then(|key| {
            let fonts = dictionary(self.document, resources, "Font")?;
            fonts.get(key.as_name().ok()?).ok()?.as_reference().ok()
        });
        if let Some(id) = self.font
            && !self.fonts.contains_key(&id)
        {
            self.fonts.extend(Font::read(self.document, id).map(|font| (id, font)));
        }
    }

    fn paint(&mut self, operation: &Operation, resources: &'a Dictionary) {
        if operation.operator == "Do" {
            self.draw(operation, resources);
            return;
        }
        let spelt = self.show(operation);
        if !self.open.iter().any(|open| matches!(open, Open::Content(_) | Open::Artifact)) {
            self.painted.untagged.push(format!("{} {spelt}", operation.operator));
        }
        // What stands for the text is written at the end of its mark.
        if !self.open.iter().any(|open| matches!(open, Open::Span(Some(_)))) {
            self.write(&spelt);
        }
    }

    /// A form is painted as if it stood here; a picture has no text.
    fn draw(&mut self, operation: &Operation, resources: &'a Dictionary) {
        let key = operation.operands.first().and_then(|key| key.as_name().ok()).unwrap_or_default();
        let found =
            dictionary(self.document, resources, "XObject").and_then(|all| all.get_deref(key, self.document).ok());
        let Some(Object::Stream(stream)) = found else { return };
        let is_form = name(self.document, &stream.dict, "Subtype").as_deref() == Some("Form");
        if is_form && self.depth < 20 {
            self.depth += 1;
            let own = dictionary(self.document, &stream.dict, "Resources").unwrap_or(resources);
            self.run(&stream.get_plain_content().unwrap_or_default(), own);
            self.depth -= 1;
        } else if self.open.is_empty() {
            self.painted.untagged.push("a picture".to_owned());
        }
    }

    /// The text that an operator shows.
    fn show(&mut self, operation: &Operation) -> String {
        let strings = operation.operands.iter().flat_map(|operand| match operand {
            Object::Array(parts) => parts.iter().collect(),
            other => vec![other],
        });
        let bytes: Vec<u8> = strings.filter_map(|part| part.as_str().ok()).flatten().copied().collect();
        let Some((id, font)) = self.font.and_then(|id| Some((id, self.fonts.get(&id)?))) else { return String::new() };
        let codes = font.codes(&bytes);
        self.painted.shown.entry(id).or_default().extend(&codes);
        codes.into_iter().map(|code| font.text(code)).collect()
    }

    fn write(&mut self, text: &str) {
        let outer = self.open.iter().rev().find(|open| !matches!(open, Open::Span(None)));
        match outer {
            Some(Open::Content(mcid)) => self.painted.marked.entry(*mcid).or_default().push_str(text),
            Some(Open::Artifact) => {
                if let Some((_, last)) = self.painted.artifacts.last_mut() {
                    last.push_str(text);
                }
            }
            _ => {}
        }
    }
}
