//! Threads that answer requests from one snapshot of the workspace.
//!
//! What pages need is derived once and borrows from the snapshot, so it lives with a few threads of its own, which end with the
//! last who may ask them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use nianbao_builder::html::FindingView;
use tokio::sync::oneshot;

use crate::queue::{Queue, Request};
use crate::response::Response;
use crate::router::{Lane, Router, Settings};
use crate::site_files::SiteFiles;
use crate::snapshot::Snapshot;
use crate::version::Version;

/// How many pages are made at a time.
const WORKERS: usize = 4;

/// The threads that answer for one state of the workspace.
pub(crate) struct WorkerPool {
    /// What tells this state from all others, those of earlier runs too.
    pub(crate) version: String,
    queues: Arc<Queues>,
}

/// Where requests wait. What takes seconds has a thread of its own, so that pages need not wait for it.
#[derive(Default)]
struct Queues {
    pages: Queue,
    pdfs: Queue,
    index: Queue,
}

impl WorkerPool {
    /// Threads that answer from `state`: a snapshot, or why there is none.
    pub(crate) fn start(state: Arc<Result<Snapshot, String>>, version: &Version, settings: &Arc<Settings>) -> Self {
        let version = version.to_string();
        let queues = Arc::<Queues>::default();
        let (known_as, settings, waiting) = (version.clone(), Arc::clone(settings), Arc::clone(&queues));
        thread::spawn(move || answer_all(&state, &known_as, &settings, &waiting));
        Self { version, queues }
    }

    /// What stands at `path`, an address below the server's root as people read it.
    pub(crate) async fn answer(&self, path: String, query: String) -> Response {
        let (reply, response) = oneshot::channel();
        self.queues.pages.put(Request { path, query, reply });
        response.await.unwrap_or_else(|_| fault())
    }
}

impl Drop for WorkerPool {
    fn drop(&mut self) {
        self.queues.pages.close();
    }
}

fn answer_all(state: &Result<Snapshot, String>, version: &str, settings: &Settings, queues: &Queues) {
    let plan;
    let (snapshot, site) = match state {
        Ok(snapshot) => {
            plan = snapshot.plan();
            (Some(snapshot), SiteFiles::new(snapshot, &plan))
        }
        Err(reason) => (None, Err(vec![FindingView::of_words(reason)])),
    };
    let router = &Router::new(snapshot, site, version, settings);
    thread::scope(|scope| {
        scope.spawn(|| work(router, &queues.pdfs));
        scope.spawn(|| work(router, &queues.index));
        thread::scope(|pages| {
            for _ in 0..WORKERS {
                pages.spawn(|| distribute(router, queues));
            }
        });
        // Whatever they had for the others has been handed on.
        queues.pdfs.close();
        queues.index.close();
    });
}

/// Answers what is made at once, and hands on what takes longer.
fn distribute(router: &Router, queues: &Queues) {
    while let Some(request) = queues.pages.next() {
        match router.lane(&request.path) {
            Lane::Pages => answer(router, request),
            Lane::Pdfs => queues.pdfs.put(request),
            Lane::Index => queues.index.put(request),
        }
    }
}

/// Answers one after the other. All who want the same get what was made once.
fn work(router: &Router, queue: &Queue) {
    while let Some(request) = queue.next() {
        let response = respond(router, &request);
        for other in queue.others(&request.path) {
            let _ = other.reply.send(response.clone());
        }
        let _ = request.reply.send(response);
    }
}

fn answer(router: &Router, request: Request) {
    let response = respond(router, &request);
    // Whoever asked may have gone away.
    let _ = request.reply.send(response);
}

/// Whatever happens to one page, its thread goes on.
fn respond(router: &Router, request: &Request) -> Response {
    catch_unwind(AssertUnwindSafe(|| router.respond(&request.path, &request.query))).unwrap_or_else(|_| fault())
}

fn fault() -> Response {
    Response::text(500, "程序出错，这一页没有做出来。请重新运行 nianbao serve，并把这个情况告诉我们。")
}
