//! footnotes.xml: the footnotes, and the lines that part them from the text.

use super::document::Document;
use super::xml::{RELATIONSHIPS, WORD, Xml};
use crate::view::InlineView;

/// What Word wants before the first note: the line above the notes of a page, and above what goes on on the next.
const SEPARATORS: [(i32, &str); 2] = [(-1, "separator"), (0, "continuationSeparator")];

pub(super) fn xml(document: &mut Document, footnotes: &[Vec<InlineView>]) -> Vec<u8> {
    let body = std::mem::take(&mut document.xml);
    document.in_notes = true;
    for (number, content) in (1..).zip(footnotes) {
        document.within("w:footnote", &[("w:id", &number)], |document| note(document, content));
    }
    document.in_notes = false;
    let notes = std::mem::replace(&mut document.xml, body);
    Xml::document("w:footnotes", &[("xmlns:w", &WORD), ("xmlns:r", &RELATIONSHIPS)], |xml| {
        for (id, kind) in SEPARATORS {
            xml.element("w:footnote", &[("w:type", &kind), ("w:id", &id)], |xml| {
                xml.element("w:p", &[], |xml| xml.element("w:r", &[], |xml| xml.empty(&format!("w:{kind}"), &[])));
            });
        }
        xml.append(&notes);
    })
}

fn note(document: &mut Document, content: &[InlineView]) {
    document.in_paragraph("FootnoteText", |document| {
        document.xml.element("w:r", &[], |xml| {
            xml.element("w:rPr", &[], |xml| xml.value("w:rStyle", "FootnoteReference"));
            xml.empty("w:footnoteRef", &[]);
        });
        document.run(" ", None);
        document.inlines(content, None);
    });
}
