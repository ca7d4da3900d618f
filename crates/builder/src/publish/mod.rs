//! Putting a whole folder in the place of another, at once or not at all.

mod appearance;
mod dropped;
mod error;
mod inventory;
mod ledger;
mod ledger_keeper;
mod recovery;
mod stage;
mod swap;
mod work;

#[cfg(test)]
mod tests;

pub(crate) use appearance::Appearance;
pub use error::StageError;
pub(crate) use error::reason;
pub(crate) use inventory::Inventory;
pub(crate) use ledger::{Ledger, Print};
pub(crate) use ledger_keeper::LedgerKeeper;
pub(crate) use stage::Stage;
pub(crate) use work::WorkFolder;
