//! Lossless edits: what they make says what was asked for, and can be taken back to the byte.

use std::str;

use nianbao_loader::edit::{self, Change, KeyPath, Value};
use nianbao_loader::keys::Document;
use nianbao_model::{FileId, Form};

/// Takes the lines before a line `---` for changes (`set 申请.本年新收.自然人 5`, `insert 更正.0 甲`, `remove 标题`), those behind
/// it for the file. The first letter of all says which file it is: `r`eport, `a`gency or `s`ite.
pub(super) fn run(bytes: &[u8]) {
    let Ok(input) = str::from_utf8(bytes) else { return };
    let Some((head, text)) = input.split_once("\n---\n") else { return };
    let document = match head.chars().next() {
        Some('a') => Document::Agency,
        Some('s') => Document::Site,
        _ => Document::Report(Form::latest()),
    };
    let mut text = text.to_owned();
    for change in head.lines().skip(1).filter_map(change) {
        let Ok(edits) = edit::edits(FileId(0), &text, document, &change) else { continue };
        let edited = edit::apply(&text, &edits);
        let back = edit::apply(&edited, &edit::inverse(&text, &edits));
        assert_eq!(back, text, "{change:?}");
        text = edited;
    }
}

fn change(line: &str) -> Option<Change> {
    let mut words = line.splitn(3, ' ');
    let (action, path, value) = (words.next()?, words.next()?, words.next().unwrap_or_default());
    let path = path.split('.').fold(KeyPath::default(), |path, step| match step.parse() {
        Ok(index) => path.item(index),
        Err(_) => path.key(step),
    });
    match action {
        "set" => Some(Change::set(path, Value::text(value))),
        "insert" => Some(Change::insert(path, Value::text(value))),
        "remove" => Some(Change::remove(path)),
        _ => None,
    }
}
