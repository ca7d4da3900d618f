//! Paths as Windows hands them out, which no person writes.

use std::path::PathBuf;

/// What Windows puts before a path that it takes letter by letter.
const VERBATIM: &str = r"\\?\";

/// What stands behind it where the path is of another machine.
const SHARE: &str = r"UNC\";

/// The path as people write it; elsewhere it is that already. The system's own calls take long paths in either way.
pub(super) fn plain(path: PathBuf) -> PathBuf {
    match path.to_str().and_then(written) {
        Some(plain) if cfg!(windows) => plain.into(),
        _ => path,
    }
}

/// `\\?\D:\年报` is `D:\年报`, `\\?\UNC\server\年报` is `\\server\年报`; nothing for what can only be said verbatim.
fn written(path: &str) -> Option<String> {
    let path = path.strip_prefix(VERBATIM)?;
    if let Some(share) = path.strip_prefix(SHARE) {
        return is_taken_alike(share).then(|| format!(r"\\{share}"));
    }
    let mut letters = path.chars();
    let drive =
        letters.next().is_some_and(|letter| letter.is_ascii_alphabetic()) && letters.as_str().starts_with(r":\");
    (drive && is_taken_alike(letters.as_str().trim_start_matches(':'))).then(|| path.to_owned())
}

/// Whether every step is one that Windows leaves as it is in a plain path.
fn is_taken_alike(steps: &str) -> bool {
    steps.split('\\').all(|step| step.is_empty() || crate::is_portable(step))
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn drives_and_shares_are_written_plainly() {
        for (verbatim, plain) in [
            (r"\\?\D:\年报\dist", Some(r"D:\年报\dist")),
            (r"\\?\C:\", Some(r"C:\")),
            (r"\\?\UNC\server\年报", Some(r"\\server\年报")),
            (r"\\?\D:\aux\dist", None),
            (r"\\?\D:\a.\dist", None),
            (r"\\?\Volume{1}\a", None),
            (r"D:\年报", None),
            ("/srv/年报", None),
        ] {
            assert_eq!(written(verbatim).as_deref(), plain, "{verbatim}");
        }
    }
}
