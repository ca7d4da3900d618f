//! The headings of a year's table of contents: the government first, its subordinates by 类别, a subordinate that has
//! reports below it with all of these.

use nianbao_model::{Agency, AgencyId, Municipality};

use crate::bundle::BundledPdf;
use crate::category::{WITHOUT_CATEGORY, grouped};

/// A heading, where there is one, and the entries below it with their places in the official order.
pub(super) type Group<'a> = (Option<String>, Vec<(usize, &'a BundledPdf)>);

/// The entries under their headings, in the official order within each group. The groups come in the order in which they
/// first turn up; the government's own report stands under none.
pub(super) fn groups<'a>(city: &Municipality, entries: &'a [BundledPdf]) -> Vec<Group<'a>> {
    grouped(entries.iter().enumerate(), |(_, entry)| heading(city, entries, &entry.id))
}

/// The heading that the report of an agency stands under.
fn heading(city: &Municipality, entries: &[BundledPdf], id: &AgencyId) -> Option<String> {
    let top = city.root.children.iter().find(|top| id.is_within(top.id.as_str()))?;
    let name = &top.name.value;
    let below = |entry: &BundledPdf| entry.id != top.id && entry.id.is_within(top.id.as_str());
    if !entries.iter().any(below) {
        return Some(top.category.clone().unwrap_or_else(|| without_category(&city.root)));
    }
    let itself = entries.iter().any(|entry| entry.id == top.id);
    Some(if itself { format!("{name}及所属机关") } else { format!("{name}所属机关") })
}

fn without_category(root: &Agency) -> String {
    if root.children.iter().any(|agency| agency.category.is_some()) {
        WITHOUT_CATEGORY.to_owned()
    } else {
        format!("{}所属机关", root.name.value)
    }
}
