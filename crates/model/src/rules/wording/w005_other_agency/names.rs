//! Names of agencies in titles and introductions.

use std::ops::Range;

use crate::rules::support::characters::is_chinese;
use crate::rules::support::written_years::years;

/// How the names of agencies end.
pub(super) const ENDINGS: [&str; 21] = [
    "局",
    "委",
    "委员会",
    "厅",
    "办",
    "办公室",
    "政府",
    "院",
    "署",
    "中心",
    "管委会",
    "办事处",
    "街道",
    "镇",
    "乡",
    "大队",
    "支队",
    "总队",
    "公司",
    "集团",
    "馆",
];

/// What stands before a name without belonging to it.
const LEAD_INS: [&str; 6] = ["现将", "现公布", "公布", "发布", "关于", "现就"];

/// What the editor of a report does it by.
const EDITS: [&str; 10] = ["编制", "编写", "根据", "按照", "依据", "依照", "汇总", "组织", "负责", "牵头"];

/// What is made public, as titles have it, the longer first.
const SUBJECTS: [&str; 6] = ["政府信息与政务", "政府信息主动", "政府信息", "政务信息", "信息", "政务"];

const REPORT: [&str; 2] = ["政府信息公开工作年度报告", "政府信息公开年度报告"];

/// The agency, or the place, that a title names, with or without the year behind it.
pub(super) fn in_title(title: &str) -> Option<Range<usize>> {
    let subject = |(at, _): (usize, &str)| SUBJECTS.iter().find_map(|subject| title.get(..at)?.strip_suffix(subject));
    let before = title.rmatch_indices("公开").find_map(subject)?.trim_end();
    let before = year_before(before).map_or(before, |year| before.get(..year).unwrap_or_default());
    Some(name_before(title, before.trim_end().trim_end_matches("的").trim_end_matches("关于").len()))
}

/// The agency that a sentence of the introduction says the report is edited by, or of which it says that
/// this is its report of a year.
pub(super) fn in_introduction(sentence: &str) -> Option<Range<usize>> {
    let of_report = REPORT.iter().find_map(|report| {
        let year = year_before(sentence.get(..sentence.find(report)?)?)?;
        Some(name_before(sentence, year)).filter(|name| !name.is_empty())
    });
    editor(sentence).or(of_report)
}

/// Where the year starts that a text ends with.
fn year_before(text: &str) -> Option<usize> {
    let text = text.trim_end().trim_end_matches('度');
    years(text).pop().filter(|year| year.range.end == text.len()).map(|year| year.range.start)
}

/// The Chinese words that end at `end`, without what leads up to a name.
fn name_before(text: &str, end: usize) -> Range<usize> {
    let words = text.get(..end).unwrap_or_default().trim_end();
    let start = words.char_indices().rev().take_while(|(_, c)| is_chinese(*c)).last().map_or(words.len(), |(at, _)| at);
    let run = words.get(start..).unwrap_or_default();
    let run = run.strip_prefix("年度").or(run.strip_prefix('年')).unwrap_or(run);
    let start = words.len() - run.len();
    let lead_in = LEAD_INS.iter().filter_map(|word| Some(run.rfind(word)? + word.len())).max().unwrap_or(0);
    start + lead_in..words.len()
}

/// `由海州市财政局编制`.
fn editor(sentence: &str) -> Option<Range<usize>> {
    if !sentence.contains("编制") && !sentence.contains("编写") {
        return None;
    }
    let start = sentence.find('由')? + '由'.len_utf8();
    let rest = sentence.get(start..)?;
    let run = rest.find(|character| !is_chinese(character)).unwrap_or(rest.len());
    let length = EDITS.iter().filter_map(|word| rest.get(..run)?.find(word)).min().unwrap_or(run);
    Some(start..start + length)
}

/// Whether a name ends as those of agencies do.
pub(super) fn ends_as_agency(name: &str) -> bool {
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_where_they_stand() {
        let title = |text: &'static str| in_title(text).map(|place| &text[place]);
        assert_eq!(title("海州市财政局2024年政府信息公开工作年度报告"), Some("海州市财政局"));
        assert_eq!(title("海州市财政局 2024 年度政府信息公开年度报告"), Some("海州市财政局"));
        assert_eq!(title("2024年海州市财政局政府信息公开工作年度报告"), Some("海州市财政局"));
        assert_eq!(title("关于海州市财政局政府信息公开工作年度报告"), Some("海州市财政局"));
        assert_eq!(title("海州市财政局关于2024年度政务公开工作情况的报告"), Some("海州市财政局"));
        assert_eq!(title("海州市政务公开办公室2024年信息公开年报"), Some("海州市政务公开办公室"));
        assert_eq!(title("海州市财政局2024年政府信息公开工作年度报告（公开版）"), Some("海州市财政局"));
        assert_eq!(title("工作总结"), None);
        let introduction = |text: &'static str| in_introduction(text).map(|place| &text[place]);
        assert_eq!(introduction("本报告由海州市财政局根据《条例》编制。"), Some("海州市财政局"));
        assert_eq!(introduction("要求,由海州市政府办公室汇总编制。"), Some("海州市政府办公室"));
        assert_eq!(introduction("现将海州市财政局2024年政府信息公开工作年度报告公布如下"), Some("海州市财政局"));
        assert_eq!(introduction("按照国务院办公厅政府信息公开工作年度报告格式"), None);
    }
}
