//! What git keeps, by id: one process answers for all that is asked.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use super::super::{ReadError, Reason};
use super::GitError;
use super::process::{DEADLINE, git};

/// The line before an object has no more bytes.
const HEADER: u64 = 1024;

/// The store of a repository.
#[derive(Debug)]
pub(super) struct Objects {
    workspace: PathBuf,
    running: Option<Batch>,
    /// Whether git did not answer in time. It is not asked again.
    late: bool,
}

/// A process that waits for ids, and a thread that hears its answers.
#[derive(Debug)]
struct Batch {
    child: Child,
    asked: ChildStdin,
    wanted: Sender<Wanted>,
    answers: Receiver<Answer>,
    deadline: Duration,
}

/// What an answer has to be: of this kind, and of no more bytes than this.
#[derive(Debug)]
struct Wanted {
    kind: &'static str,
    limit: u64,
}

type Answer = Result<Vec<u8>, Failure>;

impl Objects {
    /// That of the repository in which `workspace` lies.
    pub(super) fn new(workspace: &Path) -> Self {
        Self { workspace: workspace.to_owned(), running: None, late: false }
    }

    /// The object `id`, which is of this kind and has at most `limit` bytes.
    pub(super) fn read(&mut self, id: &str, kind: &'static str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let read = self.answer(id, Wanted { kind, limit });
        self.late |= matches!(read, Err(Failure::Late));
        read.map_err(|failure| match failure {
            Failure::NotThere => ReadError::Io(Reason::error("git 里没有它的内容：仓库不完整")),
            Failure::TooLarge => ReadError::TooLarge,
            Failure::Late => ReadError::Io(Reason::error("git 很久没有回答，没有再等")),
            Failure::Io(error) => ReadError::Io(error),
        })
    }

    /// Why no more can be read, if so.
    pub(super) fn fault(&self) -> Option<GitError> {
        self.late.then(|| GitError::Late(DEADLINE.as_secs()))
    }

    fn answer(&mut self, id: &str, wanted: Wanted) -> Answer {
        if self.late {
            return Err(Failure::Late);
        }
        let mut running = match self.running.take() {
            Some(running) => running,
            None => Batch::start(&self.workspace)?,
        };
        let answer = running.answer(id, wanted);
        // A process that owes the rest of an answer is of no more use.
        if matches!(answer, Ok(_) | Err(Failure::NotThere)) {
            self.running = Some(running);
        }
        answer
    }
}

#[derive(Debug)]
enum Failure {
    NotThere,
    TooLarge,
    Late,
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Batch {
    fn start(workspace: &Path) -> io::Result<Self> {
        let mut command = git(workspace);
        command.args(["cat-file", "--batch"]);
        Self::of(command, DEADLINE)
    }

    /// One of the program `command`, which has so long for each answer.
    fn of(mut command: Command, deadline: Duration) -> io::Result<Self> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let (Some(asked), Some(stream)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let (wanted, orders) = mpsc::channel();
        let (sender, answers) = mpsc::channel();
        // It ends with the process, whose stream does; nobody waits for it, since a disk of a network may hold it up.
        thread::spawn(move || hear(BufReader::new(stream), &orders, &sender));
        Ok(Self { child, asked, wanted, answers, deadline })
    }

    fn answer(&mut self, id: &str, wanted: Wanted) -> Answer {
        let broken = || Failure::Io(io::ErrorKind::BrokenPipe.into());
        self.wanted.send(wanted).map_err(|_| broken())?;
        // One id is less than a pipe holds, so nobody waits here.
        self.asked.write_all(format!("{id}\n").as_bytes())?;
        self.asked.flush()?;
        match self.answers.recv_timeout(self.deadline) {
            Ok(answer) => answer,
            Err(mpsc::RecvTimeoutError::Timeout) => Err(Failure::Late),
            Err(mpsc::RecvTimeoutError::Disconnected) => Err(broken()),
        }
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Hears one answer for each that is wanted, until nobody wants any more.
fn hear(mut stream: impl BufRead, orders: &Receiver<Wanted>, answers: &Sender<Answer>) {
    while let Ok(wanted) = orders.recv() {
        if answers.send(next(&mut stream, &wanted)).is_err() {
            return;
        }
    }
}

/// The next answer of a stream.
fn next(stream: &mut impl BufRead, wanted: &Wanted) -> Answer {
    let mut header = String::new();
    stream.take(HEADER).read_line(&mut header)?;
    let mut words = header.split_ascii_whitespace().skip(1);
    let (found, size) = (words.next(), words.next().and_then(|size| size.parse::<u64>().ok()));
    let size = match (found, size) {
        (Some("missing"), _) => return Err(Failure::NotThere),
        (Some(found), Some(size)) if found == wanted.kind => size,
        _ => return Err(io::Error::from(io::ErrorKind::InvalidData).into()),
    };
    if size > wanted.limit {
        return Err(Failure::TooLarge);
    }
    let mut bytes = Vec::new();
    stream.take(size.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != size.saturating_add(1) {
        return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
    }
    bytes.pop();
    Ok(bytes)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn asked(script: &str) -> Answer {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        let mut batch = Batch::of(command, Duration::from_millis(500)).expect("sh starts");
        batch.answer("ab", Wanted { kind: "blob", limit: 10 })
    }

    #[test]
    fn who_hangs_is_not_waited_for() {
        assert_eq!(asked("read id; echo $id blob 3; echo abc; exec sleep 60").ok().as_deref(), Some(b"abc".as_slice()));
        for script in ["exec sleep 60", "read id; echo $id blob 3; exec sleep 60"] {
            assert!(matches!(asked(script), Err(Failure::Late)), "{script}");
        }
        assert!(matches!(asked("read id; echo $id blob 3"), Err(Failure::Io(_))));
        assert!(matches!(asked("read id; echo $id blob 11"), Err(Failure::TooLarge)));
        assert!(matches!(asked("read id; echo $id missing"), Err(Failure::NotThere)));
    }

    #[test]
    fn who_was_late_is_not_asked_again() {
        let mut objects = Objects { late: true, ..Objects::new(Path::new("没有这个文件夹")) };
        let reason = objects.read("ab", "blob", 10).expect_err("nobody is asked").to_string();
        assert_eq!(reason, "git 很久没有回答，没有再等");
        assert!(objects.fault().is_some());
    }
}
