//! What git keeps, by id: one process answers for all that is asked.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::super::{ReadError, Reason};
use super::process::git;

/// The line before an object has no more bytes.
const HEADER: u64 = 1024;

/// The store of a repository.
#[derive(Debug)]
pub(super) struct Objects {
    workspace: PathBuf,
    running: Option<Batch>,
}

/// A process that waits for ids.
#[derive(Debug)]
struct Batch {
    child: Child,
    asked: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Objects {
    /// That of the repository in which `workspace` lies.
    pub(super) fn new(workspace: &Path) -> Self {
        Self { workspace: workspace.to_owned(), running: None }
    }

    /// The object `id`, which is of this kind and has at most `limit` bytes.
    pub(super) fn read(&mut self, id: &str, kind: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let mut running = match self.running.take() {
            Some(running) => running,
            None => Batch::start(&self.workspace)?,
        };
        let read = running.read(id, kind, limit);
        // A process that owes the rest of an answer is of no more use.
        if matches!(read, Ok(_) | Err(Failure::NotThere)) {
            self.running = Some(running);
        }
        read.map_err(|failure| match failure {
            Failure::NotThere => ReadError::Io(Reason::error("git 里没有它的内容：仓库不完整")),
            Failure::TooLarge => ReadError::TooLarge,
            Failure::Io(error) => ReadError::Io(error),
        })
    }
}

enum Failure {
    NotThere,
    TooLarge,
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
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(asked), Some(answers)) => Ok(Self { child, asked, answers: BufReader::new(answers) }),
            _ => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn read(&mut self, id: &str, kind: &str, limit: u64) -> Result<Vec<u8>, Failure> {
        self.asked.write_all(format!("{id}\n").as_bytes())?;
        self.asked.flush()?;
        let mut header = String::new();
        (&mut self.answers).take(HEADER).read_line(&mut header)?;
        let mut words = header.split_ascii_whitespace().skip(1);
        let (found, size) = (words.next(), words.next().and_then(|size| size.parse::<u64>().ok()));
        let size = match (found, size) {
            (Some("missing"), _) => return Err(Failure::NotThere),
            (Some(found), Some(size)) if found == kind => size,
            _ => return Err(io::Error::from(io::ErrorKind::InvalidData).into()),
        };
        if size > limit {
            return Err(Failure::TooLarge);
        }
        let mut bytes = Vec::new();
        (&mut self.answers).take(size.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 != size.saturating_add(1) {
            return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
        }
        bytes.pop();
        Ok(bytes)
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
