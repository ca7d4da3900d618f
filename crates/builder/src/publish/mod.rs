//! Putting a whole folder in the place of another, at once or not at all.

mod error;
mod stage;
mod swap;

#[cfg(test)]
mod tests;

pub use error::StageError;
pub(crate) use stage::{Contents, Stage};
