//! The numbers that pages and fields have in the whole index.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::LayoutError;
use super::part::IndexPart;

/// The numbers that a part's pages and fields have in the whole index.
#[derive(Debug)]
pub(super) struct Numbers {
    /// Of each page of the part; ascending.
    pub(super) pages: Vec<usize>,
    /// Of each field; nothing where all have the numbers that they have in the part.
    pub(super) fields: Option<Vec<usize>>,
}

/// What is known of any page beside its text, sorted.
pub(super) fn all_fields(parts: &[IndexPart]) -> Vec<String> {
    let fields: BTreeSet<&String> = parts.iter().flat_map(|part| &part.fields).collect();
    fields.into_iter().cloned().collect()
}

/// The numbers in each part. All pages of `order` must stand in one part each, and no others.
pub(super) fn numbers(parts: &[IndexPart], order: &[String], fields: &[String]) -> Result<Vec<Numbers>, LayoutError> {
    let mut pages: BTreeMap<&str, usize> = order.iter().map(String::as_str).zip(0..).collect();
    let all: Result<Vec<Numbers>, LayoutError> = parts
        .iter()
        .map(|part| {
            let page = |address: &str| pages.remove(address).ok_or(LayoutError("page"));
            let pages: Vec<usize> = part.pages.iter().map(|page| &*page.address).map(page).collect::<Result<_, _>>()?;
            if !pages.is_sorted() {
                return Err(LayoutError("order"));
            }
            let field = |name: &String| fields.binary_search(name).map_err(|_| LayoutError("field"));
            let fields_of_part = part.fields.iter().map(field).collect::<Result<_, _>>()?;
            Ok(Numbers { pages, fields: (part.fields != fields).then_some(fields_of_part) })
        })
        .collect();
    let all = all?;
    if pages.is_empty() { Ok(all) } else { Err(LayoutError("page")) }
}
