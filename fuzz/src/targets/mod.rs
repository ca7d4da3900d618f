//! What is done with an input: by the tests with those in the repository, by fuzzing with made-up ones.

mod claims;
mod content;
mod edits;
mod readers;

/// All targets; each has a folder of inputs in `tests/data/fuzz/`.
#[allow(dead_code, reason = "fuzzing takes one of them")]
pub(crate) const TARGETS: [&str; 15] = [
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
];

/// Does with `bytes` what the program does with such input. Panics where something is not as it must be.
pub(crate) fn run(target: &str, bytes: &[u8]) {
    match target {
        "report" | "agency" | "site" | "narrative" => content::run(target, bytes),
        "claims" => claims::run(bytes),
        "edits" => edits::run(bytes),
        reader => readers::run(reader, bytes),
    }
}
