//! Putting a whole folder in the place of another, at once or not at all.

mod appearance;
mod dropped;
mod error;
mod inventory;
mod recovery;
mod stage;
mod swap;
mod work;

#[cfg(test)]
mod tests;

pub(crate) use appearance::appearance;
pub use error::StageError;
pub(crate) use error::reason;
pub(crate) use inventory::Inventory;
pub(crate) use stage::Stage;
pub(crate) use work::WorkFolder;
