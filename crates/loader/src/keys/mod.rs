//! Every key of site.yaml, agency.yaml and report.yaml, declared once: its name, its English alias, what stands behind
//! it, where it stands, and a line for people. Reading, suggestions for mistyped keys, edits and the manual's list all
//! use these declarations. The keys that hold figures come from the form ([`nianbao_model::Form::keys`]).

pub mod agency;
pub mod record;
pub mod report;
pub mod site;

mod document;
mod key;
mod shape;
mod value;

#[cfg(test)]
mod tests;

pub use document::Document;
pub(crate) use key::Names;
pub use key::{Group, Key, Named};
pub use shape::{Declaration, PlacedKey, Shape};
pub use value::{Choice, NO, ValueKind, YES};
