//! What mending changes, as a unified diff with paths from the workspace.

use nianbao_model::SourceFile;
use nianbao_workspace::Mended;
use similar::TextDiff;

use crate::visible;

pub(crate) fn diff(mended: &Mended) -> String {
    let sources = &mended.before.sources;
    let files = mended.files.iter().map(|(file, new)| {
        let path = visible::line(sources.path(*file));
        let changes = unified(&path, sources.text(*file), new);
        let is_utf8 = sources.file(*file).is_none_or(SourceFile::is_utf8);
        if is_utf8 { changes } else { format!("{path}：编码转换为 UTF-8\n{changes}") }
    });
    visible::lines(&files.collect::<String>()).into_owned()
}

/// What becomes of the text of the file at `path`.
pub(crate) fn changes(path: &str, old: &str, new: &str) -> String {
    visible::lines(&unified(&visible::line(path), old, new)).into_owned()
}

fn unified(path: &str, old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new).unified_diff().header(path, path).to_string()
}
