//! The files that a form writes.

use serde::{Deserialize, Serialize};

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum FormFile {
    /// agency.yaml.
    Agency,
    /// narrative.md.
    Narrative,
    /// report.yaml, which is written last: where it stands, all stands.
    Report,
}

impl FormFile {
    /// All of them, in the order in which they are written.
    pub(super) const ALL: [Self; 3] = [Self::Agency, Self::Narrative, Self::Report];
}
