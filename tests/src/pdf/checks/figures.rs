//! Pictures: what is read instead, and where they are.

use super::super::Tagged;
use super::wrong;

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let figures = ["Figure", "Formula"].into_iter().flat_map(|role| tagged.of_role(role));
    figures
        .flat_map(|figure| {
            let alt = figure.alt.as_deref().unwrap_or_default();
            let placed =
                figure.attributes.get("BBox").is_some_and(|place| place.as_array().is_ok_and(|place| place.len() == 4));
            [
                wrong(alt.trim().is_empty(), "a picture says nothing"),
                wrong(!placed, format!("the picture “{alt}” is nowhere")),
            ]
        })
        .flatten()
        .collect()
}
