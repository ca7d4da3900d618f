//! Whether a text goes through a table row by row. Some programs copy a PDF column by column: all labels, then all figures.

/// What was met of a table.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// A label of a row waits for its figures.
    waiting: bool,
    heads: Heads,
    /// Figures may stand beside labels that are not theirs.
    lost: bool,
}

/// What was met of the heads of the last table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Heads {
    #[default]
    None,
    /// Some of them.
    Met,
    /// Some of them, and figures since.
    Past,
}

/// Labels of rows that have figures of their own.
const ROWS: [&str; 9] = [
    "规章",
    "行政规范性文件",
    "规范性文件",
    "行政许可",
    "行政处罚",
    "行政强制",
    "行政事业性收费",
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
];

/// Heads of the table that has one row of figures.
const HEADS: [&str; 7] = ["结果维持", "结果纠正", "其他结果", "尚未审结", "未经复议直接起诉", "复议后起诉", "总计"];

impl Order {
    /// Takes a line without figures.
    pub(super) fn label(&mut self, text: &str) {
        let tight: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let digits = tight.trim_start_matches(|c: char| c.is_ascii_digit());
        let item = digits.len() < tight.len() && digits.starts_with(['.', '．', '、']);
        if item || ROWS.contains(&tight.as_str()) {
            self.lost |= self.waiting;
            self.waiting = true;
        }
        if HEADS.contains(&tight.as_str()) {
            self.lost |= self.heads == Heads::Past;
            self.heads = Heads::Met;
        }
    }

    /// Takes a figure.
    pub(super) fn figures(&mut self) {
        self.waiting = false;
        if self.heads == Heads::Met {
            self.heads = Heads::Past;
        }
    }

    /// Whether figures may stand beside labels that are not theirs.
    pub(super) fn is_lost(&self) -> bool {
        self.lost
    }
}
