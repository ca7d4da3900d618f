//! What a fresh check of the same texts finds, with places counted in another way than the program does.

use std::collections::BTreeMap;

use jiff::civil::date;
use nianbao_model::{FileId, Severity};
use nianbao_workspace::check;
use serde_json::{Value, json};

use super::editor::{Texts, memory};

/// Line and column in units of UTF-16 of every byte of a text, and of its end.
pub(super) fn places(text: &str) -> Vec<(u32, u32)> {
    let (mut line, mut column) = (0, 0);
    let mut places = Vec::with_capacity(text.len() + 1);
    for (at, letter) in text.char_indices() {
        places.resize(at + letter.len_utf8(), (line, column));
        column += u32::try_from(letter.len_utf16()).expect("one or two");
        // LF of CRLF belongs to the same line end.
        if letter == '\n' || letter == '\r' && !text[at + 1..].starts_with('\n') {
            (line, column) = (line + 1, 0);
        }
    }
    places.push((line, column));
    places
}

/// Line and column of a byte.
pub(super) fn place(text: &str, byte: usize) -> (u32, u32) {
    places(text)[byte]
}

/// The findings by file: where, code and message.
pub(super) fn findings(texts: &Texts) -> BTreeMap<String, Vec<Value>> {
    let checked = check(&memory(texts), &[], Severity::Error, date(2025, 1, 10)).expect("content");
    let mut found: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let mut known: BTreeMap<FileId, Vec<(u32, u32)>> = BTreeMap::new();
    for finding in &checked.findings {
        let span = finding.place().expect("a place");
        let places = known.entry(span.file).or_insert_with(|| places(checked.sources.text(span.file)));
        let (start, end) = (places[span.start], places[span.end.max(span.start)]);
        let shown = json!([start, end, finding.code.id, finding.message]);
        found.entry(checked.sources.path(span.file).to_owned()).or_default().push(shown);
    }
    found
}

/// The same of what an editor shows.
pub(super) fn shown(found: &[Value]) -> Vec<Value> {
    let place = |place: &Value| json!([place["line"], place["character"]]);
    let one = |finding: &Value| {
        let message = finding["message"].as_str().expect("a message").split("\n怎样改：").next().expect("a line");
        let message = message.split("\n已说明：").next().expect("a line");
        json!([place(&finding["range"]["start"]), place(&finding["range"]["end"]), finding["code"], message])
    };
    found.iter().map(one).collect()
}
