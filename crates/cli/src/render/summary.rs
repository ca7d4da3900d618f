//! The lines below all findings: how many, and what they are about.

use std::fmt::Write as _;

use nianbao_workspace::{Count, Summary};

pub(super) fn render(summary: &Summary) -> String {
    let mut text = format!("检查了 {} 份报告：{}。\n", summary.reports, verdict(summary));
    if !summary.kinds.is_empty() {
        let kinds: Vec<String> =
            summary.kinds.iter().map(|(kind, count)| format!("{} {count}", kind.title())).collect();
        let _ = writeln!(text, "按类别：{}。", kinds.join("，"));
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
