//! Messages in turn: what the editor tells, what it asks, and a check when it has said nothing for a moment.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use serde_json::{Value, json};

use crate::answer::{self, Unanswered};
use crate::client::Client;
use crate::publish::{AllTold, news};
use crate::session::Session;
use crate::text::path_of;
use crate::workspace::{Finder, Found};
use crate::{Farewell, LspOptions};

mod capabilities;
mod changes;

/// Changes that an editor sends together do not lie so far apart. A check is short, so it need not wait for the end of typing.
const QUIET: Duration = Duration::from_millis(30);
/// Who types on and on is told after so long.
const PATIENCE: Duration = Duration::from_secs(1);
/// An editor that has not taken a message by then takes none any more.
const TAKEN: Duration = Duration::from_secs(30);

/// The request to be told of files that change on the disk.
const WATCHING: &str = "content";

/// Helps one editor.
pub(crate) struct Server<'c> {
    connection: &'c Connection,
    options: LspOptions,
    finder: Box<dyn Finder>,
    /// Messages that were taken but not looked at yet.
    waiting: VecDeque<Message>,
    stage: Stage,
    /// What is known, once there is a workspace.
    session: Option<Session>,
    /// What the editor was told.
    told: AllTold,
    /// Since when something waits to be checked.
    since: Option<Instant>,
}

/// How far the conversation is.
enum Stage {
    /// The editor has not said what it can do.
    Beginning,
    /// The editor is helped; what it can do, until a workspace is found.
    Running(Option<Client>),
    /// The editor said that it would end.
    Ending,
}

/// The editor takes nothing any more.
pub(super) struct Deaf;

impl<'c> Server<'c> {
    pub(crate) fn new(connection: &'c Connection, options: LspOptions, finder: Box<dyn Finder>) -> Self {
        Self {
            connection,
            options,
            finder,
            waiting: VecDeque::new(),
            stage: Stage::Beginning,
            session: None,
            told: AllTold::new(),
            since: None,
        }
    }

    /// Helps the editor until it ends.
    pub(crate) fn run(mut self) -> Farewell {
        loop {
            let step = match self.next() {
                Next::Message(Message::Request(request)) => self.request(request),
                Next::Message(Message::Notification(note)) if note.method == "exit" => {
                    return if matches!(self.stage, Stage::Ending) { Farewell::Orderly } else { Farewell::Abrupt };
                }
                Next::Message(Message::Notification(note)) => self.notification(note),
                Next::Message(Message::Response(response)) => {
                    self.response(&response);
                    Ok(())
                }
                Next::Silence => self.check(),
                Next::End => return Farewell::Orderly,
            };
            if step.is_err() {
                return Farewell::Deaf;
            }
        }
    }

    /// The next message, once all that have come are taken; silence where something waits to be checked and nobody types.
    fn next(&mut self) -> Next {
        self.take_all();
        // Changes come first in any case, since the messages are in order; only a check waits for a pause.
        if let Some(message) = self.waiting.pop_front() {
            return Next::Message(message);
        }
        let Some(since) = self.since else {
            return self.connection.receiver.recv().map_or(Next::End, Next::Message);
        };
        let left = PATIENCE.saturating_sub(since.elapsed()).min(QUIET);
        match self.connection.receiver.recv_timeout(left) {
            Ok(message) => Next::Message(message),
            Err(error) if error.is_timeout() => Next::Silence,
            Err(_) => Next::End,
        }
    }

    fn take_all(&mut self) {
        while let Ok(message) = self.connection.receiver.try_recv() {
            self.waiting.push_back(message);
        }
    }

    /// Answers a request.
    fn request(&mut self, request: Request) -> Result<(), Deaf> {
        self.take_all();
        let Request { id, method, params } = request;
        let answer = match (&self.stage, method.as_str()) {
            (Stage::Beginning, "initialize") => Ok(self.begin(&params)),
            (Stage::Beginning, _) => Err((ErrorCode::ServerNotInitialized, "要先发送 initialize")),
            (Stage::Ending, _) | (_, "initialize") => Err((ErrorCode::InvalidRequest, "这时不接受这个请求")),
            (Stage::Running(_), "shutdown") => {
                self.stage = Stage::Ending;
                Ok(Value::Null)
            }
            (Stage::Running(_), _) if self.is_cancelled(&id) => Err((ErrorCode::RequestCanceled, "已取消")),
            (Stage::Running(_), method) => self.answer(method, params)?,
        };
        self.send(match answer {
            Ok(answer) => Response::new_ok(id, answer),
            Err((code, message)) => Response::new_err(id, code as i32, message.to_owned()),
        })
    }

