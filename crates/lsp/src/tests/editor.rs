//! A scripted editor: it opens and changes texts, asks, and remembers what it was told to show.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use jiff::civil::date;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use nianbao_loader::{DirEntry, Files, Memory, ReadError};
use serde_json::{Value, json};

use crate::server::Server;
use crate::workspace::{Finder, Found, relative};
use crate::{Farewell, LspOptions};

/// Where the workspace is said to lie.
pub(super) const ROOT: &str = "/家 目录/城市";
/// No answer takes so long.
const PATIENCE: Duration = Duration::from_mins(1);

/// The texts of a workspace by their paths.
pub(super) type Texts = BTreeMap<String, String>;

/// A workspace that lies on no disk, and what is saved in it, which may change.
struct InMemory(Saved);

/// What is saved in a workspace.
#[derive(Debug, Clone)]
pub(super) struct Saved(Arc<Mutex<Memory>>);

impl Saved {
    pub(super) fn new(memory: Memory) -> Self {
        Self(Arc::new(Mutex::new(memory)))
    }

    /// Saves a file.
    pub(super) fn write(&self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.0.lock().expect("nobody panics").insert(path, bytes);
    }
}

impl Files for Saved {
    fn name(&self) -> String {
        ROOT.to_owned()
    }

    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        self.0.lock().expect("nobody panics").list(folder)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        self.0.lock().expect("nobody panics").read(path, limit)
    }
}

impl Finder for InMemory {
    fn find(&self, path: &str) -> Option<Found> {
        let inside = path == ROOT || relative(ROOT, path).is_some();
        inside.then(|| Found { root: ROOT.to_owned(), files: Box::new(self.0.clone()) })
    }
}

/// What an editor shows of a file: the version that it is for, and the findings.
pub(super) type Shown = (Option<i64>, Vec<Value>);

/// An editor with the program at its other end.
pub(super) struct Editor {
    pub(super) connection: Connection,
    program: Option<JoinHandle<Farewell>>,
    number: i32,
    versions: BTreeMap<String, i32>,
    /// What it shows, by path.
    pub(super) shown: BTreeMap<String, Shown>,
}

/// The address of a file of the workspace, as some editors write it.
pub(super) fn uri(path: &str) -> String {
    format!("file:///%E5%AE%B6%20%E7%9B%AE%E5%BD%95/%E5%9F%8E%E5%B8%82/{path}")
}

pub(super) fn memory(texts: &Texts) -> Memory {
    texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect()
}

impl Editor {
    /// An editor that has not said anything yet.
    pub(super) fn silent(texts: &Texts, folder: Option<&str>) -> Self {
        Self::silent_over(Saved::new(memory(texts)), folder)
    }

    fn silent_over(saved: Saved, folder: Option<&str>) -> Self {
        let (ours, theirs) = Connection::memory();
        let folder = folder.map(PathBuf::from);
        let program = thread::spawn(move || {
            let options = LspOptions { folder, codes: &[], today: Box::new(|| date(2025, 1, 10)) };
            Server::new(&theirs, options, Box::new(InMemory(saved))).run()
        });
        Self { connection: ours, program: Some(program), number: 0, versions: BTreeMap::new(), shown: BTreeMap::new() }
    }

    /// An editor that has opened the workspace of `texts`.
    pub(super) fn open(texts: &Texts) -> Self {
        Self::open_over(Saved::new(memory(texts)), false)
    }

    /// An editor that has opened a workspace with these files. It tells of files that change if it `watches`.
    pub(super) fn open_over(saved: Saved, watches: bool) -> Self {
        let mut editor = Self::silent_over(saved, None);
        editor.ask(
            "initialize",
            json!({
                "processId": null,
                "rootUri": uri("").trim_end_matches('/'),
                "capabilities": {
                    "textDocument": {
                        "publishDiagnostics": { "relatedInformation": true },
                        "completion": { "completionItem": { "snippetSupport": true } },
                        "codeAction": { "codeActionLiteralSupport": {} },
                    },
                    "workspace": {
                        "workspaceEdit": { "documentChanges": true },
                        "didChangeWatchedFiles": { "dynamicRegistration": watches },
                    },
                },
            }),
        );
        editor.tell("initialized", json!({}));
        if watches {
            editor.agree();
        }
        editor
    }

