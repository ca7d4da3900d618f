//! Showing findings, one way a file. A renderer knows nothing of rules, and rules nothing of renderers.

mod full;
mod json;
mod short;

use nianbao_model::Severity;

use crate::args::Format;
use crate::workspace::{Checked, Summary};

/// All findings with their summary, in the form asked for.
pub(crate) fn render(checked: &Checked, format: Format, coloured: bool) -> String {
    match format {
        Format::Full => full::render(checked, coloured) + &summary(checked),
        Format::Short => short::render(checked) + &summary(checked),
        Format::Json => json::render(checked),
    }
}

/// What a severity is called.
pub(crate) fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Hint => "提示",
    }
}

fn summary(checked: &Checked) -> String {
    let Summary { reports, errors, warnings, hints, blocking } = checked.summary();
    let found = format!("错误 {errors}，警告 {warnings}，提示 {hints}");
    let verdict = match (errors, blocking) {
        (0, 0) if warnings + hints == 0 => "没有发现问题".to_owned(),
        (0, 0) => format!("{found}；都不妨碍发布"),
        (_, 0) => format!("{found}；错误都在已公开的报告里，只记录，不拦截"),
        _ => format!("{found}；其中 {blocking} 个妨碍发布"),
    };
    format!("检查了 {reports} 份报告：{verdict}。\n")
}
