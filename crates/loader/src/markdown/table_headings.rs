//! The titles of the sections that hold a table, which stand in no narrative.

use nianbao_model::{Diagnostic, Span};

use super::lines::without;
use super::titles;
use crate::codes::sections as codes;
use crate::open_file::OpenFile;

/// What to do with the title of a table below which nothing stands.
pub(super) fn idle(file: &OpenFile, title: &str, heading: Span) -> Diagnostic {
    let finding = Diagnostic::new(&codes::TABLE_HEADING, format!("“{title}”由程序生成，不必写在这里"))
        .at(heading, "")
        .help("删去这个标题；表中数字填在 report.yaml 里。");
    without(file, finding, heading)
}

/// What to do with the title of a table below which text stands.
pub(super) fn with_text(title: &str, heading: Span, text: Span) -> Diagnostic {
    Diagnostic::new(&codes::TABLE_TEXT, format!("“{title}”由程序生成，写在这里的内容会丢失"))
        .at(text, "")
        .see(heading, "")
        .help("表中数字填到 report.yaml，表下的注写到“表注”，其他文字移到“总体情况”；然后连同标题一起删去。")
}

/// Whether nothing stands between `at` and the next title of a section.
pub(super) fn is_followed_by_title(text: &str, at: usize) -> bool {
    let below = text.get(at..).unwrap_or("").trim_start();
    let line = below.lines().next().unwrap_or("");
    line.is_empty() || line.starts_with("# ") || titles::section_named(line).is_some()
}
