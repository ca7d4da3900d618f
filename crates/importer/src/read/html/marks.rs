//! Which words of a page show that they belong to a report.

/// Sentences of the text are at least this long, in characters; those of a page's foot and of links are shorter.
const SENTENCE: usize = 30;

/// Headings of sections are at most this long.
const HEADING: usize = 40;

/// Words of sentences in a page's foot.
const FOOT: [&str; 9] = ["浏览器", "版权所有", "转载", "分辨率", "技术支持", "ICP备", "网安备", "未经许可", "联系我们"];

/// Labels of the official tables.
const LABELS: [&str; 8] =
    ["本年新收", "结转下年度", "行政规范性文件", "规范性文件", "行政许可", "行政处罚", "结果维持", "不予公开"];

/// Whether a paragraph belongs to the text of a report: the heading of a section, or a sentence.
pub(super) fn is_prose(text: &str) -> bool {
    let sentence = text.contains('。') && text.chars().filter(|c| !c.is_whitespace()).count() >= SENTENCE;
    sentence && !FOOT.iter().any(|word| text.contains(word)) || is_section(text)
}

/// Whether a paragraph is the heading of a section: `一、总体情况`.
pub(super) fn is_section(text: &str) -> bool {
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).take(HEADING + 1).collect();
    let count = tight.chars().count();
    let rest = tight.trim_start_matches(['一', '二', '三', '四', '五', '六', '七']);
    count <= HEADING
        && rest.len() < tight.len()
        && rest.starts_with(['、', '.', '．'])
        && ["情况", "事项"].iter().any(|word| rest.contains(word))
        && !rest.contains("申请数量")
}

/// Whether a table has labels of the official ones.
pub(super) fn is_official(text: &str) -> bool {
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    LABELS.iter().any(|label| tight.contains(label))
}

/// Whether a cell holds a figure and nothing else.
pub(super) fn is_figure(text: &str) -> bool {
    let text = text.trim();
    text.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))
        && text.chars().all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, '.' | ',' | ' '))
}
