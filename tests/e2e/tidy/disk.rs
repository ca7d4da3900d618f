//! What is written goes through one crate, and what differs by system is in one room of it.

use nianbao_tests::repository;

use super::{files, text};

/// The code of a file without its tests.
fn code(text: &str) -> &str {
    let tests = ["#[cfg(test)]\nmod ", "#[cfg(all(test"];
    let end = tests.iter().filter_map(|tests| text.find(tests)).min();
    &text[..end.unwrap_or(text.len())]
}

/// Each file of the program, by its path, with its code.
fn program() -> impl Iterator<Item = (String, String)> {
    files("rs").into_iter().filter_map(|file| {
        let path = file.strip_prefix(repository()).unwrap().to_string_lossy().into_owned();
        let of_tests = path.contains("/tests/") || path.ends_with("/tests.rs");
        (path.starts_with("crates/") && !of_tests).then(|| (path, code(&text(&file)).to_owned()))
    })
}

#[test]
fn whatever_is_written_goes_through_one_crate() {
    let writes = [
        "fs::write(",
        "fs::create_dir",
        "fs::remove_",
        "fs::rename(",
        "fs::copy(",
        "fs::hard_link(",
        "File::create",
        "File::options",
        "OpenOptions",
        ".persist",
        "set_permissions(",
        "tempfile_in(",
        "NamedTempFile",
    ];
    for (path, code) in program() {
        for write in writes {
            assert!(
                path.starts_with("crates/disk/src/") || !code.contains(write),
                "{path} writes by {write}; only crates/disk does, so that it can be made to fail"
            );
        }
    }
}

/// Processes differ, too; those are started in a room of their own.
#[test]
fn what_differs_by_system_is_in_one_room() {
    let rooms = ["crates/disk/src/platform/", "crates/cli/src/reading/"];
    let asks =
        ["cfg(unix", "cfg(not(unix", "cfg(windows", "cfg(not(windows", "cfg(target_os", "os::unix", "os::windows"];
    for (path, code) in program() {
        for asked in asks {
            let is_known = rooms.iter().any(|room| path.starts_with(room));
            assert!(is_known || !code.contains(asked), "{path} asks which system this is ({asked})");
        }
    }
}
