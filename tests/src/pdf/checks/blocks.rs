//! Text stands in paragraphs, headings, lists, tables and notes, not loose between them.

use super::super::Tagged;
use super::super::tags::{Element, Kid};
use super::wrong;

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let around = ["Document", "Part", "Sect", "Div", "BlockQuote"].into_iter().flat_map(|role| tagged.of_role(role));
    around
        .filter_map(|element| wrong(element.kids.iter().any(is_loose), format!("loose text in {}", element.role)))
        .collect()
}

fn is_loose(kid: &Kid) -> bool {
    match kid {
        Kid::Element(Element { role, .. }) => {
            ["Span", "Link", "Quote", "Code", "Lbl", "Reference"].contains(&role.as_str())
        }
        Kid::Content(_) | Kid::Object(_) => true,
    }
}
