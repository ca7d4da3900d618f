//! The files of a workspace.

/// What the municipality says of its publication as a whole.
pub(crate) const SITE: &str = "site.yaml";
/// Where the subordinates of an agency stand.
pub(crate) const AGENCIES: &str = "agencies";
/// What makes a folder an agency.
pub(crate) const AGENCY: &str = "agency.yaml";
/// The three tables of a report.
pub(crate) const REPORT: &str = "report.yaml";
/// What was kept of a report when it was published.
pub(crate) const RECORD: &str = "record.yaml";
/// The prose of a report.
pub(crate) const NARRATIVE: &str = "narrative.md";

/// Whether an agency's folder may be called so: the name stands in addresses.
pub fn is_folder_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
