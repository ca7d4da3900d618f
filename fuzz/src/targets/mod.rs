//! What is done with an input: by the tests with those in the repository, by fuzzing with made-up ones.

mod claims;
mod content;
mod edits;
#[cfg(feature = "publication")]
mod http;
mod lookup;
mod readers;
#[cfg(feature = "publication")]
mod shards;
#[cfg(feature = "publication")]
mod templates;

/// All targets; each has a folder of inputs in `tests/data/fuzz/`.
#[allow(dead_code, reason = "fuzzing takes one of them")]
pub(crate) const TARGETS: [&str; 19] = [
    "html",
    "text",
    "markdown",
    "csv",
    "docx",
    "pdf",
    "workbook",
    "json",
    "document",
    "report",
    "agency",
    "site",
    "narrative",
    "claims",
    "edits",
    "lookup",
    "http",
    "template",
    "shard",
];

/// Does with `bytes` what the program does with such input. Panics where something is not as it must be.
pub(crate) fn run(target: &str, bytes: &[u8]) {
    match target {
        "report" | "agency" | "site" | "narrative" => content::run(target, bytes),
        "claims" => claims::run(bytes),
        "edits" => edits::run(bytes),
        "lookup" => lookup::run(bytes),
        #[cfg(feature = "publication")]
        "http" => http::run(bytes),
        #[cfg(feature = "publication")]
        "template" => templates::run(bytes),
        #[cfg(feature = "publication")]
        "shard" => shards::run(bytes),
        reader => readers::run(reader, bytes),
    }
}
