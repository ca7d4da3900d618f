//! Names of agencies in titles and introductions.

use std::ops::Range;

use crate::rules::support::characters::is_chinese;
use crate::rules::support::written_years::years;

/// How the names of agencies end.
const ENDINGS: [&str; 21] = [
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

/// What is left out where the office of an agency stands for the agency.
const OFFICES: [&str; 3] = ["政务公开办公室", "办公室", "办公厅"];

/// What stands before a name without belonging to it.
const LEAD_INS: [&str; 6] = ["现将", "现公布", "公布", "发布", "关于", "现就"];

/// What begins a word for the agency itself.
const ITSELF: [char; 4] = ['本', '我', '该', '各'];

/// What the editor of a report does it by.
const EDITS: [&str; 10] = ["编制", "编写", "根据", "按照", "依据", "依照", "汇总", "组织", "负责", "牵头"];

const REPORT: [&str; 2] = ["政府信息公开工作年度报告", "政府信息公开年度报告"];

/// The agency that a title names, with or without the year behind it.
pub(super) fn in_title(title: &str) -> Option<Range<usize>> {
    let at = REPORT.iter().find_map(|report| title.find(report))?;
    let before = title.get(..at)?.trim_end();
    Some(name_before(title, year_before(before).unwrap_or(before.len())))
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

/// Whether `name` is that of an agency other than the one called `own`, by whichever of its `known` names.
pub(super) fn is_another<'n>(name: &str, own: &str, mut known: impl Iterator<Item = &'n str>) -> bool {
    let agency = without_office(name);
    let of_agency = ENDINGS.iter().any(|ending| agency.ends_with(ending)) && agency.chars().count() > 2;
    // A government has its report compiled by whichever of its departments is in charge.
    let comparable = !without_office(own).ends_with("政府") || agency.ends_with("政府");
    let same = |known: &str| is_shortened(agency, known) || is_shortened(without_office(known), agency);
    of_agency && comparable && !name.starts_with(ITSELF) && !known.any(same)
}

fn without_office(name: &str) -> &str {
    OFFICES.iter().find_map(|office| name.strip_suffix(office)).unwrap_or(name)
}

/// Whether `short` is `long` with characters left out: `市投促局` of `海州市投资促进局`.
fn is_shortened(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|character| rest.any(|other| other == character))
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
        assert_eq!(title("工作总结"), None);
        let introduction = |text: &'static str| in_introduction(text).map(|place| &text[place]);
        assert_eq!(introduction("本报告由海州市财政局根据《条例》编制。"), Some("海州市财政局"));
        assert_eq!(introduction("要求,由海州市政府办公室汇总编制。"), Some("海州市政府办公室"));
        assert_eq!(introduction("现将海州市财政局2024年政府信息公开工作年度报告公布如下"), Some("海州市财政局"));
        assert_eq!(introduction("按照国务院办公厅政府信息公开工作年度报告格式"), None);
    }

    #[test]
    fn an_agency_has_many_names() {
        let another = |name: &str, own: &str| is_another(name, own, [own].into_iter());
        for name in ["海州市投资促进局", "市投促局", "投资促进局办公室", "本局", "局办公室", "海州市"]
        {
            assert!(!another(name, "海州市投资促进局"), "{name}");
        }
        assert!(!another("海州市政府办公室", "海州市人民政府"));
        assert!(!another("海州市大数据管理局", "海州市人民政府"));
        assert!(another("海州市财政局", "海州市投资促进局"));
        assert!(another("新浦区人民政府", "海州市人民政府"));
    }
}
