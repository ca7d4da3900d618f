//! Rows of a list that are no agencies: those that add others up (合计), lines of signatures and notes.

const WORDS: [&str; 6] = ["合计", "总计", "小计", "共计", "总共", "共"];

/// What a number of agencies is made of, beside its digits.
const COUNTED: &str = "一二三四五六七八九十百千零〇两个家户所项名所单位机关部门机构数，,：:。";

/// Whether a cell says that its row adds others up: `合计`, `小计（个）`, `共 25 家单位`, `市政府部门小计`.
pub(super) fn is_sum(cell: &str) -> bool {
    let cell: String = cell.split(['（', '(', '[', '【']).next().unwrap_or_default().split_whitespace().collect();
    let cell = cell.trim_end_matches(['：', ':']);
    let is_count = |rest: &str| rest.chars().all(|c| c.is_numeric() || COUNTED.contains(c));
    let begins = WORDS.iter().filter_map(|word| cell.strip_prefix(word).map(|rest| (*word, rest)));
    // 共 alone says nothing without a number.
    let mut begins = begins.filter(|(word, rest)| *word != "共" || rest.contains(char::is_numeric));
    begins.any(|(_, rest)| is_count(rest)) || ["合计", "总计", "小计"].iter().any(|word| cell.ends_with(word))
}

/// What stands in front of the names of those who made or checked a list, and of its day.
const SIGNED: [&str; 27] = [
    "填表人",
    "填报人",
    "填写人",
    "制表人",
    "制表",
    "填表",
    "填报",
    "审核人",
    "审核",
    "审核意见",
    "复核人",
    "复核",
    "审批人",
    "审签人",
    "签发人",
    "经办人",
    "经手人",
    "报送人",
    "负责人",
    "单位负责人",
    "分管领导",
    "填表日期",
    "填报日期",
    "制表日期",
    "填表时间",
    "填报时间",
    "报送日期",
];

/// What stands in front of other lines below a table.
const NOTES: [&str; 11] =
    ["注", "备注", "说明", "附注", "填表说明", "填报说明", "日期", "联系人", "联系电话", "填报单位", "盖章"];

/// What a line is signed as, where its first cell says so: `填表人：王某某`.
pub(super) fn signed(cell: &str) -> Option<String> {
    word_of(cell, &SIGNED)
}

/// What a note is, where the first cell says so: `备注：……`.
pub(super) fn note(cell: &str) -> Option<String> {
    word_of(cell, &NOTES)
}

/// The word that a cell begins with, before a colon or a bracket, without a number: `注1：`.
fn word_of(cell: &str, words: &[&str]) -> Option<String> {
    let head: String = cell.split(['：', ':', '（', '(']).next()?.split_whitespace().collect();
    let head = head.trim_end_matches(|c: char| c.is_numeric());
    words.contains(&head).then(|| head.to_owned())
}

/// Tells of the rows `others` that were left out; nothing where there are none.
pub fn others_told(others: &[String]) -> Option<String> {
    (!others.is_empty()).then(|| format!("{}不是机关，没有算进去。", others.join("、")))
}
