//! Putting a whole folder in the place of another, at once or not at all.

mod error;
mod inventory;
mod stage;
mod swap;

#[cfg(test)]
mod tests;

pub use error::StageError;
pub(crate) use inventory::Inventory;
pub(crate) use stage::Stage;
