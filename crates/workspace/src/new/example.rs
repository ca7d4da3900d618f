//! The example that a new workspace holds: a made-up report beside `content/`, which nothing reads.

use super::NewTexts;

/// Where the example lies.
const FOLDER: &str = "例子";

/// The example's two files.
pub(super) fn texts() -> NewTexts {
    [("report.yaml", include_str!("example/report.yaml")), ("narrative.md", include_str!("example/narrative.md"))]
        .map(|(name, text)| (format!("{FOLDER}/{name}"), text.to_owned()))
        .to_vec()
}
