//! What mending changes, as a unified diff with paths from the workspace.

use nianbao_workspace::Mended;
use similar::TextDiff;

use crate::visible;

pub(crate) fn diff(mended: &Mended) -> String {
    let sources = &mended.before.sources;
    let files = mended.files.iter().map(|(file, new)| {
        let path = sources.path(*file);
        let path = visible::line(path);
        TextDiff::from_lines(sources.text(*file), new).unified_diff().header(&path, &path).to_string()
    });
    visible::lines(&files.collect::<String>()).into_owned()
}
