//! A paragraph, prepared to be compared with those of other agencies.

use std::sync::OnceLock;

use crate::similarity::{Shingles, Sketch};

/// A paragraph as it is compared.
#[derive(Debug)]
pub(in crate::rules) struct Paragraph {
    /// Which passage of the report it is.
    pub(super) passage: usize,
    text: String,
    /// What it shares with those that are like it.
    pub(super) sketch: Sketch,
    /// What is compared once another has the same sketch, by far not all of them.
    shingles: OnceLock<Shingles>,
}

impl Paragraph {
    /// The passage with this number, and the text of it that is compared.
    pub(super) fn of(passage: usize, text: String) -> Self {
        Self { passage, sketch: Sketch::of(&text), text, shingles: OnceLock::new() }
    }

    /// What its likeness is measured by.
    pub(super) fn shingles(&self) -> &Shingles {
        self.shingles.get_or_init(|| Shingles::of([self.text.as_str()]))
    }
}
