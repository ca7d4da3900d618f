//! Addresses of files as editors write them: `file:///d%3A/年报/content/report.yaml`. Paths have `/` between their steps.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands in an address as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The path that an address means; nothing where it is that of no file.
pub(crate) fn path_of(uri: &str) -> Option<String> {
    let (scheme, rest) = uri.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("file") {
        return None;
    }
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let path = percent_decode_str(path).decode_utf8().ok()?.replace('\\', "/");
    if !host.is_empty() && !host.eq_ignore_ascii_case("localhost") {
        return Some(format!("//{host}{path}"));
    }
    Some(match drive(&path) {
        Some((letter, rest)) => format!("{}:{rest}", letter.to_ascii_uppercase()),
        None => path,
    })
}

/// The address of a path.
pub(crate) fn uri_of(path: &str) -> String {
    let path = path.replace('\\', "/");
    if let Some((host, rest)) = path.strip_prefix("//").and_then(|rest| rest.split_once('/')) {
        return format!("file://{host}/{}", utf8_percent_encode(rest, PLAIN));
    }
    match drive(&format!("/{path}")) {
        Some((letter, rest)) => format!("file:///{letter}:{}", utf8_percent_encode(rest, PLAIN)),
        None => format!("file://{}", utf8_percent_encode(&path, PLAIN)),
    }
}

/// The letter of a drive and what stands behind its colon: `/d:/年报`.
fn drive(path: &str) -> Option<(char, &str)> {
    let mut letters = path.strip_prefix('/')?.chars();
    let letter = letters.next().filter(char::is_ascii_alphabetic)?;
    let rest = letters.as_str().strip_prefix(':')?;
    (rest.is_empty() || rest.starts_with('/')).then_some((letter, rest))
}
