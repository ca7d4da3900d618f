//! Addresses within a page of the sub-headings of a narrative.

use super::BlockView;

/// Gives every sub-heading an address below `within`: the second heading below the first one is `section-1-1-2`.
pub(super) fn name_sub_headings(blocks: &mut [BlockView], within: &str) {
    name(blocks, within, &mut Vec::new());
}

fn name(blocks: &mut [BlockView], within: &str, counts: &mut Vec<usize>) {
    for block in blocks {
        match block {
            BlockView::Heading { level, anchor, .. } => {
                counts.resize(usize::from(*level).saturating_sub(1), 0);
                if let Some(last) = counts.last_mut() {
                    *last += 1;
                }
                *anchor = counts.iter().fold(within.to_owned(), |path, count| format!("{path}-{count}"));
            }
            BlockView::List { items, .. } => items.iter_mut().for_each(|item| name(item, within, counts)),
            _ => {}
        }
    }
}
