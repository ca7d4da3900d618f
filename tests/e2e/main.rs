//! The program from content to published folder, as people use it.

#![allow(
    clippy::format_collect,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "plain code reads better in tests, and we name our files ourselves"
)]

mod a_year;
mod acceptances;
mod another_form;
mod archival;
mod bad_days;
mod benches;
mod broken_pdfs;
mod browser;
mod buildable;
mod bundle;
mod claims;
mod cli;
mod cms;
mod compare;
mod control_characters;
mod corrections;
mod data;
mod demo;
mod demo_city;
mod diagnostics;
mod diff;
mod engines;
mod entry_form;
mod export;
mod false_records;
mod figure_headings;
mod form;
mod form_conflicts;
mod form_guards;
mod form_new;
mod form_page;
mod form_random;
mod formats;
mod fuzz_corpus;
mod golden;
mod harm;
mod import;
mod import_hostile;
mod kept;
mod keys;
mod layout;
mod links;
mod long;
mod lsp;
mod manual;
mod mends;
mod new;
mod one_typst;
mod page;
mod pasted;
mod pdf;
mod pictures;
mod publishing;
mod real_reports;
mod records;
mod refusal;
mod reproducible;
mod round_trip;
mod rule_examples;
mod rules;
mod schemas;
mod search;
mod seed;
mod serve;
mod serve_bad_days;
mod serve_browser;
mod serve_status;
mod settings;
mod shards;
mod signals;
mod states;
mod streams;
mod sums;
mod templates;
mod texts;
mod tidy;
mod totals;
mod validators;
mod word;