    /// Agrees to the one thing that it is asked: to tell of files that change.
    fn agree(&mut self) {
        loop {
            match self.connection.receiver.recv_timeout(PATIENCE).expect("a request") {
                Message::Request(Request { id, .. }) => {
                    let agreed = Response::new_ok(id, Value::Null);
                    return self.connection.sender.send(Message::Response(agreed)).expect("the program listens");
                }
                Message::Notification(note) => self.take(&note),
                Message::Response(_) => {}
            }
        }
    }

    pub(super) fn tell(&self, method: &str, params: Value) {
        let note = Notification { method: method.to_owned(), params };
        self.connection.sender.send(Message::Notification(note)).expect("the program listens");
    }

    /// Asks and waits for the answer, whatever it is told meanwhile.
    pub(super) fn try_ask(&mut self, method: &str, params: Value) -> Result<Value, i32> {
        self.number += 1;
        let request = Request { id: self.number.into(), method: method.to_owned(), params };
        self.connection.sender.send(Message::Request(request)).expect("the program listens");
        loop {
            match self.connection.receiver.recv_timeout(PATIENCE).expect("an answer") {
                Message::Response(Response { id, response_result }) if id == self.number.into() => {
                    return response_result.map_err(|error| error.code);
                }
                Message::Notification(note) => self.take(&note),
                Message::Response(_) | Message::Request(_) => {}
            }
        }
    }

    pub(super) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.try_ask(method, params).unwrap_or_else(|code| panic!("{method} is answered with {code}"))
    }

    /// Asks about a place of a text, in lines and units of UTF-16.
    pub(super) fn ask_at(&mut self, method: &str, path: &str, (line, character): (u32, u32)) -> Value {
        let position = json!({ "line": line, "character": character });
        let context = json!({ "includeDeclaration": true });
        let params = json!({ "textDocument": { "uri": uri(path) }, "position": position, "context": context });
        let params = if method.ends_with("completion") {
            json!({ "textDocument": { "uri": uri(path) }, "position": position })
        } else {
            params
        };
        self.ask(method, params)
    }

    fn take(&mut self, note: &Notification) {
        if note.method != "textDocument/publishDiagnostics" {
            return;
        }
        let uri = note.params["uri"].as_str().expect("an address");
        let path = crate::text::path_of(uri).expect("a path");
        let path = relative(ROOT, &path).expect("a file of the workspace").to_owned();
        let found = note.params["diagnostics"].as_array().expect("a list").clone();
        self.shown.insert(path, (note.params["version"].as_i64(), found));
    }

    pub(super) fn open_text(&mut self, path: &str, text: &str) {
        self.versions.insert(path.to_owned(), 1);
        let document = json!({ "uri": uri(path), "languageId": "yaml", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    pub(super) fn change(&mut self, path: &str, changes: &Value) {
        let version = self.versions.get_mut(path).expect("an open text");
        *version += 1;
        let document = json!({ "uri": uri(path), "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    pub(super) fn close(&mut self, path: &str) {
        self.versions.remove(path);
        self.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri(path) } }));
    }

    pub(super) fn version(&self, path: &str) -> Option<i64> {
        self.versions.get(path).map(|version| i64::from(*version))
    }

    /// Waits until all that was told so far is checked and shown.
    pub(super) fn settle(&mut self) {
        let _ = self.ask_at("textDocument/hover", "content/agency.yaml", (0, 0));
    }

    /// The codes that it shows of a file.
    pub(super) fn codes(&self, path: &str) -> Vec<String> {
        let (_, found) = self.shown.get(path).cloned().unwrap_or_default();
        found.iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
    }

    /// Ends the conversation as is proper.
    pub(super) fn end(mut self) -> Farewell {
        assert_eq!(self.ask("shutdown", Value::Null), Value::Null);
        assert_eq!(self.try_ask("textDocument/hover", Value::Null), Err(ErrorCode::InvalidRequest as i32));
        self.tell("exit", Value::Null);
        self.farewell()
    }

    /// How the program ended.
    pub(super) fn farewell(mut self) -> Farewell {
        let program = self.program.take().expect("a program");
        drop(self.connection);
        program.join().expect("no panic")
    }
}
