//! The metadata (XMP), and that the older Info dictionary says the same.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::super::Tagged;
use super::super::reach::{stream, text};
use super::wrong;

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let document = tagged.document;
    let metadata =
        document.catalog().ok().and_then(|catalog| stream(document, catalog, "Metadata")).unwrap_or_default();
    let said = properties(&String::from_utf8_lossy(&metadata));
    let empty = Dictionary::new();
    let info = document.trailer.get_deref(b"Info", document).and_then(Object::as_dict).unwrap_or(&empty);
    let says = |key: &str| said.get(key).cloned().unwrap_or_default();
    let mut faults = Vec::new();
    for (key, value) in
        [("pdfaid:part", "2"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1"), ("dc:language", "zh-CN")]
    {
        faults.extend(wrong(says(key) != value, format!("{key} is {:?}", says(key))));
    }
    for (key, old) in [("dc:title", "Title"), ("dc:creator", "Author"), ("xmp:CreatorTool", "Creator")] {
        let old = text(document, info, old).unwrap_or_default();
        faults.extend(wrong(
            says(key).is_empty() || says(key) != old,
            format!("{key} is {:?}, but before {old:?}", says(key)),
        ));
    }
    for (key, old) in [("xmp:CreateDate", "CreationDate"), ("xmp:ModifyDate", "ModDate")] {
        let digits = |text: String| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let (new, old) = (digits(says(key)), digits(text(document, info, old).unwrap_or_default()));
        faults.extend(wrong(new.len() < 8 || new != old, format!("{key} is {new:?}, but before {old:?}")));
    }
    for key in ["xmpMM:DocumentID", "xmpMM:InstanceID"] {
        faults.extend(wrong(says(key).is_empty(), format!("there is no {key}")));
    }
    faults
}

/// The properties with their values; of alternatives, all together.
fn properties(xml: &str) -> BTreeMap<String, String> {
    let mut reader = Reader::from_str(xml);
    let (mut open, mut found): (Vec<String>, BTreeMap<String, String>) = (Vec::new(), BTreeMap::new());
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => open.push(element.name().as_ref().to_owned()),
            Ok(Event::End(_)) => {
                open.pop();
            }
            Ok(Event::Text(text)) => {
                let text = text.trim().to_owned();
                let property = open.iter().rev().find(|name| !name.starts_with("rdf:"));
                if let Some(property) = property.filter(|_| !text.is_empty()) {
                    found.entry(property.clone()).or_default().push_str(&text);
                }
            }
            Ok(Event::Eof) | Err(_) => return found,
            _ => {}
        }
    }
}
