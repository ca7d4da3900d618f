//! Texts and places in them, as an editor counts them.

mod lines;
mod uri;

#[cfg(test)]
mod tests;

pub(crate) use lines::{Encoding, Lines};
pub(crate) use uri::{path_of, uri_of};
