//! A running `nianbao serve`, and what it answers.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Workspace, nianbao};

/// Nothing takes longer on the slowest machine that is still worth waiting for.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running preview, ended when dropped.
#[derive(Debug)]
pub struct Preview {
    child: Child,
    /// What it said when it was ready.
    pub told: String,
    /// `127.0.0.1:8600`.
    pub host: String,
}

/// What was answered.
#[derive(Debug)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The headers as they came.
    pub head: String,
    /// The content.
    pub body: Vec<u8>,
}

/// What open pages are told.
#[derive(Debug)]
pub struct Events(BufReader<TcpStream>);

impl Preview {
    /// Starts it for a workspace at a free port, and waits until it is ready.
    pub fn of(workspace: &Workspace, args: &[&str]) -> Self {
        let args = ["serve", "--port", "0"].iter().chain(args);
        Self::ready(nianbao(workspace.path(), args))
    }

    /// Has another program start it for a workspace, and waits until it is ready.
    pub fn by(workspace: &Workspace, program: &str, args: &[&str]) -> Self {
        let mut command = Command::new(program);
        command.current_dir(workspace.path()).args(args);
        Self::ready(command)
    }

    /// Starts it as `command` says, and waits until it is ready.
    pub fn started(command: Command) -> Self {
        Self::ready(command)
    }

    fn ready(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the program");
        let mut out = BufReader::new(child.stdout.take().expect("its output"));
        let mut told = String::new();
        while !told.contains("Ctrl+C") {
            assert!(out.read_line(&mut told).expect("text") > 0, "it ended: {told}");
        }
        let host = told.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address").to_owned();
        Self { child, told, host }
    }

    /// The address of a page.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.host)
    }

    /// What stands at `path`.
    pub fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &self.host)
    }

    /// The page at `path`, which must be there.
    pub fn page(&self, path: &str) -> String {
        let reply = self.get(path);
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        reply.text()
    }

    /// What a request is answered with.
    pub fn ask(&self, method: &str, path: &str, host: &str) -> Reply {
        let request = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let mut answer = Vec::new();
        self.send(&request).read_to_end(&mut answer).expect("an answer");
        Reply::of(answer)
    }

    /// What a body that is sent to `path` with these headers is answered with.
    pub fn post(&self, path: &str, headers: &[(&str, String)], body: &[u8]) -> Reply {
        let named = |name: &str| headers.iter().any(|(known, _)| *known == name);
        let host = if named("Host") { String::new() } else { format!("Host: {}\r\n", self.host) };
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let length = body.len();
        let head =
            format!("POST {path} HTTP/1.1\r\n{host}{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n");
        let mut stream = self.send(&head);
        let mut answer = Vec::new();
        // Whoever is refused at once need not be listened to.
        let _ = stream.write_all(body);
        let _ = stream.read_to_end(&mut answer);
        Reply::of(answer)
    }

    /// What a body that is sent to `path` is answered with; nothing where it ends before it answers.
    pub fn try_post(&self, path: &str, headers: &[(&str, String)], body: &[u8]) -> Option<Reply> {
        let mut answer = Vec::new();
        let headers: Vec<_> = headers.iter().cloned().chain([("Connection", "close".to_owned())]).collect();
        let _ = self.begin_post(path, &headers, body).read_to_end(&mut answer);
        (!answer.is_empty()).then(|| Reply::of(answer))
    }

    /// Kills it, as a system that goes down does.
    pub fn kill(mut self) {
        self.child.kill().expect("can be killed");
        self.child.wait().expect("its end");
    }

    /// Sends a request and leaves it.
    pub fn begin_post(&self, path: &str, headers: &[(&str, String)], body: &[u8]) -> TcpStream {
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let (host, length) = (&self.host, body.len());
        let head = format!("POST {path} HTTP/1.1\r\nHost: {host}\r\n{headers}Content-Length: {length}\r\n\r\n");
        let mut stream = self.send(&head);
        stream.write_all(body).expect("a body");
        stream
    }

    /// Listens as an open page does.
    pub fn events(&self) -> Events {
        let request = format!("GET /_preview/events HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        Events(BufReader::new(self.send(&request)))
    }

    fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.host).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        stream.write_all(request.as_bytes()).expect("a request");
        stream
    }

    /// Presses Ctrl-C, and says with which status it ended.
    pub fn interrupt(mut self) -> Option<i32> {
        let kill = format!("kill -INT {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().expect("a shell").success());
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("its status") {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("it does not end");
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Reply {
    fn of(mut answer: Vec<u8>) -> Self {
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("a head") + 4;
        let head = String::from_utf8_lossy(&answer[..end]).to_lowercase();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Self { status, head, body: answer.split_off(end) }
    }

    /// The content as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The content as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Events {
    /// The next version that pages are told of; fails if none comes.
    pub fn next_version(&mut self) -> String {
        self.wait(PATIENCE).expect("an event")
    }

    /// The next version, if it comes within `time`.
    pub fn wait(&mut self, time: Duration) -> Option<String> {
        self.0.get_ref().set_read_timeout(Some(time)).expect("a timeout");
        loop {
            let mut line = String::new();
            match self.0.read_line(&mut line) {
                Ok(0) | Err(_) => return None,
                Ok(_) => {
                    if let Some(version) = line.trim_end().strip_prefix("data: ") {
                        return Some(version.to_owned());
                    }
                }
            }
        }
    }
}
