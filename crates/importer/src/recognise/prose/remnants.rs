//! What stands around the tables and is no prose, and what the prose around them is about.

use super::piece::ProseLine;
use super::runs;
use crate::document::Grid;
use crate::recognise::number;
use crate::recognise::words::{STOPS, dense, is_han};

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

/// The characters of the official labels.
const OF_LABELS: &str = "规章行政规范性文件许可处罚强制事业收费本年制发废止现有效决定数量金额单位万元理总计商企科研机构社会公益组织法律服务其他自然人新政府信息公开申请上结转度办果予以部分区的只这一情形不属于国家秘密止危及三安全稳定保护第方合权类内务过程执案卷查询事项无提供掌握相关没需要另作补正后容仍明确举报投诉重复出版物大量反由理信访求机认或获取已逾期缴纳通知按再处继续下维持纠尚未审经直接起议讼复决二四五六七列据勾稽关系为加之和等多对外管新增减采购集中目";

/// What a line in a section with a table is.
pub(super) enum Remnant {
    Prose(ProseLine),
    /// What surely stands in a table.
    Table(ProseLine),
    /// What looks like words and figures of a table that was not read as one.
    Unread(ProseLine),
    /// Prose in front of the table in a paragraph where everything runs together.
    Both(ProseLine, ProseLine),
}

impl Remnant {
    /// What `line` is.
    pub(super) fn of(line: ProseLine) -> Self {
        let text = line.text();
        let packed = dense(&text);
        let of_table = OF_TABLES.iter().any(|word| packed.contains(word));
        let is_unit = packed.starts_with("单位：") && packed.chars().count() < 16;
        if of_table && line.glued {
            return divided(line, &text);
        }
        if is_unit || of_table && !packed.contains('。') {
            return Self::Table(line);
        }
        if is_of_cells(&text) { Self::Unread(line) } else { Self::Prose(line) }
    }
}

/// Where everything runs together, what follows upon the first word of a table is the table to its end.
fn divided(line: ProseLine, text: &str) -> Remnant {
    let start = OF_TABLES.iter().filter_map(|word| text.find(word)).min().unwrap_or(0);
    let start = text.get(..start).and_then(|before| before.rfind('。')).map_or(0, |at| at + '。'.len_utf8());
    if start == 0 {
        return Remnant::Table(line);
    }
    let (prose, table) = runs::split_at(&line.runs, start);
    Remnant::Both(ProseLine { runs: prose, ..line.clone() }, ProseLine { runs: table, ..line })
}

/// Whether a line holds nothing but figures and characters of the official labels.
fn is_of_cells(text: &str) -> bool {
    let packed = dense(number::without(text));
    let is_of_label = |c: char| !is_han(c) || OF_LABELS.contains(c);
    !packed.contains(['。', '；', '！']) && packed.chars().all(is_of_label) && packed.chars().count() <= 90
}

/// Whether all cells of a table hold figures and characters of the official labels alone.
pub(super) fn is_official(grid: &Grid) -> bool {
    grid.cells.iter().all(|cell| {
        let text = cell.text();
        is_of_cells(&text) || OF_TABLES.iter().any(|word| dense(&text).contains(word))
    })
}

/// Whether a paragraph belongs to an introduction (编制说明).
pub(super) fn introduces(text: &str) -> bool {
    const WORDS: [&str; 11] = [
        "统计期限",
        "统计时限",
        "编制本报告",
        "编制完成",
        "编制而成",
        "要求编制",
        "对本报告",
        "本报告有",
        "本报告由",
        "电子版",
        "现将",
    ];
    let text = dense(text);
    WORDS.iter().any(|word| text.contains(word))
}

/// Whether a line is the title of a blank form or of a kind of document.
pub(super) fn is_empty_title(text: &str) -> bool {
    let text = dense(text);
    let speaks = text.contains("信息公开") && (text.contains("报告") || text.contains("年报"));
    speaks && text.chars().count() <= 40 && !text.contains(STOPS)
}

/// Whether a paragraph speaks of what section 六 has to state.
pub(super) fn is_of_other(text: &str) -> bool {
    let text = dense(text);
    ["信息处理费", "其他需要报告", "需要报告的其他", "其它需要报告"].iter().any(|word| text.contains(word))
}
