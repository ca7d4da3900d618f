//! The threads that answer for all forms: one that reads lists and pictures, which may take a while, and one for all else.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use jiff::civil::Date;
use tokio::sync::oneshot;

use super::desk::Desk;
use super::target::{NEW_AGENCIES, NEW_LIST, is_picture};
use super::{new, pictures, token};
use crate::basis::Basis;
use crate::preview::ReadList;
use crate::response::Response;

/// Who is asked.
#[derive(Debug, Clone)]
pub(crate) struct FormService {
    token: String,
    queue: Sender<Asked>,
    /// Lists and pictures that come as files, before they go on to the others.
    slow: Sender<Asked>,
}

/// A request that waits.
struct Asked {
    path: String,
    /// The body of a request that sends something.
    body: Option<Vec<u8>>,
    reply: oneshot::Sender<Response>,
}

impl FormService {
    /// Answers for the forms of the workspace in `folder` until the last one who may ask is gone. `basis` is what the preview knows.
    pub(crate) fn start(folder: PathBuf, today: fn() -> Date, read_list: ReadList, basis: Basis) -> Self {
        let token = token::new();
        let (queue, asked) = mpsc::channel();
        let (slow, files) = mpsc::channel();
        let known = token.clone();
        thread::spawn(move || {
            let desk = || Desk::new(&folder, today, &known, basis.clone());
            answer_all(desk, &asked);
        });
        let read = queue.clone();
        thread::spawn(move || read_files(read_list, &files, &read));
        Self { token, queue, slow }
    }

    /// What a request that writes has to show.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// What stands at `path` below the folder of all forms, or becomes of the `body` that is sent there.
    pub(crate) async fn answer(&self, path: String, body: Option<Vec<u8>>) -> Response {
        let (reply, response) = oneshot::channel();
        let is_slow = body.is_some() && (path == NEW_LIST || is_picture(&path));
        let queue = if is_slow { &self.slow } else { &self.queue };
        let asked = queue.send(Asked { path, body, reply });
        let answer = if asked.is_ok() { response.await.ok() } else { None };
        answer.unwrap_or_else(fault)
    }
}

fn answer_all(new: impl Fn() -> Desk, asked: &Receiver<Asked>) {
    let mut desk = new();
    while let Ok(Asked { path, body, reply }) = asked.recv() {
        // Whatever happens to one request, the thread goes on, with nothing that was half done.
        let answered = catch_unwind(AssertUnwindSafe(|| desk.answer(&path, body.as_deref())));
        let response = answered.unwrap_or_else(|_| {
            desk = new();
            fault()
        });
        let _ = reply.send(response);
    }
}

/// Reads what comes as files; the rows of lists and clean pictures go on to whoever answers for the rest.
fn read_files(read: ReadList, files: &Receiver<Asked>, queue: &Sender<Asked>) {
    while let Ok(Asked { path, body, reply }) = files.recv() {
        let body = body.unwrap_or_default();
        let is_list = path == NEW_LIST;
        let file = || if is_list { new::rows_of_file(&body, read) } else { pictures::cleaned(&body) };
        let path = if is_list { NEW_AGENCIES.to_owned() } else { path };
        match catch_unwind(AssertUnwindSafe(file)) {
            Ok(Ok(body)) => drop(queue.send(Asked { path, body: Some(body), reply })),
            Ok(Err(refused)) => drop(reply.send(refused)),
            Err(_) => drop(reply.send(fault())),
        }
    }
}

fn fault() -> Response {
    Response::text(500, "程序出错，没有写入。写的内容还在这一页上；请重新运行 nianbao serve，再刷新。")
}
