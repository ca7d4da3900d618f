//! XML, written element by element.

use std::fmt::Display;

use quick_xml::escape::escape;

use crate::markup::printable;

/// The namespace of Word's elements (`w:`).
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of relationships between parts (`r:`).
pub(super) const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Attributes: names and values.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a dyn Display)];

/// XML in the making.
#[derive(Debug, Clone, Default)]
pub(super) struct Xml(String);

impl Xml {
    /// A document with one element, its root.
    pub(super) fn document(root: &str, attributes: Attributes, inner: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.to_owned() + "\n");
        xml.element(root, attributes, inner);
        xml.0.into_bytes()
    }

    /// An element and what is in it.
    pub(super) fn element(&mut self, name: &str, attributes: Attributes, inner: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        let start = self.0.len();
        self.0.push('>');
        inner(self);
        if self.0.len() == start + 1 {
            self.0.insert(start, '/');
        } else {
            for part in ["</", name, ">"] {
                self.0 += part;
            }
        }
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes) {
        self.element(name, attributes, |_| {});
    }

    /// An element with nothing but a value, as Word has them.
    pub(super) fn value(&mut self, name: &str, value: impl Display) {
        self.empty(name, &[("w:val", &value)]);
    }

    /// Text, whatever is in it.
    pub(super) fn text(&mut self, text: &str) {
        self.0 += &escape(printable(text));
    }

    /// What another writer wrote.
    pub(super) fn append(&mut self, other: &Self) {
        self.0 += &other.0;
    }

    fn open(&mut self, name: &str, attributes: Attributes) {
        self.0.push('<');
        self.0 += name;
        for (name, value) in attributes {
            let value = value.to_string();
            for part in [" ", name, "=\"", &escape(printable(&value)), "\""] {
                self.0 += part;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_written_stays_text() {
        let written = Xml::document("a", &[("b", &"<\"&")], |xml| {
            xml.text("<c>&\u{1}");
            xml.empty("d", &[]);
        });
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
                        <a b=\"&lt;&quot;&amp;\">&lt;c&gt;&amp;\u{FFFD}<d/></a>";
        assert_eq!(String::from_utf8_lossy(&written), expected);
    }
}
