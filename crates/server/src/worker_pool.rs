//! Threads that answer requests from one snapshot of the workspace.
//!
//! What pages need is derived once and borrows from the snapshot, so it lives with a few threads of its own, which end with the
//! last who may ask them.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

use jiff::Timestamp;
use jiff::civil::Date;
use nianbao_builder::html::FindingView;
use tokio::sync::oneshot;

use crate::response::Response;
use crate::router::Router;
use crate::site_files::SiteFiles;
use crate::snapshot::Snapshot;

/// How many requests are answered at a time: a PDF takes seconds, and pages need not wait for it.
const WORKERS: usize = 4;

/// The threads that answer for one state of the workspace.
pub(crate) struct WorkerPool {
    /// What tells this state from all others, those of earlier runs too.
    pub(crate) version: String,
    requests: Sender<Request>,
}

/// An address that somebody wants to see.
struct Request {
    path: String,
    query: String,
    reply: oneshot::Sender<Response>,
}

impl WorkerPool {
    /// Threads that answer from `state`, the `number`th of this run: a snapshot, or why there is none.
    pub(crate) fn start(state: Arc<Result<Snapshot, String>>, number: usize, today: fn() -> Date) -> Self {
        let version = format!("{}-{number}", Timestamp::now().as_nanosecond());
        let (requests, receiver) = mpsc::channel();
        let known_as = version.clone();
        thread::spawn(move || answer_all(&state, &known_as, today, &Mutex::new(receiver)));
        Self { version, requests }
    }

    /// What stands at `path`, an address below the server's root as people read it.
    pub(crate) async fn answer(&self, path: String, query: String) -> Response {
        let (reply, response) = oneshot::channel();
        let sent = self.requests.send(Request { path, query, reply });
        match (sent, response.await) {
            (Ok(()), Ok(response)) => response,
            // A thread that was to answer is gone, which is a fault of this program.
            _ => Response::text(500, "程序出错，这一页没有做出来。请重新运行 nianbao serve，并把这个情况告诉我们。"),
        }
    }
}

fn answer_all(
    state: &Result<Snapshot, String>,
    version: &str,
    today: fn() -> Date,
    requests: &Mutex<Receiver<Request>>,
) {
    let plan;
    let (snapshot, site) = match state {
        Ok(snapshot) => {
            plan = snapshot.plan();
            (Some(snapshot), SiteFiles::new(snapshot, &plan))
        }
        Err(reason) => (None, Err(vec![FindingView::of_words(reason)])),
    };
    let router = Router::new(snapshot, site, version, today);
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some(request) = next(requests) {
                    // Whoever asked may have gone away.
                    let _ = request.reply.send(router.respond(&request.path, &request.query));
                }
            });
        }
    });
}

fn next(requests: &Mutex<Receiver<Request>>) -> Option<Request> {
    requests.lock().ok()?.recv().ok()
}
