//! What the editor tells: texts that are opened, changed, saved and closed, and files that changed on the disk.

use std::time::Instant;

use gen_lsp_types::{DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams};
use lsp_server::Notification;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Deaf, Server, Stage};
use crate::documents::OpenText;
use crate::session::Session;

impl Server<'_> {
    /// Takes in what the editor tells. What is not understood is left alone.
    pub(super) fn notification(&mut self, note: Notification) -> Result<(), Deaf> {
        if !matches!(self.stage, Stage::Running(_)) {
            return Ok(());
        }
        let Notification { method, params } = note;
        match method.as_str() {
            "initialized" => return self.welcome(),
            "textDocument/didOpen" => {
                if let Some(DidOpenTextDocumentParams { text_document: opened }) = read(params) {
                    self.look_at(&opened.uri.0);
                    let text = OpenText { uri: opened.uri.0, version: opened.version, text: opened.text };
                    self.alter(|session| {
                        session.path(&text.uri).map(|path| session.documents.open(path, text)).is_some()
                    });
                }
            }
            "textDocument/didChange" => {
                if let Some(DidChangeTextDocumentParams { text_document: changed, content_changes }) = read(params) {
                    self.alter(|session| {
                        let Some(path) = session.path(&changed.text_document_identifier.uri.0) else { return false };
                        let encoding = session.client.encoding;
                        session.documents.change(&path, changed.version, content_changes, encoding)
                    });
                }
            }
            "textDocument/didClose" => {
                if let Some(DidCloseTextDocumentParams { text_document: closed }) = read(params) {
                    self.alter(|session| {
                        session.path(&closed.uri.0).map(|path| session.documents.close(&path)).is_some()
                    });
                }
            }
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => self.alter(|_| true),
            _ => {}
        }
        Ok(())
    }

    /// Changes what is known; it is checked at the next pause if `alter` says so.
    fn alter(&mut self, alter: impl FnOnce(&mut Session) -> bool) {
        if let Some(session) = &mut self.session
            && alter(session)
        {
            session.dirty = true;
            self.since.get_or_insert_with(Instant::now);
        }
    }

    /// What is to be said once the editor is ready.
    fn welcome(&mut self) -> Result<(), Deaf> {
        if self.session.is_some() {
            return self.watch();
        }
        let message = "没有找到年报的工作区：打开含有 content 文件夹的那个文件夹，就能边写边检查。";
        let params = serde_json::json!({ "type": 2, "message": message });
        self.send(Notification { method: "window/showMessage".to_owned(), params })
    }
}

fn read<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}
