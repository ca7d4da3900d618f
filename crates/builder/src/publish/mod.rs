//! Putting a whole folder in the place of another, at once or not at all.

mod contents;
mod error;
mod stage;
mod swap;

#[cfg(test)]
mod tests;

pub(crate) use contents::Contents;
pub use error::StageError;
pub(crate) use stage::Stage;
