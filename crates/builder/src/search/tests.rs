//! Parts against what pagefind makes of all pages at once.

use std::collections::BTreeMap;

use super::gzip::unpacked;
use super::layout::{Entry, Filter, Meta, decoded};
use super::*;

/// Pages that differ in all that an index knows: words, weights, fields, filters, forms with other marks on their letters.
fn records() -> Vec<Record> {
    (0..60).map(record).collect()
}

fn record(at: usize) -> Record {
    let words = ["主动公开", "依申请公开", "政策解读", "café", "cafe", "CAFÉ", "resume", "résumé", "三审三校", "12345"];
    let word = |step: usize| words[(at * step + step) % words.len()];
    let field =
        if at % 7 == 3 { "<p data-pagefind-ignore data-pagefind-meta=\"corrected\">2024年更正</p>" } else { "" };
    let lines: Vec<String> =
        (1..40).map(|step| format!("<p>{}{}第{at}次，{}。 </p>", word(step), word(step + 1), step * at)).collect();
    let document = format!(
        "<html lang=\"zh-CN\"><body data-pagefind-body><p data-pagefind-ignore data-pagefind-meta=\"names\">a{at} ré{at}</p>\
         <p data-pagefind-ignore data-pagefind-meta=\"title\">{}机关的报告</p>{field}\
         <p data-pagefind-ignore data-pagefind-filter=\"年度\">{}年</p><h1>{}的报告</h1>{}</body></html>",
        word(3),
        2020 + at % 3,
        word(2),
        lines.concat(),
    );
    Record { address: format!("/{at}/index.html"), document }
}

/// An index without the names of its files, which each maker makes of its own checksums.
#[derive(Debug, PartialEq)]
struct Unnamed {
    version: String,
    pages: Vec<(u32, Vec<u8>)>,
    chunks: Vec<(String, String, Vec<u8>)>,
    filters: Vec<Filter>,
    fields: Vec<String>,
}

fn unnamed(files: &[IndexFile]) -> Unnamed {
    let files: BTreeMap<&str, &[u8]> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let file = |path: String| unpacked(files[path.as_str()]).expect("packed");
    let entry: Entry = serde_json::from_slice(files["pagefind-entry.json"]).expect("an entry");
    let index = entry.languages.values().next().expect("a language");
    let meta: Meta = decoded(&file(format!("pagefind.{}.pf_meta", index.hash)), "meta").expect("meta");
    assert_eq!(index.page_count, meta.pages.len());
    Unnamed {
        version: meta.version,
        pages: meta
            .pages
            .iter()
            .map(|page| (page.words, file(format!("fragment/{}.pf_fragment", page.hash))))
            .collect(),
        chunks: meta
            .chunks
            .into_iter()
            .map(|chunk| (chunk.from, chunk.to, file(format!("index/{}.pf_index", chunk.hash))))
            .collect(),
        filters: meta
            .filters
            .iter()
            .map(|filter| decoded(&file(format!("filter/{}.pf_filter", filter.hash)), "filter").expect("a filter"))
            .collect(),
        fields: meta.fields,
    }
}

/// The index of the pages in parts, of which the page at `at` goes to the one that `part` says.
fn in_parts(engine: &Engine, records: &[Record], part: impl Fn(usize) -> usize) -> Vec<IndexFile> {
    let mut parts: BTreeMap<usize, Vec<Record>> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        parts.entry(part(at)).or_default().push(record.clone());
    }
    let parts: Vec<IndexPart> =
        parts.values().map(|records| IndexPart::new(engine, records).expect("a part")).collect();
    let kept = IndexPart::from_bytes(&IndexPart::to_bytes(&parts).expect("bytes")).expect("parts");
    assert_eq!(kept, parts);
    let order: Vec<String> = records.iter().map(|record| record.address.clone()).collect();
    whole(engine, kept, &order).expect("an index")
}

#[test]
fn parts_come_to_what_pagefind_makes_at_once() {
    let engine = Engine::new(2).expect("an engine");
    let records = records();
    let at_once = unnamed(&engine.files(&records).expect("an index"));
    assert!(at_once.chunks.len() > 1, "one file of words shows little");
    assert_eq!(unnamed(&in_parts(&engine, &records, |_| 0)), at_once);
    assert_eq!(unnamed(&in_parts(&engine, &records, |at| at / 7)), at_once);
    assert_eq!(unnamed(&in_parts(&engine, &records, |at| (at * 31) % 11)), at_once);
}

#[test]
fn the_same_bytes_come_of_any_parts() {
    let engine = Engine::new(1).expect("an engine");
    let records = records();
    assert_eq!(in_parts(&engine, &records, |at| at / 9), in_parts(&engine, &records, |at| at % 4));
}

#[test]
fn a_page_is_in_one_part() {
    let engine = Engine::new(1).expect("an engine");
    let [one, other] = [record(1), record(2)];
    let part = |records: &[Record]| IndexPart::new(&engine, records).expect("a part");
    let order = [one.address.clone(), other.address.clone()];
    assert!(whole(&engine, vec![part(&[one.clone()])], &order).is_err(), "one is missing");
    assert!(
        whole(&engine, vec![part(&[one.clone(), other.clone()]), part(&[other.clone()])], &order).is_err(),
        "one is there twice"
    );
    assert!(whole(&engine, vec![part(&[other, one])], &order).is_err(), "another order");
}

#[test]
fn no_page_is_an_index_too() {
    let files = whole(&Engine::new(1).expect("an engine"), Vec::new(), &[]).expect("an index");
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["pagefind-entry.json", "pagefind-worker.js", "pagefind.js", "wasm.unknown.pagefind"]);
}

#[test]
fn what_is_no_part_is_none() {
    assert!(IndexPart::from_bytes(b"").is_err());
    assert!(IndexPart::from_bytes(b"\x85nonsense").is_err());
}
