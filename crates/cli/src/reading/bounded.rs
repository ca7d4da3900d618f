//! Running a program that is given no more than its time.

use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

/// Of what a program complains about no more is kept, in bytes.
const COMPLAINTS: u64 = 4096;

/// How often we look whether a program has ended that says nothing more.
const PAUSE: Duration = Duration::from_millis(2);

/// How a program ended.
pub(super) enum Ended {
    /// By itself.
    Said {
        /// What it wrote to standard output.
        output: Vec<u8>,
        /// How its words on standard error begin.
        complaints: String,
    },
    /// It did not, and was ended.
    Late,
    /// It said more than it may, and was ended.
    TooMuch,
}

/// Runs `command` for as long as `deadline`, and takes at most `most` bytes of what it says.
pub(super) fn run(command: &mut Command, deadline: Duration, most: u64) -> io::Result<Ended> {
    let until = Instant::now() + deadline;
    apart(command);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let output = child.stdout.take().map(|stream| all_of(stream, most.saturating_add(1)));
    let complaints = child.stderr.take().map(|stream| all_of(stream, COMPLAINTS));
    let said = |stream: Option<Receiver<Vec<u8>>>| {
        let left = until.saturating_duration_since(Instant::now());
        stream.and_then(|stream| stream.recv_timeout(left).ok())
    };
    let output = said(output);
    let ended = match output {
        None => Ended::Late,
        Some(output) if output.len() as u64 > most => Ended::TooMuch,
        Some(_) if !ends_before(&mut child, until) => Ended::Late,
        Some(output) => {
            let complaints = said(complaints).unwrap_or_default();
            Ended::Said { output, complaints: String::from_utf8_lossy(&complaints).into_owned() }
        }
    };
    end(&mut child);
    Ok(ended)
}

/// At most `most` bytes of a stream, as soon as there are no more.
fn all_of(stream: impl Read + Send + 'static, most: u64) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was said before a stream broke is all there is.
        drop(stream.take(most).read_to_end(&mut bytes));
        drop(sender.send(bytes));
    });
    receiver
}

fn ends_before(child: &mut Child, until: Instant) -> bool {
    while !matches!(child.try_wait(), Ok(Some(_)) | Err(_)) {
        if Instant::now() >= until {
            return false;
        }
        thread::sleep(PAUSE);
    }
    true
}

/// Ends a program, with all that it started, unless it has ended.
fn end(child: &mut Child) {
    if matches!(child.try_wait(), Ok(None)) {
        end_group(child);
        drop(child.kill());
        drop(child.wait());
    }
}

#[cfg(unix)]
fn apart(command: &mut Command) {
    use std::os::unix::process::CommandExt as _;
    command.process_group(0);
}

#[cfg(not(unix))]
fn apart(_: &mut Command) {}

#[cfg(unix)]
fn end_group(child: &Child) {
    let group = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw);
    let _ = group.map(|group| rustix::process::kill_process_group(group, rustix::process::Signal::KILL));
}

#[cfg(not(unix))]
fn end_group(_: &Child) {}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str, deadline: Duration) -> Ended {
        run(Command::new("sh").args(["-c", script]), deadline, 1000).unwrap()
    }

    #[test]
    fn a_program_gets_no_more_than_its_time_and_room() {
        let [long, short] = [Duration::from_mins(1), Duration::from_millis(200)];
        let Ended::Said { output, complaints } = shell("echo 好; echo 坏 >&2", long) else {
            panic!("it ended by itself")
        };
        assert_eq!((output.as_slice(), complaints.as_str()), ("好\n".as_bytes(), "坏\n"));
        assert!(matches!(shell("sleep 60", short), Ended::Late));
        assert!(matches!(shell("exec >&-; sleep 60", short), Ended::Late), "it says no more and goes on");
        assert!(matches!(shell("sleep 60 & echo", short), Ended::Late), "what it started goes on");
        assert!(matches!(shell("yes", long), Ended::TooMuch));
    }
}
