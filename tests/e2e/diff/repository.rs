//! A git repository that is the same on every machine.

use std::fs;
use std::path::Path;
use std::process::Command;

use nianbao_tests::Workspace;

/// A workspace that git keeps.
pub(super) struct Repository {
    pub(super) workspace: Workspace,
}

impl Repository {
    /// A repository without a commit, whose files `write` writes.
    pub(super) fn empty(write: impl FnOnce(&Workspace)) -> Self {
        let repository = Self { workspace: Workspace::empty() };
        write(&repository.workspace);
        repository.git(&["init", "--quiet", "--initial-branch", "main"]);
        repository
    }

    /// The same after a first commit.
    pub(super) fn new(write: impl FnOnce(&Workspace)) -> Self {
        let repository = Self::empty(write);
        repository.commit("报送初稿");
        repository
    }

    /// Commits all files.
    pub(super) fn commit(&self, subject: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--no-verify", "--message", subject]);
    }

    /// Runs git and returns what it says.
    pub(super) fn git(&self, args: &[&str]) -> String {
        let output = self.command().args(args).output().expect("git is installed");
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// git in the repository.
    pub(super) fn command(&self) -> Command {
        let mut git = Command::new("git");
        calm(git.current_dir(self.workspace.path()));
        for role in ["AUTHOR", "COMMITTER"] {
            git.env(format!("GIT_{role}_NAME"), "某某").env(format!("GIT_{role}_EMAIL"), "mm@example.com");
            git.env(format!("GIT_{role}_DATE"), "1736500000 +0800");
        }
        git
    }

    /// A text without the ids of commits, which hang on every byte that was committed.
    pub(super) fn without_ids(&self, text: &str) -> String {
        let id = self.git(&["rev-parse", "HEAD"]);
        text.replace(&id, "[提交]").replace(&id[..7], "[提交]")
    }

    /// The folder of the repository's own files.
    pub(super) fn own(&self) -> std::path::PathBuf {
        self.workspace.path().join(".git")
    }

    /// A script that leaves `mark` behind if anybody runs it.
    pub(super) fn trap(&self, mark: &Path) -> String {
        let script = self.own().join("trap.sh");
        fs::write(&script, format!("#!/bin/sh\ntouch '{}'\n", mark.display())).expect("a script");
        make_executable(&script);
        script.to_str().expect("UTF-8").to_owned()
    }
}

/// Keeps the settings of whoever tests away.
pub(super) fn calm(command: &mut Command) -> &mut Command {
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1")
}

pub(super) fn make_executable(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(file, fs::Permissions::from_mode(0o755)).expect("a file of ours");
    }
    #[cfg(not(unix))]
    let _ = file;
}
