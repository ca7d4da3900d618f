//! What tells one state of the workspace from another.

use std::fmt;

use jiff::Timestamp;

use crate::watcher::Changes;

/// A state of the workspace: the moment since when pages have looked the same, styles and pictures that is, then its number. It is
/// another than all of earlier runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Version {
    looks: i128,
    number: usize,
}

impl Version {
    /// The first of a run.
    pub(crate) fn first() -> Self {
        Self { looks: Timestamp::now().as_nanosecond(), number: 0 }
    }

    /// The next, after `changes`. Open pages whose looks are the same take over what their texts say.
    pub(crate) fn after(&self, changes: &Changes) -> Self {
        let looks = if changes.are_texts() { self.looks } else { Self::first().looks };
        Self { looks, number: self.number + 1 }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.looks, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_loaded_anew_for_their_looks_alone() {
        let first = Version::first();
        let looks = |paths: &[&str]| {
            let paths = paths.iter().map(|path| (*path).to_owned()).collect();
            first.after(&Changes::At(paths)).looks == first.looks
        };
        assert!(looks(&["content/agencies/tcj/2024/report.yaml", "content/agencies/tcj/2024/narrative.md"]));
        assert!(looks(&["templates/html/report.html"]));
        for other in
            ["content/site.yaml", "templates/assets/style.css", "content/agencies/tcj/2024/图.png", "content/agencies"]
        {
            assert!(!looks(&["content/agencies/tcj/agency.yaml", other]), "{other}");
        }
        assert_ne!(first.after(&Changes::Anything).to_string(), first.to_string());
    }
}
