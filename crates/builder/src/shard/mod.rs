//! A build that is split over several machines: which share of the files each one makes, and what must hold before the
//! shares are put together.
//!
//! A shard is a folder with the files of some reports and a [`Manifest`], which says what it was made from ([`Inputs`]) and
//! what it holds. What needs all reports is no part of a shard; whoever puts the shards together makes it.

mod inputs;
mod manifest;
mod number;
mod problem;
mod set;
mod shares;

pub(crate) use inputs::{Inputs, Sums};
pub(crate) use manifest::{MANIFEST, Manifest, ShardFile};
pub use number::{Shard, ShardError};
pub use problem::{ShardProblem, ShardProblems};
pub(crate) use set::{Member, ShardSet};
pub(crate) use shares::Shares;
