//! What mending changes, as a unified diff with paths from the workspace.

use nianbao_loader::mend::Mends;
use nianbao_model::SourceMap;
use similar::TextDiff;

pub(crate) fn diff(sources: &SourceMap, mends: &Mends) -> String {
    let files = mends.files.iter().map(|(file, new)| {
        let path = sources.path(*file);
        TextDiff::from_lines(sources.text(*file), new).unified_diff().header(path, path).to_string()
    });
    files.collect()
}
