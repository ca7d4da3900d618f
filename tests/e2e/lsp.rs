//! Help in an editor, over the pipes of the program.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use nianbao_tests::{Workspace, nianbao};
use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_mins(1);

/// The program, and what it says.
struct Talk {
    program: Child,
    ours: Option<ChildStdin>,
    theirs: Receiver<Value>,
}

impl Talk {
    fn start(workspace: &Workspace) -> Self {
        let mut command = nianbao(workspace.path(), ["lsp"]);
        command.env("SOURCE_DATE_EPOCH", "1736467200").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut program = command.spawn().unwrap();
        let (ours, mut out) = (program.stdin.take(), BufReader::new(program.stdout.take().unwrap()));
        let (said, theirs) = channel();
        thread::spawn(move || {
            while let Some(message) = read(&mut out) {
                if said.send(message).is_err() {
                    break;
                }
            }
        });
        Self { program, ours, theirs }
    }

    fn say(&mut self, mut message: Value) {
        message["jsonrpc"] = json!("2.0");
        let text = message.to_string();
        write!(self.ours.as_mut().unwrap(), "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
    }

    /// The next message that `wanted` takes.
    fn wait(&self, wanted: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            let message = self.theirs.recv_timeout(until.saturating_duration_since(Instant::now())).expect("a message");
            if wanted(&message) {
                return message;
            }
        }
    }

    fn begin(&mut self, workspace: &Workspace) {
        let root = format!("file://{}", workspace.path().display());
        let params = json!({ "processId": null, "rootUri": root, "capabilities": {} });
        self.say(json!({ "id": 1, "method": "initialize", "params": params }));
        let answer = self.wait(|message| message["id"] == 1);
        assert_eq!(answer["result"]["capabilities"]["positionEncoding"], "utf-16");
        self.say(json!({ "method": "initialized", "params": {} }));
    }

    /// How the program ends, which takes no long time.
    fn ended(&mut self) -> Option<i32> {
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            if let Some(status) = self.program.try_wait().unwrap() {
                return status.code();
            }
            thread::sleep(Duration::from_millis(10));
        }
        self.program.kill().unwrap();
        panic!("the program goes on");
    }
}

fn read(out: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if out.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().strip_prefix("Content-Length: ") {
            Some(number) => length = number.parse().ok()?,
            None if line.trim_end().is_empty() => break,
            None => {}
        }
    }
    let mut text = vec![0; length];
    out.read_exact(&mut text).ok()?;
    serde_json::from_slice(&text).ok()
}

#[test]
fn an_editor_is_told_what_is_typed_wrongly() {
    let workspace = Workspace::copy_of("tests/sites/small-city");
    let mut talk = Talk::start(&workspace);
    talk.begin(&workspace);
    let uri = format!("file://{}/content/agency.yaml", workspace.path().display());
    let text = workspace.read("content/agency.yaml").replacen("名称:", "名 称:", 1);
    let document = json!({ "uri": uri, "languageId": "yaml", "version": 7, "text": text });
    talk.say(json!({ "method": "textDocument/didOpen", "params": { "textDocument": document } }));
    let told = talk.wait(|message| message["params"]["uri"] == uri && message["params"]["version"] == 7);
    let codes: Vec<&str> =
        told["params"]["diagnostics"].as_array().unwrap().iter().filter_map(|it| it["code"].as_str()).collect();
    assert!(codes.contains(&"V020"), "{told}");
    talk.say(json!({ "id": 2, "method": "shutdown" }));
    talk.wait(|message| message["id"] == 2);
    talk.say(json!({ "method": "exit" }));
    assert_eq!(talk.ended(), Some(0));
}

#[test]
fn the_program_ends_with_its_editor() {
    let workspace = Workspace::copy_of("tests/sites/small-city");
    // The editor hangs up.
    let mut talk = Talk::start(&workspace);
    talk.begin(&workspace);
    drop(talk.ours.take());
    assert_eq!(talk.ended(), Some(0));
    // It ends without a word, or has said nothing at all.
    let mut talk = Talk::start(&workspace);
    talk.say(json!({ "method": "exit" }));
    assert_eq!(talk.ended(), Some(1));
    let mut talk = Talk::start(&workspace);
    drop(talk.ours.take());
    assert_eq!(talk.ended(), Some(0));
    // What it says is no message.
    let mut talk = Talk::start(&workspace);
    talk.ours.as_mut().unwrap().write_all(b"Content-Length: 3\r\n\r\n{{{").unwrap();
    assert_eq!(talk.ended(), Some(0));
}
