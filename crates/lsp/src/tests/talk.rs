//! How a conversation begins and ends.

use lsp_server::ErrorCode;
use serde_json::{Value, json};

use super::editor::{Editor, ROOT, uri};
use super::findings::texts;
use crate::Farewell;

#[test]
fn a_conversation_ends_as_the_editor_says() {
    assert_eq!(Editor::open(&texts()).end(), Farewell::Orderly);
    let editor = Editor::open(&texts());
    editor.tell("exit", Value::Null);
    assert_eq!(editor.farewell(), Farewell::Abrupt);
    // The editor is gone.
    assert_eq!(Editor::open(&texts()).farewell(), Farewell::Orderly);
    assert_eq!(Editor::silent(&texts(), None).farewell(), Farewell::Orderly);
}

#[test]
fn what_comes_too_early_or_is_unknown_is_refused() {
    let mut editor = Editor::silent(&texts(), None);
    assert_eq!(editor.try_ask("textDocument/hover", json!({})), Err(ErrorCode::ServerNotInitialized as i32));
    editor.tell("textDocument/didOpen", json!({ "odd": true }));
    let said = editor.ask(
        "initialize",
        json!({
            "capabilities": { "general": { "positionEncodings": ["utf-16", "utf-8"] } },
            "workspaceFolders": [{ "uri": uri("content"), "name": "" }],
        }),
    );
    assert_eq!(said["capabilities"]["positionEncoding"], "utf-8");
    assert_eq!(editor.try_ask("initialize", json!({})), Err(ErrorCode::InvalidRequest as i32));
    assert_eq!(editor.try_ask("textDocument/rename", json!({})), Err(ErrorCode::MethodNotFound as i32));
    assert_eq!(editor.try_ask("textDocument/hover", json!([])), Err(ErrorCode::InvalidParams as i32));
    editor.tell(
        "textDocument/didChange",
        json!({ "textDocument": { "uri": uri("content/x"), "version": 9 }, "contentChanges": [] }),
    );
    editor.settle();
    assert_eq!(editor.end(), Farewell::Orderly);
}

#[test]
fn the_workspace_is_found_from_the_folder_or_from_the_first_text() {
    let mut faulty = texts();
    faulty.insert("content/agency.yaml".to_owned(), "姓名: 某市人民政府\n".to_owned());
    let mut editor = Editor::silent(&faulty, Some(ROOT));
    editor.ask("initialize", json!({ "capabilities": {} }));
    editor.settle();
    assert!(!editor.shown.is_empty());
    editor.end();
    let mut editor = Editor::silent(&texts(), Some("/elsewhere"));
    editor.ask("initialize", json!({ "capabilities": {}, "rootUri": "file:///elsewhere" }));
    editor.tell("initialized", json!({}));
    editor.settle();
    assert!(editor.shown.is_empty());
    editor.open_text("content/agency.yaml", "名称: 某市人民政府\n");
    editor.settle();
    assert!(editor.shown.contains_key("content/agency.yaml"));
    editor.end();
}
