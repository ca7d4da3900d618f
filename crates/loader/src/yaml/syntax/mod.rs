//! What is wrong with how YAML is written: what the parser stumbles over, and the usual slips, line by line.

mod lines;
mod parser;

pub(crate) use lines::syntax_findings;
pub(super) use parser::explain;
