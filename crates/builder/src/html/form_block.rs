//! A block of a narrative as the form shows it: look-ups are marked, and nothing is a link that leads away while one writes.

use nianbao_model::{Block, Report};
use serde::Serialize;

use crate::view::{BlockView, block_with_paths};

/// A block by itself.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FormBlock {
    /// The block; what shows a figure is its key path.
    block: BlockView,
}

impl FormBlock {
    /// The view of a block of `report`.
    pub(super) fn new(report: &Report, block: &Block) -> Self {
        Self { block: block_with_paths(report, block) }
    }
}
