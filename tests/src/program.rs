//! Running `nianbao` as a person does.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// What a run of the program left.
#[derive(Debug)]
pub struct Finished {
    /// Its exit status; nothing where a signal ended it.
    pub status: Option<i32>,
    /// What it printed as a result.
    pub stdout: String,
    /// What it told the person.
    pub stderr: String,
}

impl Finished {
    /// All three as one text, for snapshots.
    pub fn transcript(&self) -> String {
        let status = self.status.map_or_else(|| "signal".to_owned(), |status| status.to_string());
        format!("status: {status}\n--- stdout\n{}--- stderr\n{}", self.stdout, self.stderr)
    }
}

impl From<Output> for Finished {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
        Self { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

/// The program in `folder`, with nothing of the tester's environment that could change what it prints.
pub fn nianbao<S: AsRef<OsStr>>(folder: &Path, args: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(binary());
    command.current_dir(folder).args(args).env_remove("SOURCE_DATE_EPOCH").env("LC_ALL", "C");
    command
}

/// The program, built from the sources as they are now.
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let built = Command::new(env!("CARGO")).args(["build", "--quiet", "--workspace", "--bin", "nianbao"]).status();
        assert!(built.expect("cargo runs").success(), "the program does not compile");
        // This test stands in `<target>/<profile>/deps/`, the program two steps up.
        let test = std::env::current_exe().expect("a test knows its own path");
        test.ancestors().nth(2).expect("a target folder").join("nianbao")
    })
}
