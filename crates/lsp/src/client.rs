//! What the editor at the other end can do, as it says at the beginning.

use serde_json::Value;

use crate::text::{Encoding, path_of};

/// What the editor can do. What it does not say, it cannot.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "the protocol asks for each by itself")]
pub(crate) struct Client {
    /// What it counts columns in.
    pub(crate) encoding: Encoding,
    /// Whether it shows the places that explain a finding.
    pub(crate) related: bool,
    /// Whether it takes edits that name the version that they are for.
    pub(crate) versioned_edits: bool,
    /// Whether it takes insertions with a place for the cursor.
    pub(crate) snippets: bool,
    /// Whether it takes actions as edits rather than commands.
    pub(crate) actions: bool,
    /// Whether it tells of files that changed on the disk, if it is asked to.
    pub(crate) watches: bool,
    /// The folders that it has open, the first one first.
    pub(crate) folders: Vec<String>,
}

impl Client {
    /// What the parameters of `initialize` say. Read by hand: an editor that says one thing oddly is still helped.
    pub(crate) fn of(params: &Value) -> Self {
        let can = |path: &str| params.pointer(&format!("/capabilities/{path}"));
        let says = |path: &str| can(path).and_then(Value::as_bool).unwrap_or_default();
        let encodings = can("general/positionEncodings").and_then(Value::as_array).into_iter().flatten();
        let mut encodings = encodings.filter_map(Value::as_str);
        Self {
            encoding: if encodings.any(|name| name == "utf-8") { Encoding::Utf8 } else { Encoding::Utf16 },
            related: says("textDocument/publishDiagnostics/relatedInformation"),
            versioned_edits: says("workspace/workspaceEdit/documentChanges"),
            snippets: says("textDocument/completion/completionItem/snippetSupport"),
            actions: can("textDocument/codeAction/codeActionLiteralSupport").is_some(),
            watches: says("workspace/didChangeWatchedFiles/dynamicRegistration"),
            folders: folders(params),
        }
    }
}

fn folders(params: &Value) -> Vec<String> {
    let open = params.get("workspaceFolders").and_then(Value::as_array).into_iter().flatten();
    let open = open.filter_map(|folder| folder.get("uri")?.as_str());
    let root = params.get("rootUri").and_then(Value::as_str);
    let path = params.get("rootPath").and_then(Value::as_str).map(|path| path.replace('\\', "/"));
    open.chain(root).filter_map(path_of).chain(path).collect()
}
