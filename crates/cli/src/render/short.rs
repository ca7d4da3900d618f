//! One line a finding: `文件:行:列: 错误[S003]: …`.

use std::fmt::Write as _;

use nianbao_model::{Diagnostic, SourceMap};

use crate::visible;

pub(super) fn render(sources: &SourceMap, findings: &[&Diagnostic]) -> String {
    let mut shown = String::new();
    for finding in findings {
        let mut text = String::new();
        if let Some(span) = finding.place() {
            let at = sources.position(span);
            let _ = write!(text, "{}:{}:{}: ", sources.path(span.file), at.line, at.column);
        }
        let severity = finding.severity().name();
        let _ = write!(text, "{severity}[{}]: {}", finding.code.id, finding.message);
        if let Some(reason) = &finding.accepted {
            let _ = write!(text, "（已说明：{reason}）");
        }
        shown += &visible::line(&text);
        shown.push('\n');
    }
    shown
}
