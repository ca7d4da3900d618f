//! Help in the editor (`nianbao lsp`): a checked workspace over the texts that are open and not saved, spoken of in the
//! language server protocol.
//!
//! It stands on `nianbao-workspace`; it must not know how pages are made.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
