//! Requests that wait for a thread.

use std::collections::VecDeque;
use std::mem;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use crate::response::Response;

/// An address that somebody wants to see.
pub(crate) struct Request {
    /// The address below the server's root, as people read it.
    pub(crate) path: String,
    /// What stands behind `?`.
    pub(crate) query: String,
    /// Where the response goes.
    pub(crate) reply: oneshot::Sender<Response>,
}

/// Requests in the order in which they came. There are never more than connections, since who leaves does not wait.
#[derive(Default)]
pub(crate) struct Queue {
    line: Mutex<Line>,
    changed: Condvar,
}

#[derive(Default)]
struct Line {
    waiting: VecDeque<Request>,
    closed: bool,
}

impl Queue {
    /// Puts a request at the end.
    pub(crate) fn put(&self, request: Request) {
        let mut line = self.line();
        line.waiting.retain(|request| !request.reply.is_closed());
        line.waiting.push_back(request);
        self.changed.notify_one();
    }

    /// The next request that somebody still waits for. Waits until there is one; `None` once the queue is closed and empty.
    pub(crate) fn next(&self) -> Option<Request> {
        let mut line = self.line();
        loop {
            match line.waiting.pop_front() {
                Some(request) if request.reply.is_closed() => {}
                Some(request) => return Some(request),
                None if line.closed => return None,
                None => line = self.changed.wait(line).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    /// All other requests for `path`.
    pub(crate) fn others(&self, path: &str) -> VecDeque<Request> {
        let mut line = self.line();
        let (same, rest) = mem::take(&mut line.waiting).into_iter().partition(|request| request.path == path);
        line.waiting = rest;
        same
    }

    /// No request comes any more.
    pub(crate) fn close(&self) {
        self.line().closed = true;
        self.changed.notify_all();
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(path: &str) -> (Request, oneshot::Receiver<Response>) {
        let (reply, response) = oneshot::channel();
        (Request { path: path.to_owned(), query: String::new(), reply }, response)
    }

    #[test]
    fn who_left_does_not_wait_and_who_wants_the_same_is_found() {
        let queue = Queue::default();
        let (gone, left) = request("甲");
        drop(left);
        queue.put(gone);
        let kept: Vec<_> = ["乙", "丙", "乙"]
            .map(|path| {
                let (request, response) = request(path);
                queue.put(request);
                response
            })
            .into_iter()
            .collect();
        assert_eq!(queue.next().map(|request| request.path).as_deref(), Some("乙"));
        assert_eq!(queue.others("乙").len(), 1);
        queue.close();
        assert_eq!(queue.next().map(|request| request.path).as_deref(), Some("丙"));
        assert!(queue.next().is_none());
        drop(kept);
    }
}
