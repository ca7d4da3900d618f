//! The browser of whoever started the program.

use std::process::{Command, Stdio};
use std::thread;

use crate::output;

/// Opens `address` in it. Where that does not work, people are told to do it themselves.
pub(crate) fn open(address: &str) {
    let mut command = Command::new(OPENER);
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut opened) = command.spawn() else { return tell() };
    thread::spawn(move || {
        // Windows' own answer says nothing.
        if opened.wait().is_ok_and(|ended| !ended.success()) && !cfg!(windows) {
            tell();
        }
    });
}

/// The system's own program that opens an address with what its owner chose for that.
const OPENER: &str = if cfg!(windows) {
    "explorer.exe"
} else if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

fn tell() {
    output::tell("没能打开浏览器，请自己在浏览器里打开上面的网址。\n");
}
