//! The codes of every part of the program.

use nianbao_model::Code;

/// Every code, sorted by id.
pub(crate) fn codes() -> Vec<&'static Code> {
    nianbao_workspace::codes(nianbao_builder::codes())
}
