//! Fields: what is shown is their result, not their instruction.

use super::relationships::address;

/// How long an instruction is kept.
const INSTRUCTION: usize = 2_000;

/// A field that has begun.
#[derive(Debug, Clone, Default)]
pub(super) struct WordField {
    instruction: String,
    /// Whether its result has begun.
    pub(super) result: bool,
}

impl WordField {
    /// A field with its instruction.
    pub(super) fn simple(instruction: &str) -> Self {
        let mut field = Self { result: true, ..Self::default() };
        field.instruct(instruction);
        field
    }

    /// Adds to its instruction.
    pub(super) fn instruct(&mut self, text: &str) {
        if self.instruction.len() < INSTRUCTION {
            self.instruction += text;
        }
    }

    /// Where a link leads.
    pub(super) fn link(&self) -> Option<String> {
        let rest = self.instruction.trim_start().strip_prefix("HYPERLINK")?.trim_start();
        let target = match rest.strip_prefix(['"', '“']) {
            Some(quoted) => quoted.split(['"', '”']).next()?,
            None => rest.split_whitespace().next()?,
        };
        address(target)
    }

    /// Whether it shows the number of a page.
    pub(super) fn is_page_number(&self) -> bool {
        let name = self.instruction.split_whitespace().next().unwrap_or_default();
        matches!(name, "PAGE" | "NUMPAGES" | "SECTIONPAGES" | "PAGEREF")
    }

    /// Whether a value is missing that should stand in its place.
    pub(super) fn lacks_value(&self) -> bool {
        let instruction = self.instruction.trim_start();
        !self.result && (instruction.starts_with('=') || instruction.starts_with("FORM"))
    }
}
