//! Reading XML, event by event.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Hands over each tag with the text right before it.
pub(crate) fn walk(xml: &str, mut each: impl FnMut(&Event, &str)) {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Eof => return,
            Event::Text(piece) => text.push_str(&piece),
            Event::GeneralRef(name) => text.push_str(match &*name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                other => panic!("&{other};"),
            }),
            event => {
                each(&event, &text);
                text.clear();
            }
        }
    }
}

/// The value of an attribute.
pub(crate) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let value = tag.try_get_attribute(name).expect("well-formed XML")?;
    Some(value.value.into_owned())
}
