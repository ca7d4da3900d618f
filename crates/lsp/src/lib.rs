//! Help in the editor (`nianbao lsp`): a checked workspace over the texts that are open and not saved, spoken of in the
//! language server protocol.
//!
//! `server` takes messages in turn and checks when nobody has typed for a moment; `session` is what is known at that time;
//! `answer` holds what is asked for, one a file. `yaml` and `prose` tell where a cursor stands in a text that may be half
//! written; what counts is read by the loader alone.
//!
//! It stands on `nianbao-workspace`; it must not know how pages are made.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod answer;
mod client;
mod connection;
mod documents;
mod prose;
mod publish;
mod server;
mod saved;
mod session;
mod subject;
mod text;
mod workspace;
mod yaml;

#[cfg(test)]
mod tests;

use std::fmt;
use std::path::PathBuf;

use jiff::civil::Date;
use lsp_server::Connection;
use nianbao_model::Code;

pub use connection::over_stdio;
use server::Server;
use workspace::OnDisk;

/// What help in an editor needs from the program.
pub struct LspOptions {
    /// Where to look for the workspace if the editor names no folder that holds one.
    pub folder: Option<PathBuf>,
    /// The codes of the crates above, which reports may accept, too.
    pub codes: &'static [&'static Code],
    /// What day it is.
    pub today: Box<dyn Fn() -> Date>,
}

impl fmt::Debug for LspOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LspOptions").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// How the conversation with an editor ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Farewell {
    /// The editor said that it would end, or hung up.
    Orderly,
    /// The editor ended without saying so beforehand.
    Abrupt,
    /// The editor takes nothing any more.
    Deaf,
}

/// Helps the editor at the other end of `connection` until it ends.
pub fn serve(connection: &Connection, options: LspOptions) -> Farewell {
    Server::new(connection, options, Box::new(OnDisk)).run()
}
