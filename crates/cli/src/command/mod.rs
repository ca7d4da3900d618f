//! The commands, one a file.

mod assemble;
mod build;
mod check;
mod compare;
mod demo;
mod diff;
mod explain;
mod explain_total;
mod export;
mod fonts;
mod import;
mod lsp;
mod make;
mod new;
mod publish;
mod schema;
mod serve;
mod status;
mod timings;

pub(crate) use assemble::assemble;
pub(crate) use build::build;
pub(crate) use check::check;
pub(crate) use compare::compare;
pub(crate) use demo::demo;
pub(crate) use diff::diff;
pub(crate) use explain::explain;
pub(crate) use explain_total::explain_total;
pub(crate) use export::export;
pub(crate) use fonts::fonts;
pub(crate) use import::import;
pub(crate) use lsp::lsp;
pub(crate) use new::new;
pub(crate) use publish::publish;
pub(crate) use schema::schema_files;
pub(crate) use serve::serve;
pub(crate) use status::status;
