//! What a report has no use for, and what to write instead.

use nianbao_model::Diagnostic;
use pulldown_cmark::{CodeBlockKind, Tag};

use crate::codes::markdown;

/// A block that is not supported.
pub(super) fn block(tag: &Tag<'_>) -> Diagnostic {
    let (what, help) = match tag {
        Tag::BlockQuote(_) => ("引用（行首的“>”）", "删去行首的“>”，写成普通段落。"),
        Tag::CodeBlock(CodeBlockKind::Fenced(_)) => ("代码块（```）", "删去“```”，写成普通段落或表格。"),
        Tag::CodeBlock(CodeBlockKind::Indented) => ("行首的空格", "删去行首的空格。"),
        _ => ("这种排版", "写成普通段落或列表。"),
    };
    unsupported(what, help)
}

/// A horizontal rule.
pub(super) fn rule() -> Diagnostic {
    unsupported("分隔线（---）", "删去这一行；年度、日期等写在 report.yaml 里。")
}

/// Program code within text.
pub(super) fn code() -> Diagnostic {
    unsupported("代码（`）", "删去“`”；要突出的文字用 **加粗**。")
}

/// Struck out text.
pub(super) fn struck() -> Diagnostic {
    unsupported("删除线（~~）", "要删去的文字直接删去，不要留“~~”。")
}

/// The box of a task list.
pub(super) fn task() -> Diagnostic {
    unsupported("任务列表（[ ]）", "删去方括号，写成普通列表。")
}

/// A heading within a list or quote.
pub(super) fn nested_heading() -> Diagnostic {
    unsupported("列表里的标题", "标题单独占一行，行首没有“-”和空格。")
}

/// Lists and quotes within each other without end.
pub(super) fn too_deep() -> Diagnostic {
    unsupported("这么多层的列表", "最多四层；减少层次，写成普通段落。")
}

/// Emphasis or links within each other.
pub(super) fn too_deep_in_text() -> Diagnostic {
    unsupported("这么多层的加粗、斜体和链接", "一段文字加粗一次就够了，多余的“*”“_”删去。")
}

/// A table of more than `most` columns.
pub(super) fn too_wide(most: usize) -> Diagnostic {
    unsupported(&format!("超过 {most} 列的表格"), "拆成几张表格；表格前后各空一行。")
}

/// Tables of more than `most` cells together.
pub(super) fn too_many_cells(most: usize) -> Diagnostic {
    unsupported(&format!("这么多的表格（超过 {most} 格）"), "大量的数据另外公开，正文里写明网址。")
}

/// An element within text that is not supported.
pub(super) fn other() -> Diagnostic {
    unsupported("这种排版", "写成普通文字。")
}

/// Raw HTML.
pub(super) fn html() -> Diagnostic {
    Diagnostic::new(&markdown::HTML, "正文里不能有 HTML 标签")
        .help("删去标签，只留文字；加粗写 **文字**，换段空一行，显示小于号写 \\<。")
}

/// A comment that never ends.
pub(super) fn open_comment() -> Diagnostic {
    Diagnostic::new(&markdown::HTML, "“<!--”后面没有“-->”，从这里起的文字都不会公开")
        .help("在提示的末尾补上“-->”；不需要提示，就把“<!--”删去。")
}

/// Text on the last line of a comment.
pub(super) fn beside_comment() -> Diagnostic {
    Diagnostic::new(&markdown::HTML, "提示的“-->”后面还有文字，和提示写在同一行就不会公开").help("把文字移到下一行。")
}

fn unsupported(what: &str, help: &str) -> Diagnostic {
    Diagnostic::new(&markdown::UNSUPPORTED, format!("不支持{what}")).help(help)
}
