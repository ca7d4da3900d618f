//! Independent tools that judge what we make. `./just test` installs them.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// A file that `./just test` fetched, by its path below the cache's `tools/node_modules`.
pub fn tool(path: &str) -> PathBuf {
    let file = cache().join("tools/node_modules").join(path);
    assert!(file.is_file(), "{} is missing: run the tests with ./just test, which fetches it", file.display());
    file
}

/// A Python that finds the packages that `./just test` fetched.
pub fn python() -> Command {
    let mut command = Command::new("python3");
    command.env("PYTHONPATH", cache().join("python")).env_remove("PYTHONHOME");
    command
}

/// The fonts that a program under test finds: the system's and ours.
pub fn fonts_conf() -> PathBuf {
    cache().join("fonts.conf")
}

/// The folder of all that `./just` fetched.
pub fn cache() -> PathBuf {
    let folder = |variable: &str| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    folder("NIANBAO_CACHE")
        .or_else(|| Some(folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache")))?.join("nianbao")))
        .expect("a home folder")
}

/// What a tool prints; it must be there and succeed.
pub fn run(command: &mut Command) -> String {
    let shown = format!("{command:?}");
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{shown}: {error}: run the tests with ./just test, which installs it"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{shown}\n{}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}
