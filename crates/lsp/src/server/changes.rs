//! What the editor tells: texts that are opened, changed, saved and closed, and files that changed on the disk.

use std::time::Instant;

use gen_lsp_types::{DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams};
use lsp_server::{Notification, RequestId, Response};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Deaf, Server, Stage, WATCHING};
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
                        let Some(path) = session.path(&closed.uri.0) else { return false };
                        session.documents.close(&path);
                        session.saved.changed(&path);
                        true
                    });
                }
            }
            "textDocument/didSave" => {
                let saved = params.pointer("/textDocument/uri").and_then(Value::as_str).map(str::to_owned);
                self.saved_anew(saved.as_slice());
            }
            "workspace/didChangeWatchedFiles" => {
                let events = params.get("changes").and_then(Value::as_array).into_iter().flatten();
                let uris = events.filter_map(|event| Some(event.get("uri")?.as_str()?.to_owned()));
                self.saved_anew(&uris.collect::<Vec<_>>());
            }
            _ => {}
        }
        Ok(())
    }

    /// What stands at these addresses on the disk is another; anything, where none is named.
    fn saved_anew(&mut self, uris: &[String]) {
        self.alter(|session| {
            let paths: Option<Vec<String>> = uris.iter().map(|uri| session.path(uri)).collect();
            match paths.filter(|paths| !paths.is_empty()) {
                Some(paths) => paths.iter().for_each(|path| session.saved.changed(path)),
                // The workspace itself, say, or an address that is written in a way that we do not know.
                None => session.saved.forget_all(),
            }
            true
        });
    }

    /// The editor answered to what it was asked: [`Server::watch`] asks for one thing alone.
    pub(super) fn response(&mut self, response: &Response) {
        let agreed = response.id == RequestId::from(WATCHING.to_owned()) && response.response_result.is_ok();
        if agreed {
            self.alter(|session| {
                if session.is_open() {
                    session.saved.are_watched();
                }
                true
            });
        }
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
