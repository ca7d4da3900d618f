//! What an editor asks of its texts, one kind of question a file.

mod completion;
mod definition;
mod figure;
mod hover;
mod key;
mod keys;
mod look_ups;
mod mends;
mod offer;
mod outline;
mod quotes;
mod references;
mod sections;
mod target;
mod values;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::session::Session;

/// Why there is no answer.
pub(crate) enum Unanswered {
    /// There is no such question.
    Unknown,
    /// What is asked for cannot be read.
    Parameters,
}

const KNOWN: [&str; 6] = [
    "textDocument/completion",
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/documentSymbol",
    "textDocument/codeAction",
];

/// Whether there is such a question.
pub(crate) fn is_known(method: &str) -> bool {
    KNOWN.contains(&method)
}

/// Whether its answer must go with the texts as they stand now. Completion and the outline read these themselves, and come
/// while people type.
pub(crate) fn hangs_on_findings(method: &str) -> bool {
    is_known(method) && !matches!(method, "textDocument/completion" | "textDocument/documentSymbol")
}

/// The answer to a question; null where there is nothing to say.
pub(crate) fn answer(session: &Session, method: &str, params: Value) -> Result<Value, Unanswered> {
    match method {
        "textDocument/completion" => told(params, |params| completion::complete(session, &params)),
        "textDocument/hover" => told(params, |params| hover::hover(session, &params)),
        "textDocument/definition" => told(params, |params| definition::definition(session, &params)),
        "textDocument/references" => told(params, |params| references::references(session, &params)),
        "textDocument/documentSymbol" => told(params, |params| outline::symbols(session, &params)),
        "textDocument/codeAction" => told(params, |params| mends::actions(session, &params)),
        _ => Err(Unanswered::Unknown),
    }
}

fn told<P: DeserializeOwned, A: Serialize>(
    params: Value,
    answer: impl FnOnce(P) -> Option<A>,
) -> Result<Value, Unanswered> {
    let params = serde_json::from_value(params).map_err(|_| Unanswered::Parameters)?;
    let answer = answer(params);
    Ok(answer.and_then(|answer| serde_json::to_value(answer).ok()).unwrap_or_default())
}
