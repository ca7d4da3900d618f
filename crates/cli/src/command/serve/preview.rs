//! One state of the workspace, answering for itself.
//!
//! What pages need is derived once and borrows from what was read, so it lives with a few threads of its own, which end with the
//! last who may ask them.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

use jiff::Timestamp;
use tokio::sync::oneshot;

use super::answer::Answer;
use super::clerk::Clerk;
use super::reading::Reading;

/// How many requests are answered at a time: a PDF takes seconds, and pages need not wait for it.
const CLERKS: usize = 4;

/// One state of the workspace.
pub(super) struct Preview {
    /// What tells it from all others, those of earlier runs too.
    pub(super) version: String,
    questions: Sender<Question>,
}

/// Somebody wants to see something.
struct Question {
    path: String,
    query: String,
    reply: oneshot::Sender<Answer>,
}

impl Preview {
    /// The preview of what was read, the `number`th of this run.
    pub(super) fn of(reading: Arc<Reading>, number: usize) -> Self {
        let version = format!("{}-{number}", Timestamp::now().as_nanosecond());
        let (questions, asked) = mpsc::channel();
        let known_as = version.clone();
        thread::spawn(move || answer_all(&reading, &known_as, &Mutex::new(asked)));
        Self { version, questions }
    }

    /// What stands at `path`, an address below the server's root as people read it.
    pub(super) async fn ask(&self, path: String, query: String) -> Answer {
        let (reply, answer) = oneshot::channel();
        let asked = self.questions.send(Question { path, query, reply });
        match (asked, answer.await) {
            (Ok(()), Ok(answer)) => answer,
            // A thread that was to answer is gone, which is a fault of this program.
            _ => Answer::text(500, "程序出错，这一页没有做出来。请重新运行 nianbao serve，并把这个情况告诉我们。"),
        }
    }
}

fn answer_all(reading: &Reading, version: &str, asked: &Mutex<Receiver<Question>>) {
    let plan;
    let clerk = match reading {
        Reading::Read(material) => {
            plan = Clerk::plan(material);
            Clerk::new(material, &plan, version)
        }
        Reading::Failed(reason) => Clerk::without_material(reason, version),
    };
    thread::scope(|scope| {
        for _ in 0..CLERKS {
            scope.spawn(|| {
                while let Some(question) = next(asked) {
                    // Whoever asked may have gone away.
                    let _ = question.reply.send(clerk.answer(&question.path, &question.query));
                }
            });
        }
    });
}

fn next(asked: &Mutex<Receiver<Question>>) -> Option<Question> {
    asked.lock().ok()?.recv().ok()
}
