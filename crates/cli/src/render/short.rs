//! One line a finding: `文件:行:列: 错误[S003]: …`.

use std::fmt::Write as _;

use crate::workspace::Checked;

pub(super) fn render(checked: &Checked) -> String {
    let mut text = String::new();
    for finding in &checked.findings {
        if let Some(span) = finding.place() {
            let at = checked.sources.position(span);
            let _ = write!(text, "{}:{}:{}: ", checked.sources.path(span.file), at.line, at.column);
        }
        let severity = finding.severity().name();
        let _ = write!(text, "{severity}[{}]: {}", finding.code.id, finding.message);
        if let Some(reason) = &finding.accepted {
            let _ = write!(text, "（已说明：{reason}）");
        }
        text.push('\n');
    }
    text
}
