//! The lines below all findings: how many, and what they are about.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use nianbao_workspace::{Count, ReportKey, Summary};

/// `unfilled` are the reports that nobody has begun, which nothing is counted of; `others` says whether any report is not being
/// written.
pub(super) fn render(summary: &Summary, unfilled: &BTreeSet<ReportKey>, others: bool) -> String {
    let begun = summary.reports.saturating_sub(unfilled.len());
    let mut text = match (unfilled.len(), begun) {
        (0, _) => format!("检查了 {begun} 份报告：{}。\n", verdict(summary)),
        (count, 0) if summary.kinds.is_empty() => format!("检查了 {count} 份报告：都尚未填写。\n"),
        (count, 0) => format!("检查了 {count} 份报告，都尚未填写；{}。\n", verdict(summary)),
        (count, _) => {
            format!("检查了 {} 份报告，{count} 份尚未填写；其余 {begun} 份：{}。\n", summary.reports, verdict(summary))
        }
    };
    if !summary.kinds.is_empty() {
        let kinds: Vec<String> =
            summary.kinds.iter().map(|(kind, count)| format!("{} {count}", kind.title())).collect();
        let _ = writeln!(text, "按类别：{}。", kinds.join("，"));
    }
    if others && summary.blocking_drafts > 0 {
        let count = summary.blocking_drafts;
        let _ = writeln!(text, "妨碍发布的问题里，{count} 个在起草中的报告里：改好才能报送，不影响别的报告发布。");
    }
    text
}

fn verdict(summary: &Summary) -> String {
    let Summary { errors, warnings, hints, blocking, .. } = summary;
    let found = format!("错误 {errors}，警告 {}，提示 {}", count(*warnings), count(*hints));
    match (errors, blocking) {
        (0, 0) if summary.kinds.is_empty() && summary.accepted() == 0 => "没有发现问题".to_owned(),
        (0, 0) => format!("{found}；都不妨碍发布"),
        (_, 0) => format!("{found}；错误都在已公开的报告里，只记录，不拦截"),
        _ => format!("{found}；其中 {blocking} 个妨碍发布"),
    }
}

fn count(Count { open, accepted }: Count) -> String {
    match accepted {
        0 => open.to_string(),
        _ => format!("{open}（另有 {accepted} 个已说明）"),
    }
}