    /// Answers what is asked of texts. Where the answer hangs on findings, they are told first, so that it never belongs to
    /// others than those that the editor shows.
    fn answer(&mut self, method: &str, params: Value) -> Result<Result<Value, (ErrorCode, &'static str)>, Deaf> {
        if answer::hangs_on_findings(method) {
            self.check()?;
        }
        let Some(session) = &self.session else {
            return Ok(if answer::is_known(method) { Ok(Value::Null) } else { Err(UNKNOWN) });
        };
        Ok(answer::answer(session, method, params).map_err(|unanswered| match unanswered {
            Unanswered::Unknown => UNKNOWN,
            Unanswered::Parameters => (ErrorCode::InvalidParams, "请求的参数不对"),
        }))
    }

    /// Whether the editor takes a request back in one of the messages that wait.
    fn is_cancelled(&self, id: &RequestId) -> bool {
        let meant = |value: &Value| serde_json::from_value::<RequestId>(value.clone()).is_ok_and(|other| other == *id);
        self.waiting.iter().any(|message| match message {
            Message::Notification(note) if note.method == "$/cancelRequest" => note.params.get("id").is_some_and(meant),
            _ => false,
        })
    }

    /// Takes in what the editor can do, and looks for the workspace.
    fn begin(&mut self, params: &Value) -> Value {
        let client = Client::of(params);
        let encoding = client.encoding;
        let named = self.options.folder.as_ref().and_then(|folder| Some(folder.to_str()?.replace('\\', "/")));
        let found = client.folders.iter().chain(&named).find_map(|folder| self.finder.find(folder));
        self.stage = Stage::Running(Some(client));
        if let Some(found) = found {
            self.enter(found);
        }
        capabilities::told(encoding)
    }

    /// From here on the workspace that was found is checked.
    fn enter(&mut self, found: Found) {
        if let Stage::Running(client) = &mut self.stage
            && let Some(client) = client.take()
        {
            self.session = Some(Session::new(found, client, self.options.codes));
            self.since = Some(Instant::now());
        }
    }

    /// Where no workspace was found at the beginning, looks for one at the file at `uri`.
    pub(super) fn look_at(&mut self, uri: &str) {
        if self.session.is_none()
            && let Some(found) = path_of(uri).and_then(|path| self.finder.find(&path))
        {
            self.enter(found);
        }
    }

    /// Checks, if anything changed, and tells what is new.
    pub(super) fn check(&mut self) -> Result<(), Deaf> {
        self.since = None;
        let Some(session) = self.session.as_mut().filter(|session| session.dirty) else { return Ok(()) };
        session.check((self.options.today)());
        for news in news(session, &mut self.told) {
            let params = serde_json::to_value(news).unwrap_or_default();
            self.send(Notification { method: "textDocument/publishDiagnostics".to_owned(), params })?;
        }
        Ok(())
    }

    /// Asks to be told of files that change on the disk.
    pub(super) fn watch(&mut self) -> Result<(), Deaf> {
        if !self.session.as_ref().is_some_and(|session| session.client.watches) {
            return Ok(());
        }
        let watchers = json!({ "watchers": [{ "globPattern": "**/content/**" }] });
        let method = "workspace/didChangeWatchedFiles";
        let params = json!({ "registrations": [{ "id": WATCHING, "method": method, "registerOptions": watchers }] });
        self.send(Request { id: WATCHING.to_owned().into(), method: "client/registerCapability".to_owned(), params })
    }

    pub(super) fn send(&self, message: impl Into<Message>) -> Result<(), Deaf> {
        self.connection.sender.send_timeout(message.into(), TAKEN).map_err(|_| Deaf)
    }
}

const UNKNOWN: (ErrorCode, &str) = (ErrorCode::MethodNotFound, "不支持这个请求");

/// What comes next.
enum Next {
    Message(Message),
    Silence,
    End,
}
