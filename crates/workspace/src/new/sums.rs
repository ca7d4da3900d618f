//! Rows of a list that add others up (合计), which are no agencies.

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

/// Tells of the rows at `places` that were left out as sums; nothing where there are none.
pub fn sums_told(places: &[String]) -> Option<String> {
    (!places.is_empty()).then(|| format!("{}是合计，没有算作机关。", places.join("、")))
}
