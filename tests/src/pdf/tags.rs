//! The structure tree of a tagged PDF.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::reach::{dictionary, dictionary_of, elements, entry, name, number, text};

/// A structure element.
#[derive(Debug, Clone)]
pub struct Element {
    /// Its object in the file.
    pub object: Option<ObjectId>,
    /// What it is, in the words of the standard: `TH`.
    pub role: String,
    /// What is read instead of a picture.
    pub alt: Option<String>,
    /// Its language, where that is another than the document's.
    pub lang: Option<String>,
    /// What other elements call it by.
    pub id: Option<Vec<u8>>,
    /// Its attributes, whoever owns them.
    pub attributes: BTreeMap<String, Object>,
    /// What stands in it, in reading order.
    pub kids: Vec<Kid>,
}

/// What stands in a structure element.
#[derive(Debug, Clone)]
pub enum Kid {
    /// An element.
    Element(Element),
    /// A piece of a page.
    Content(Mark),
    /// An annotation.
    Object(ObjectId),
}

/// A piece of a page: the page, and the number of a marked-content sequence on it.
pub(super) type Mark = (ObjectId, i64);

impl Element {
    /// The elements that stand in it directly.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.kids.iter().filter_map(|kid| match kid {
            Kid::Element(element) => Some(element),
            _ => None,
        })
    }

    /// It and all elements below it, in reading order.
    pub fn walk(&self) -> Vec<&Element> {
        let mut all = vec![self];
        all.extend(self.elements().flat_map(Element::walk));
        all
    }

    /// All pieces of pages in it, in reading order.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let marks = self.kids.iter().flat_map(|kid| match kid {
            Kid::Element(element) => element.marks(),
            Kid::Content(mark) => vec![*mark],
            Kid::Object(_) => Vec::new(),
        });
        marks.collect()
    }

    /// An attribute that is a whole number.
    pub fn number(&self, attribute: &str) -> Option<i64> {
        self.attributes.get(attribute)?.as_i64().ok()
    }

    /// An attribute that is a name.
    pub fn name(&self, attribute: &str) -> Option<String> {
        Some(String::from_utf8_lossy(self.attributes.get(attribute)?.as_name().ok()?).into_owned())
    }
}

/// The elements at the top, and what is wrong with the tree as such.
pub(super) fn read(document: &Document) -> (Vec<Element>, Vec<String>) {
    let mut reader = Reader { document, roles: BTreeMap::new(), seen: BTreeSet::new(), faults: Vec::new() };
    let Some(root) = document.catalog().ok().and_then(|catalog| dictionary(document, catalog, "StructTreeRoot")) else {
        return (Vec::new(), vec!["there is no structure tree".to_owned()]);
    };
    reader.read_roles(root);
    let parent = document.catalog().ok().and_then(|catalog| catalog.get(b"StructTreeRoot").ok()?.as_reference().ok());
    let kids = elements(document, root, "K").into_iter();
    let top = kids.filter_map(|kid| reader.kid(kid, parent, None)).filter_map(|kid| match kid {
        Kid::Element(element) => Some(element),
        _ => None,
    });
    (top.collect(), reader.faults)
}

struct Reader<'a> {
    document: &'a Document,
    /// What roles of one's own stand for.
    roles: BTreeMap<String, String>,
    seen: BTreeSet<ObjectId>,
    faults: Vec<String>,
}

impl Reader<'_> {
    fn read_roles(&mut self, root: &Dictionary) {
        for (own, standard) in dictionary(self.document, root, "RoleMap").into_iter().flatten() {
            let name = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            self.roles.insert(name(own), name(standard.as_name().unwrap_or_default()));
        }
    }

    fn kid(&mut self, kid: &Object, parent: Option<ObjectId>, page: Option<ObjectId>) -> Option<Kid> {
        match kid {
            Object::Integer(mcid) => Some(Kid::Content((page?, *mcid))),
            Object::Reference(id) => {
                if !self.seen.insert(*id) {
                    self.faults.push(format!("the element {id:?} stands in the tree twice"));
                    return None;
                }
                let Some(dictionary) = dictionary_of(self.document, *id) else {
                    self.faults.push(format!("the element {id:?} is not there"));
                    return None;
                };
                self.dictionary(dictionary, Some(*id), parent, page)
            }
            Object::Dictionary(dictionary) => self.dictionary(dictionary, None, parent, page),
            _ => None,
        }
    }

    fn dictionary(
        &mut self,
        dictionary: &Dictionary,
        id: Option<ObjectId>,
        parent: Option<ObjectId>,
        page: Option<ObjectId>,
    ) -> Option<Kid> {
        let own_page = dictionary.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        match name(self.document, dictionary, "Type").as_deref() {
            Some("MCR") => Some(Kid::Content((own_page?, number(self.document, dictionary, "MCID")?))),
            Some("OBJR") => Some(Kid::Object(dictionary.get(b"Obj").ok()?.as_reference().ok()?)),
            _ => Some(Kid::Element(self.element(dictionary, id, parent, own_page))),
        }
    }

    fn element(
        &mut self,
        dictionary: &Dictionary,
        id: Option<ObjectId>,
        parent: Option<ObjectId>,
        page: Option<ObjectId>,
    ) -> Element {
        let role = name(self.document, dictionary, "S").unwrap_or_default();
        if dictionary.get(b"P").and_then(Object::as_reference).ok() != parent {
            self.faults.push(format!("an element {role} names another parent than the one it stands in"));
        }
        let kids = elements(self.document, dictionary, "K");
        Element {
            object: id,
            role: self.roles.get(&role).cloned().unwrap_or(role),
            alt: text(self.document, dictionary, "Alt"),
            lang: text(self.document, dictionary, "Lang"),
            id: entry(self.document, dictionary, "ID").and_then(|id| Some(id.as_str().ok()?.to_vec())),
            attributes: attributes(self.document, dictionary),
            kids: kids.into_iter().filter_map(|kid| self.kid(kid, id, page)).collect(),
        }
    }
}

fn attributes(document: &Document, element: &Dictionary) -> BTreeMap<String, Object> {
    let owners = elements(document, element, "A").into_iter();
    let owners = owners.filter_map(|owner| document.dereference(owner).ok()?.1.as_dict().ok());
    let entries = owners.flat_map(|owner| owner.iter().filter(|(key, _)| key.as_slice() != b"O"));
    entries.map(|(key, value)| (String::from_utf8_lossy(key).into_owned(), value.clone())).collect()
}
