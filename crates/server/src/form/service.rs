//! The thread that answers for all forms.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use jiff::civil::Date;
use tokio::sync::oneshot;

use super::desk::Desk;
use super::token;
use crate::response::Response;

/// Who is asked.
#[derive(Debug, Clone)]
pub(crate) struct FormService {
    token: String,
    queue: Sender<Asked>,
}

/// A request that waits.
struct Asked {
    path: String,
    /// The body of a request that sends something.
    body: Option<Vec<u8>>,
    reply: oneshot::Sender<Response>,
}

impl FormService {
    /// Answers for the forms of the workspace in `folder` until the last one who may ask is gone.
    pub(crate) fn start(folder: PathBuf, today: fn() -> Date) -> Self {
        let token = token::new();
        let (queue, asked) = mpsc::channel();
        let known = token.clone();
        thread::spawn(move || answer_all(&folder, today, &known, &asked));
        Self { token, queue }
    }

    /// What a request that writes has to show.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// What stands at `path` below the folder of all forms, or becomes of the `body` that is sent there.
    pub(crate) async fn answer(&self, path: String, body: Option<Vec<u8>>) -> Response {
        let (reply, response) = oneshot::channel();
        let asked = self.queue.send(Asked { path, body, reply });
        let answer = if asked.is_ok() { response.await.ok() } else { None };
        answer.unwrap_or_else(fault)
    }
}

fn answer_all(folder: &std::path::Path, today: fn() -> Date, token: &str, asked: &Receiver<Asked>) {
    let mut desk = Desk::new(folder, today, token);
    while let Ok(Asked { path, body, reply }) = asked.recv() {
        // Whatever happens to one request, the thread goes on, with nothing that was half done.
        let answered = catch_unwind(AssertUnwindSafe(|| desk.answer(&path, body.as_deref())));
        let response = answered.unwrap_or_else(|_| {
            desk = Desk::new(folder, today, token);
            fault()
        });
        let _ = reply.send(response);
    }
}

fn fault() -> Response {
    Response::text(500, "程序出错，没有写入。写的内容还在这一页上；请重新运行 nianbao serve，再刷新。")
}
