//! Pages with all their files in one, as browsers and Word save them (`.mht`, `.mhtml`).

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// The page in an archive, as bytes; nothing where `bytes` are no archive.
pub(super) fn page(bytes: &[u8]) -> Option<Vec<u8>> {
    let (head, body) = entity(bytes);
    if !head.contains("mime-version:") || head.trim_start().starts_with('<') {
        return None;
    }
    let Some(boundary) = parameter(&head, "boundary") else { return is_page(&head).then(|| decoded(&head, body)) };
    let boundary = format!("--{boundary}").into_bytes();
    parts(body, &boundary)
        .into_iter()
        .map(entity)
        .find(|(head, _)| is_page(head))
        .map(|(head, body)| decoded(&head, body))
}

/// The head of an entity in small letters, but for its boundary, and what follows.
fn entity(bytes: &[u8]) -> (String, &[u8]) {
    let line_end = |mark: &[u8]| bytes.windows(mark.len()).position(|window| window == mark).map(|at| (at, mark.len()));
    let ends = [line_end(b"\r\n\r\n"), line_end(b"\n\n")];
    let Some((at, length)) = ends.into_iter().flatten().min() else { return (String::new(), bytes) };
    let head = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default()).into_owned();
    (lower_names(&head), bytes.get(at + length..).unwrap_or_default())
}

/// Names and kinds are not told apart by case, boundaries are.
fn lower_names(head: &str) -> String {
    let lower = head.to_ascii_lowercase();
    match lower.find("boundary=") {
        Some(at) => {
            let from = at + "boundary=".len();
            format!("{}{}", lower.get(..from).unwrap_or_default(), head.get(from..).unwrap_or_default())
        }
        None => lower,
    }
}

fn parameter<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let value = head.split_once(&format!("{name}="))?.1;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([';', '\r', '\n']).next().map(str::trim),
    }
}

fn parts<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut start = None;
    let mut at = 0;
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        if line.starts_with(boundary) {
            parts.extend(start.and_then(|start| body.get(start..at)));
            start = Some(at + line.len());
        }
        at += line.len();
    }
    parts.extend(start.and_then(|start| body.get(start..)));
    parts.into_iter().map(<[u8]>::trim_ascii_start).collect()
}

fn is_page(head: &str) -> bool {
    head.contains("content-type: text/html") || head.contains("content-type:text/html")
}

fn decoded(head: &str, body: &[u8]) -> Vec<u8> {
    if head.contains("quoted-printable") {
        return from_quoted(body);
    }
    if head.contains("base64") {
        let tight: Vec<u8> = body.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
        return BASE64_STANDARD.decode(tight).unwrap_or_default();
    }
    body.to_vec()
}

fn from_quoted(body: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| {
        byte.and_then(|&byte| char::from(byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok())
    };
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'=' {
            bytes.push(first);
        } else if let Some(next) = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")) {
            rest = next;
        } else if let (Some(high), Some(low)) = (digit(after.first()), digit(after.get(1))) {
            bytes.push(high << 4 | low);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(first);
        }
    }
    bytes
}
