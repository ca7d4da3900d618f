//! Files among the templates that nothing uses: most often their names are mistyped.

use nianbao_model::nearest::{most_alike, spelling};
use nianbao_model::{Diagnostic, Span};

use super::codes::UNUSED;
use super::{BUILT_IN, FOLDER, Template, Templates, is_built_in};

/// Above this likeness a name is taken for a mistyped one.
const LIKE_ENOUGH: f64 = 0.6;

/// The files by these names are made for each document.
const RESERVED: [&str; 3] = ["pdf/report.json", "pdf/fonts.json", "pdf/contents.json"];

/// What is told of the workspace's own files that nothing uses.
pub(super) fn unused(templates: &Templates) -> Vec<Diagnostic> {
    let own = templates.0.iter().filter(|(path, template)| template.own && !is_built_in(path));
    own.filter_map(|(path, template)| judge(templates, path, template)).collect()
}

fn judge(templates: &Templates, path: &str, template: &Template) -> Option<Diagnostic> {
    let nearest = nearest(path);
    let message = if RESERVED.contains(&path) || path.starts_with("pdf/images/") {
        format!("{FOLDER}/{path} 不起作用：这个名称留给每份报告自己的文件")
    } else if is_mentioned(templates, path) {
        return None;
    } else if path.starts_with("assets/") && nearest.is_none() {
        // It is published all the same, and may be meant for others to link to.
        return None;
    } else {
        format!("{FOLDER}/{path} 没有用到：没有同名的自带模板，也没有别的模板提到它")
    };
    let finding = Diagnostic::new(&UNUSED, message);
    let finding = match nearest {
        Some(nearest) => finding.help(format!("是不是 {FOLDER}/{nearest}？")),
        None => finding.help("自带的模板和它们的名称见 docs/模板.md。"),
    };
    Some(match template.file {
        Some(file) => finding.at(Span::new(file, 0, 0), ""),
        None => finding,
    })
}

/// Whether another template names it.
fn is_mentioned(templates: &Templates, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let others = templates.0.iter().filter(|(other, _)| *other != path);
    others.filter_map(|(_, other)| std::str::from_utf8(&other.bytes).ok()).any(|text| text.contains(name))
}

/// The built-in template whose path is most like this one.
fn nearest(path: &str) -> Option<&'static str> {
    most_alike(BUILT_IN.iter().map(|(name, _)| *name), |name| spelling(path, name), LIKE_ENOUGH)
}
