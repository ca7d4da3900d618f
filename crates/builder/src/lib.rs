//! Makes the publication of a municipality from the model: pages, PDFs and bundles, staged beside the
//! published folder and swapped in at the end. `export` hands a single report over.
//!
//! This crate must not know how content is written down (no YAML, no Markdown) and judges nothing about
//! it (rules are the model's). `tera` is named only in [`html`], `typst` only in [`pdf`],
//! `pagefind` only in `search`. Its siblings:
//! `nianbao-model` says what a report is, `nianbao-loader` reads it, `nianbao` is the program.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod address;
mod build;
mod buildable;
mod bundle;
mod category;
mod checksum;
mod cms;
mod codes;
pub mod data;
mod dates;
mod docx;
mod export;
mod file_name;
mod first_few;
pub mod html;
mod kept;
mod link;
mod markup;
pub mod pdf;
mod percent;
mod plan;
mod publish;
mod read_error;
mod renderer;
mod search;
mod shard;
mod templates;
mod timings;
pub mod view;

pub use address::address;
pub use build::{BuildError, Options, Outcome, Progress, Repeat, Task, Unmade, build, print_report, search_index};
pub use buildable::{Buildability, Unbuildable, unbuildable};
pub use bundle::BundleError;
pub use cms::{CmsArticle, PageLabel};
pub use codes::codes;
pub use docx::DocxError;
pub use export::{ExportError, ExportFormat, ExportOptions, Exported, export};
pub use first_few::first_few;
pub use percent::percent_encoded;
pub use plan::{BundleFile, Job, Page, Plan, Product, SiteFile};
pub use publish::StageError;
pub use renderer::{PdfSizes, RenderError, Renderer};
pub use search::SearchError;
pub use shard::{Shard, ShardError, ShardProblem, ShardProblems};
pub use templates::{Fault, TemplatePlace, Templates};
pub use timings::{Stretch, Timings};
