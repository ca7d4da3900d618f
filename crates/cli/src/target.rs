//! Where results may be written.

use std::fs;
use std::path::Path;

/// Results never stand among what editors write.
pub(crate) fn make_sure_is_outside_content(target: &Path, workspace: &Path) -> anyhow::Result<()> {
    let into = target.parent().filter(|into| !into.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let content = fs::canonicalize(workspace.join("content"));
    let inside = fs::canonicalize(into).is_ok_and(|into| content.is_ok_and(|content| into.starts_with(content)));
    anyhow::ensure!(!inside, "{} 在 content 里，那里只放报告；请写到别处", target.display());
    Ok(())
}
