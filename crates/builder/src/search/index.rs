//! The whole index: pagefind's program for browsers, the index of all parts, and what leads to it.

use std::collections::BTreeMap;

use super::engine::{Engine, IndexFile};
use super::layout::{Entry, EntryLanguage, LayoutError};
use super::merge::merge;
use super::{IndexPart, SearchError};

/// Files of pagefind that pages ask for, beside those of the index itself. The rest are forms of search that we do not use.
const USED: [&str; 3] = ["pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind"];

/// Says which index there is.
const ENTRY: &str = "pagefind-entry.json";

/// All files of the index of `parts`, by their paths within its folder, sorted. `order` has the addresses of all pages; those that
/// fit equally well are found in this order.
///
/// # Errors
///
/// Parts that are not of these pages, or not laid out as we know it.
pub(crate) fn whole(engine: &Engine, parts: Vec<IndexPart>, order: &[String]) -> Result<Vec<IndexFile>, SearchError> {
    let mut library: BTreeMap<String, Vec<u8>> = engine.files(&[])?.into_iter().collect();
    let broken = LayoutError("entry");
    let entry = library.remove(ENTRY).ok_or(broken)?;
    let mut entry: Entry = serde_json::from_slice(&entry).map_err(|_| broken)?;
    let mut files: Vec<IndexFile> = USED.iter().filter_map(|path| library.remove_entry(*path)).collect();
    if let Some(language) = parts.first().map(|part| part.language.clone()) {
        let (hash, of_parts) = merge(parts, order, &entry.version, &language)?;
        files.extend(of_parts);
        entry.languages.insert(language, EntryLanguage { hash, wasm: None, page_count: order.len() });
    }
    files.push((ENTRY.to_owned(), serde_json::to_vec(&entry).map_err(|_| broken)?));
    files.sort();
    Ok(files)
}
