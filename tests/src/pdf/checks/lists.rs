//! Lists: items with a label and a body, and how they are numbered.

use super::super::Tagged;
use super::super::tags::Element;
use super::wrong;

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let mut faults: Vec<String> = tagged.elements().into_iter().flat_map(misplaced).collect();
    for list in tagged.of_role("L") {
        let numbering = list.name("ListNumbering").unwrap_or_default();
        faults
            .extend(wrong(numbering.is_empty() || numbering == "None", format!("a list is numbered by {numbering:?}")));
        faults.extend(wrong(list.elements().next().is_none(), "a list is empty"));
    }
    for item in tagged.of_role("LI") {
        let roles: Vec<&str> = item.elements().map(|part| part.role.as_str()).collect();
        faults.extend(wrong(roles != ["Lbl", "LBody"], format!("an item of a list is made of {roles:?}")));
    }
    let labels = tagged.of_role("Lbl").into_iter();
    faults.extend(
        labels.filter_map(|label| wrong(tagged.text(label).trim().is_empty(), "the label of an item is empty")),
    );
    faults
}

fn misplaced(element: &Element) -> Vec<String> {
    let strange = element.elements().filter(|kid| match kid.role.as_str() {
        "LI" => element.role != "L",
        "LBody" => element.role != "LI",
        // The mark of a footnote leads to it.
        "Lbl" => !["LI", "Note"].contains(&element.role.as_str()) && kid.elements().all(|part| part.role != "Link"),
        other => element.role == "L" && other != "Caption" && other != "L",
    });
    strange.map(|kid| format!("{} stands in {}", kid.role, element.role)).collect()
}
