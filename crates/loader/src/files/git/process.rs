//! The git program: how it is started, and what it is asked once. No other file of the loader starts a program.

use std::env;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use super::GitError;

/// A list of files has no more bytes: a city of 300 agencies and 20 years has 2 MB.
const LIST: u64 = 64 << 20;

/// An answer in a line has no more bytes.
const LINE: u64 = 4096;

/// Of what git complains about no more is kept, in bytes.
const COMPLAINTS: u64 = 4096;

/// How long git may take for an answer. A city of 300 agencies is listed within a second; what takes longer than this hangs, as a disk of a network does.
pub(super) const DEADLINE: Duration = Duration::from_mins(1);

/// Settings that stand above the repository's own, so that none of those runs a program or leads elsewhere.
const SETTINGS: [&str; 6] = [
    "core.quotepath=off",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
    "credential.helper=",
];

/// Variables of git that people set for themselves. All others tell of the repository that a hook runs in.
const KEPT: [&str; 4] = ["GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH"];

/// git in the folder `workspace`, which fetches nothing, asks nothing and waits for nobody.
pub(super) fn git(workspace: &Path) -> Command {
    let mut git = Command::new("git");
    for (name, _) in env::vars_os() {
        let known = name.to_string_lossy();
        if known.starts_with("GIT_") && !KEPT.iter().any(|kept| known.starts_with(kept)) {
            git.env_remove(name);
        }
    }
    git.env("LC_ALL", "C").env_remove("LANGUAGE");
    git.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none").env("GIT_TERMINAL_PROMPT", "0");
    git.env("GIT_LITERAL_PATHSPECS", "1");
    git.args(["--no-pager", "--no-optional-locks"]);
    git.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
    git.arg("-C").arg(workspace).stdin(Stdio::null());
    git
}

/// The id of the commit that `revision` names.
pub(super) fn commit(workspace: &Path, revision: &str) -> Result<String, GitError> {
    let known = |revision: &str| resolve(workspace, revision);
    // What begins so would be an option, and no revision does.
    let usable = !revision.is_empty() && !revision.starts_with('-') && !revision.contains(['\0', '\n']);
    if let Some(id) = if usable { known(revision)? } else { None } {
        return Ok(id);
    }
    if known("HEAD")?.is_none() {
        return Err(GitError::NoCommit);
    }
    let shallow = ask(workspace, &["rev-parse", "--is-shallow-repository"], LINE)?.output.starts_with(b"true");
    Err(GitError::Unknown { revision: revision.to_owned(), shallow })
}

fn resolve(workspace: &Path, revision: &str) -> Result<Option<String>, GitError> {
    let answer = ask(workspace, &["rev-parse", "--verify", "--quiet", &format!("{revision}^{{commit}}")], LINE)?;
    let id = String::from_utf8_lossy(&answer.output).trim().to_owned();
    let is_id = id.len() >= 40 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    match complaint(workspace, &answer.complaints) {
        Some(error) if !answer.succeeded => Err(error),
        _ => Ok(Some(id).filter(|_| answer.succeeded && is_id)),
    }
}

/// What git complains of, where that is not the revision alone.
fn complaint(workspace: &Path, complaints: &str) -> Option<GitError> {
    let place = || workspace.display().to_string();
    if complaints.contains("dubious ownership") {
        return Some(GitError::DubiousOwnership(owned(complaints).unwrap_or_else(place)));
    }
    if ["not a git repository", "safe.bareRepository", "must be run in a work tree"]
        .iter()
        .any(|sign| complaints.contains(sign))
    {
        return Some(GitError::NoRepository(place()));
    }
    let about_revision = ["ambiguous", "Needed a single revision", "unknown revision", "bad revision", "expected ^{"];
    let mut lines = complaints.lines().filter(|line| line.starts_with("fatal:"));
    let line = lines.next_back().filter(|line| !about_revision.iter().any(|sign| line.contains(sign)))?;
    // Where a revision is asked for at a date or a text, git says so in its own words.
    (line.contains("config") || line.contains("unable") || line.contains("repository"))
        .then(|| GitError::Complaint((*line).to_owned()))
}

/// The folder that git names as somebody else's.
fn owned(complaints: &str) -> Option<String> {
    let named = complaints.split('\'').nth(1)?;
    (!named.is_empty()).then(|| named.to_owned())
}

/// What lies below `folder` of the workspace in the commit `id`: an entry each, with a zero byte behind it.
pub(super) fn list(workspace: &Path, id: &str, folder: &str) -> Result<Vec<u8>, GitError> {
    let answer = ask(workspace, &["ls-tree", "-r", "-z", id, &format!("{folder}/")], LIST + 1)?;
    if answer.output.len() as u64 > LIST {
        return Err(GitError::TooManyFiles(id.to_owned()));
    }
    if !answer.succeeded {
        return Err(GitError::Complaint(answer.complaints.lines().last().unwrap_or_default().to_owned()));
    }
    Ok(answer.output)
}

struct Answer {
    succeeded: bool,
    output: Vec<u8>,
    complaints: String,
}

/// Runs git once and takes at most `most` bytes of what it answers.
fn ask(workspace: &Path, args: &[&str], most: u64) -> Result<Answer, GitError> {
    let mut command = git(workspace);
    command.args(args);
    answer(command, most, DEADLINE)
}

/// What a program answers within `deadline`; it is ended where it says nothing more by then.
fn answer(mut command: Command, most: u64, deadline: Duration) -> Result<Answer, GitError> {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(not_running)?;
    let complaints = child.stderr.take().map(|stream| said(stream, COMPLAINTS));
    let output = child.stdout.take().map(|stream| said(stream, most));
    let ends = Instant::now() + deadline;
    let mut hear = |stream: Option<Receiver<Vec<u8>>>| {
        let Some(stream) = stream else { return Ok(Vec::new()) };
        stream.recv_timeout(ends.saturating_duration_since(Instant::now())).map_err(|_| {
            // It may have ended by itself meanwhile.
            drop(child.kill());
            drop(child.wait());
            GitError::Late(deadline.as_secs())
        })
    };
    let output = hear(output)?;
    let complaints = hear(complaints)?;
    // Both streams are closed by now, so whoever still writes ends.
    let succeeded = child.wait().map_err(not_running)?.success();
    Ok(Answer { succeeded, output, complaints: String::from_utf8_lossy(&complaints).into_owned() })
}

/// The beginning of a stream, once it is there. Nobody waits for the thread, whose end may hang on others.
fn said(stream: impl Read + Send + 'static, most: u64) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    // Who asked may be gone.
    thread::spawn(move || drop(sender.send(beginning(stream, most))));
    receiver
}

/// At most `most` bytes of a stream; what was said before it broke is all there is.
fn beginning(stream: impl Read, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    drop(stream.take(most).read_to_end(&mut bytes));
    bytes
}

fn not_running(error: io::Error) -> GitError {
    if error.kind() == io::ErrorKind::NotFound { GitError::NoProgram } else { GitError::NotRunning(error) }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str, deadline: Duration) -> Result<Answer, GitError> {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        answer(command, 1000, deadline)
    }

    #[test]
    fn what_hangs_is_ended() {
        let told = shell("echo 甲; echo 乙 >&2", Duration::from_mins(1)).expect("it ends by itself");
        assert_eq!((told.output.as_slice(), told.complaints.as_str()), ("甲\n".as_bytes(), "乙\n"));
        for script in ["exec sleep 60", "exec >&-; exec sleep 60", "echo 甲; exec sleep 60"] {
            assert!(matches!(shell(script, Duration::from_millis(100)), Err(GitError::Late(0))), "{script}");
        }
    }
}
