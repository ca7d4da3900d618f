//! Titles of reports: whose, of which year.

use nianbao_model::width::half_width;

use crate::recognise::chinese_digit::chinese_digit;
use crate::recognise::words::{STOPS, dense};

/// No title is longer, in characters.
const LONGEST: usize = 80;

/// What titles end with, each step taken off in turn.
const ENDS: [&str; 5] = ["年度", "工作", "情况", "的", "年"];

/// Words of sentences that end as a title does.
const OF_SENTENCES: [&str; 9] = ["现将", "根据", "按照", "依据", "依照", "本报告", "以下", "如下", "《"];

/// How an agency's name ends.
const AGENCY_ENDS: [&str; 44] = [
    "政府",
    "局",
    "委",
    "委员会",
    "办",
    "办公室",
    "会",
    "院",
    "厅",
    "镇",
    "乡",
    "街道",
    "街道办事处",
    "办事处",
    "中心",
    "区",
    "站",
    "处",
    "队",
    "公司",
    "集团",
    "社",
    "馆",
    "所",
    "部",
    "学校",
    "大学",
    "学院",
    "医院",
    "银行",
    "市",
    "县",
    "省",
    "旗",
    "州",
    "盟",
    "苏木",
    "管委会",
    "监狱",
    "税务局",
    "署",
    "室",
    "场",
    "台",
];

/// A title, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    /// As written, without white space.
    pub(super) text: String,
    /// Whose report it is.
    pub(super) agency: Option<String>,
    /// The year of the report.
    pub(super) year: Option<i16>,
}

impl Title {
    /// The title that `text` is.
    pub(super) fn of(text: &str) -> Option<Self> {
        let text = dense(text);
        if text.chars().count() > LONGEST || text.contains(STOPS) || text.contains(':') {
            return None;
        }
        let text = text.strip_prefix('《').and_then(|name| name.strip_suffix('》')).unwrap_or(&text).to_owned();
        let (rest, year) = without_year(&text);
        let subject = subject(&rest)?;
        if OF_SENTENCES.iter().any(|word| subject.contains(word)) {
            return None;
        }
        let subject = subject
            .strip_prefix("关于")
            .unwrap_or(subject)
            .trim_end_matches('的')
            .trim_matches(['·', '-', '—', '_', '|', '*', '+']);
        let agency = (!subject.is_empty()).then(|| subject.to_owned());
        if agency.as_deref().is_some_and(|agency| !is_agency(agency)) {
            return None;
        }
        Some(Self { text, agency, year })
    }

    /// The title that `text` begins with, before a name of the column or the site: `…年度报告_年报_某市人民政府`.
    pub(super) fn leading(text: &str) -> Option<Self> {
        Self::of(text).or_else(|| text.split(['_', '|', '-', '—', '–', '»', '>']).find_map(Self::of))
    }

    /// How much it says.
    pub(super) fn weight(&self) -> usize {
        2 * usize::from(self.agency.is_some()) + usize::from(self.year.is_some())
    }

    /// Whether it is worded by the standard's pattern.
    pub(super) fn is_usual(&self) -> bool {
        let usual = self.agency.as_ref().zip(self.year);
        usual.is_some_and(|(agency, year)| self.text == format!("{agency}{year}年政府信息公开工作年度报告"))
    }
}

/// Whether a text may be the name of an agency.
pub(in crate::recognise) fn is_agency(text: &str) -> bool {
    let length = text.chars().count();
    let text = text.trim_end_matches(['）', ')', '本', '级']);
    let end = text.rsplit_once(['（', '(']).map_or(text, |(name, _)| name);
    let is_odd = text.contains(|c: char| {
        c.is_ascii_digit() || STOPS.contains(&c) || matches!(c, '、' | '>' | '|' | '《' | '》' | ':' | '=')
    });
    let named = AGENCY_ENDS.iter().any(|word| end.ends_with(word) || text.ends_with(word));
    (2..=45).contains(&length) && named && !is_odd && !text.contains("首页") && !text.contains("信息公开")
}

/// A title without the year in it. The first of two different ones counts only if the other is no year of a report.
fn without_year(text: &str) -> (String, Option<i16>) {
    let characters: Vec<char> = text.chars().map(half_width).collect();
    let original: Vec<char> = text.chars().collect();
    for at in 0..characters.len() {
        let opens = at == 0 || characters.get(at - 1).is_none_or(|c| !c.is_ascii_digit());
        let Some(year) = characters.get(at..at + 4).filter(|_| opens).and_then(year) else { continue };
        let mut end = at + 4;
        if characters.get(end).is_some_and(char::is_ascii_digit) {
            continue;
        }
        // 2023年报 is 2023 and 年报, 2023年报告 is 2023年 and 报告.
        let is_yearbook = original.get(end..end + 2) == Some(&['年', '报']) && original.get(end + 2) != Some(&'告');
        for unit in ['年', '度'] {
            if characters.get(end) == Some(&unit) && !is_yearbook {
                end += 1;
            }
        }
        let mut start = at;
        if start > 0 && characters.get(start - 1) == Some(&'(') && characters.get(end) == Some(&')') {
            start -= 1;
            end += 1;
        }
        let rest = original.get(..start).into_iter().chain(original.get(end..)).flatten().collect();
        return (rest, Some(year));
    }
    (text.to_owned(), None)
}

/// A year in digits or in Chinese numerals.
fn year(characters: &[char]) -> Option<i16> {
    let digits: Option<String> = characters
        .iter()
        .map(|c| if c.is_ascii_digit() { Some(*c) } else { chinese_digit(*c).map(|digit| char::from(b'0' + digit)) })
        .collect();
    digits?.parse().ok().filter(|year| (2000..2100).contains(year))
}

/// A title without what is said of this version of it in brackets: （更正）, （修订版）, （2024年1月修订）.
fn without_remark(text: &str) -> &str {
    let is_remark = |remark: &str| {
        remark.chars().count() <= 16
            && ["全文", "更正", "修订", "修正", "修改", "更新", "勘误", "重发", "正式", "公布", "发布"]
                .iter()
                .any(|word| remark.contains(word))
    };
    let inner = text.strip_suffix(['）', ')', '】', ']']);
    let parted = inner.and_then(|inner| inner.rsplit_once(['（', '(', '【', '[']));
    parted.filter(|(_, remark)| is_remark(remark)).map_or(text, |(title, _)| title)
}

/// What stands before 信息公开 in a title without its year.
fn subject(text: &str) -> Option<&str> {
    let text = without_remark(text);
    let mut rest = text.strip_suffix("报告").or_else(|| text.strip_suffix("年报"))?;
    while let Some(shorter) = ENDS.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    let rest = ["政府信息公开", "政务信息公开", "信息公开", "政府信息与政务公开", "政务公开", "政府信息主动公开"]
        .iter()
        .find_map(|word| rest.strip_suffix(word))?;
    Some(rest.strip_suffix("年度").unwrap_or(rest))
}
