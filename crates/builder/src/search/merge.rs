//! One index of all parts: the same that pagefind would make of all pages at once, whatever parts they came in. So readers load
//! no more than they did, and what is found comes in the same order.
//!
//! Of each part's words one file is unpacked at a time.

use std::collections::BTreeMap;
use std::mem;

use rayon::prelude::*;

use super::cursor::Cursor;
use super::engine::IndexFile;
use super::file_names::FileNames;
use super::gzip::packed;
use super::layout::{Filter, FilterValue, LayoutError, Meta, MetaChunk, MetaFilter, MetaPage, encoded};
use super::numbers::{Numbers, all_fields, numbers};
use super::part::IndexPart;
use super::words::{Chunk, Words, ranges};

/// So many files of words are packed at a time, in parallel.
const AT_ONCE: usize = 16;

/// The files of the index of `parts`, whose pages are numbered by `order`, their addresses; the last of them tells of all others.
///
/// # Errors
///
/// Parts that are not of these pages.
pub(super) fn merge(
    mut parts: Vec<IndexPart>,
    order: &[String],
    version: &str,
    language: &str,
) -> Result<(String, Vec<IndexFile>), LayoutError> {
    let fields = all_fields(&parts);
    let numbers = numbers(&parts, order, &fields)?;
    let mut merged = Merged { language, files: Vec::new() };
    let meta = Meta {
        version: version.to_owned(),
        pages: merged.pages(&mut parts, &numbers),
        filters: merged.filters(&parts, &numbers)?,
        chunks: merged.words(&parts, &numbers)?,
        sorts: Vec::new(),
        fields,
    };
    let meta = encoded(&meta)?;
    let hash = FileNames::new(language).name(&meta);
    merged.files.push((format!("pagefind.{hash}.pf_meta"), packed(&meta)?));
    Ok((hash, merged.files))
}

/// The files so far.
struct Merged<'l> {
    language: &'l str,
    files: Vec<IndexFile>,
}

impl Merged<'_> {
    /// The texts of all pages, which are taken out of the parts.
    fn pages(&mut self, parts: &mut [IndexPart], numbers: &[Numbers]) -> Vec<MetaPage> {
        let pages = parts.iter_mut().zip(numbers).flat_map(|(part, numbers)| {
            part.pages.iter_mut().zip(&numbers.pages).map(|(page, number)| (*number, page))
        });
        let mut names = FileNames::new(self.language);
        let mut told = Vec::new();
        for page in pages.collect::<BTreeMap<_, _>>().into_values() {
            let fragment: Vec<u8> = mem::replace(&mut page.fragment, Vec::new().into()).into();
            let hash = names.name(&fragment);
            self.files.push((format!("fragment/{hash}.pf_fragment"), fragment));
            told.push(MetaPage { hash, words: page.words, group: String::new() });
        }
        told
    }

    /// What a search can be narrowed by.
    fn filters(&mut self, parts: &[IndexPart], numbers: &[Numbers]) -> Result<Vec<MetaFilter>, LayoutError> {
        let mut filters: BTreeMap<&str, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
        for (part, numbers) in parts.iter().zip(numbers) {
            for filter in &part.filters {
                for FilterValue { value, pages } in &filter.values {
                    let known = filters.entry(&filter.name).or_default().entry(value).or_default();
                    known.extend(pages.iter().filter_map(|page| numbers.pages.get(*page)));
                }
            }
        }
        let mut names = FileNames::new(self.language);
        let mut told = Vec::new();
        for (filter, values) in filters {
            let filter = Filter { name: filter.to_owned(), values: values.into_iter().map(sorted).collect() };
            let bytes = encoded(&filter)?;
            let hash = names.name(&bytes);
            self.files.push((format!("filter/{hash}.pf_filter"), packed(&bytes)?));
            told.push(MetaFilter { filter: filter.name, hash });
        }
        Ok(told)
    }

    /// The words of all pages.
    fn words(&mut self, parts: &[IndexPart], numbers: &[Numbers]) -> Result<Vec<MetaChunk>, LayoutError> {
        let cursors = parts.iter().zip(numbers).map(|(part, numbers)| Cursor::new(&part.words, numbers));
        let mut words = Words::new(cursors.collect())?;
        let mut names = FileNames::new(self.language);
        let mut told = Vec::new();
        loop {
            let chunks: Vec<Chunk> = words.by_ref().take(AT_ONCE).collect::<Result<_, _>>()?;
            if chunks.is_empty() {
                break;
            }
            let files: Vec<Result<Vec<u8>, LayoutError>> =
                chunks.par_iter().map(|chunk| packed(&chunk.bytes)).collect();
            for (Chunk { from, to, bytes }, file) in chunks.into_iter().zip(files) {
                let hash = names.name(&bytes);
                self.files.push((format!("index/{hash}.pf_index"), file?));
                told.push(MetaChunk { from, to, hash });
            }
        }
        ranges(&mut told);
        Ok(told)
    }
}

fn sorted((value, mut pages): (&str, Vec<usize>)) -> FilterValue {
    pages.sort_unstable();
    FilterValue { value: value.to_owned(), pages }
}
