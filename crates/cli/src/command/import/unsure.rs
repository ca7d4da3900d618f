//! What was not certain, for people: how much of it, then the first few.

use std::fmt::Write as _;

use nianbao_importer::Doubt;
use nianbao_model::numbering::chinese_numeral;

use super::result::ReadReport;
use crate::visible;

/// Of more doubts the first are told; a page shows all of them beside the document.
pub(super) const FIRST: usize = 5;

/// The cells that somebody has to look up, table by table.
pub(super) fn unverified(report: &ReadReport) -> String {
    let tables = report.unverified_by_table();
    let listed = tables.iter().map(|(table, count)| {
        let caption = report.draft.imported.report.form.table(*table).caption;
        format!("表{}“{caption}”{count} 格", chinese_numeral(u32::from(table.number())))
    });
    let listed: Vec<String> = listed.collect();
    if listed.is_empty() {
        return String::new();
    }
    format!("待核对的：{}；照原文填好以前不能公开。\n", listed.join("，"))
}

/// The first of all that was not certain.
pub(super) fn doubts(report: &ReadReport) -> String {
    let doubts = &report.draft.imported.doubts;
    if doubts.is_empty() {
        return String::new();
    }
    let first = if doubts.len() > FIRST { format!("，先列 {FIRST} 处") } else { String::new() };
    let mut text = format!("没有把握的 {} 处，请对着原文核对{first}：\n", doubts.len());
    for one in doubts.iter().take(FIRST) {
        let _ = writeln!(text, "  {}", visible::line(&doubt(report, one)));
    }
    if doubts.len() > FIRST {
        let _ = writeln!(
            text,
            "  其余 {} 处：同一条命令加上 --page 核对.html 再运行一次，打开网页对着原文看；要全部列出来的，加上 --format json。",
            doubts.len() - FIRST
        );
    }
    text
}

/// What was not certain, in a line.
pub(super) fn doubt(report: &ReadReport, Doubt { subject, message, hint, spot }: &Doubt) -> String {
    let place = spot.map(|spot| format!("（{}）", report.draft.place(spot))).unwrap_or_default();
    let hint = hint.as_ref().map(|hint| format!("（{hint}）")).unwrap_or_default();
    format!("{}{place}：{message}{hint}", report.subject(subject))
}
