//! YAML as a tree in which everything has a place.

mod events;
mod hash;
mod offsets;
mod scalar;
mod syntax;
mod tree;

#[cfg(test)]
mod tests;

pub(crate) use events::duplicate;
pub(crate) use hash::took_value;
pub(crate) use scalar::{Meaning, Scalar};
pub(crate) use syntax::syntax_findings;
pub(crate) use tree::{Content, Entry, Node};

use crate::open_file::OpenFile;
use crate::session::Sink;

/// The tree of a file, or nothing where it is not to be read; then the sink says why.
pub(crate) fn parse(file: &OpenFile, sink: &mut Sink) -> Option<Node> {
    match events::tree(file, sink) {
        Ok(node) => {
            sink.report_all(hash::findings(file, &node));
            Some(node)
        }
        Err(stop) => {
            let mut usual = syntax_findings(file, 0..file.text.len()).peekable();
            if usual.peek().is_none() {
                sink.report(*stop);
            } else {
                sink.report_all(usual);
            }
            None
        }
    }
}
