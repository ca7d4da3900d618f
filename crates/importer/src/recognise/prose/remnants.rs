//! What stands around the tables and is no prose, and what the prose around them is about.

use super::piece::Line;
use super::runs;
use crate::recognise::words::dense;

/// Words that stand in the official tables alone.
const OF_TABLES: [&str; 14] = [
    "第二十条第",
    "信息内容",
    "本列数据",
    "申请人情况",
    "本年制发件数",
    "本年新制作数量",
    "本年处理决定数量",
    "法人或其他组织总计",
    "行政复议行政诉讼",
    "结果维持结果纠正",
    "本年收费金额",
    "上一年项目数量",
    "自然人法人",
    "商业企业科研",
];

/// A line parted into prose and what belongs to a table.
pub(super) fn parted(line: Line) -> (Option<Line>, Option<Line>) {
    let text = line.text();
    let packed = dense(&text);
    let is_figures = packed.chars().all(|c| c.is_ascii_digit() || ".-/|,，、".contains(c))
        || packed.starts_with("单位：") && packed.chars().count() < 16;
    let of_table = OF_TABLES.iter().any(|word| packed.contains(word));
    if is_figures || of_table && !packed.contains('。') {
        return (None, Some(line));
    }
    if !of_table || !line.glued {
        return (Some(line), None);
    }
    // What follows in a paragraph where everything runs together is the table to its end.
    let start = OF_TABLES.iter().filter_map(|word| text.find(word)).min().unwrap_or(0);
    let start = text.get(..start).and_then(|before| before.rfind('。')).map_or(0, |at| at + '。'.len_utf8());
    let (prose, table) = runs::split_at(&line.runs, start);
    let prose = (start > 0).then(|| Line { runs: prose, ..line.clone() });
    (prose, Some(Line { runs: table, ..line }))
}

/// Whether a paragraph belongs to an introduction (编制说明).
pub(super) fn introduces(text: &str) -> bool {
    let text = dense(text);
    [
        "统计期限",
        "统计时限",
        "编制本报告",
        "编制完成",
        "编制而成",
        "等文件要求编制",
        "要求编制",
        "对本报告",
        "本报告有",
        "本报告由",
        "电子版",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// Whether a paragraph speaks of what section 六 has to state.
pub(super) fn is_of_other(text: &str) -> bool {
    let text = dense(text);
    ["信息处理费", "其他需要报告", "需要报告的其他", "其它需要报告"].iter().any(|word| text.contains(word))
}
