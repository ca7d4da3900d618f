//! What the file says of itself as a whole.

use lopdf::Object;

use super::super::Tagged;
use super::super::reach::{dictionary, entry, text};
use super::wrong;

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let document = tagged.document;
    let Ok(catalog) = document.catalog() else { return vec!["there is no catalog".to_owned()] };
    let says = |of: &str, key: &str| {
        let value = dictionary(document, catalog, of).and_then(|of| entry(document, of, key));
        value.is_some_and(|value| matches!(value, Object::Boolean(true)))
    };
    let lang = text(document, catalog, "Lang");
    let forbidden =
        ["OpenAction", "AA", "AcroForm", "OCProperties", "Names"].into_iter().filter(|key| catalog.has(key.as_bytes()));
    [
        wrong(lang.as_deref() != Some("zh-CN"), format!("the language is {lang:?}")),
        wrong(!says("MarkInfo", "Marked"), "the file does not say that it is tagged"),
        wrong(says("MarkInfo", "Suspects"), "the tags are said to be doubtful"),
        wrong(!says("ViewerPreferences", "DisplayDocTitle"), "a viewer shows the name of the file, not the title"),
        wrong(document.is_encrypted(), "the file is encrypted"),
        wrong(
            !matches!(document.trailer.get(b"ID"), Ok(Object::Array(ids)) if ids.len() == 2),
            "the file has no identifier",
        ),
    ]
    .into_iter()
    .flatten()
    .chain(forbidden.map(|key| format!("the catalog has {key}")))
    .collect()
}
