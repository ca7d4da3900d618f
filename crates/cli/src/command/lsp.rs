//! `nianbao lsp`: help in the editor, over stdin and stdout.

use std::env;
use std::path::{self, Path};

use nianbao_lsp::{Farewell, LspOptions};

use crate::{Ending, environment};

pub(crate) fn lsp(folder: Option<&Path>) -> anyhow::Result<Ending> {
    let source_date = environment::source_date()?;
    let here = match folder {
        // Editors name files in full.
        Some(folder) => Some(path::absolute(folder)?),
        None => env::current_dir().ok(),
    };
    let options = LspOptions {
        folder: here,
        codes: nianbao_builder::codes(),
        today: Box::new(move || source_date.unwrap_or_else(environment::today)),
    };
    Ok(match nianbao_lsp::over_stdio(options) {
        Farewell::Orderly => Ending::Good,
        Farewell::Abrupt | Farewell::Deaf => Ending::Blocked,
    })
}
