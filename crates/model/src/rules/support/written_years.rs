//! Years as prose writes them: `2023年`, `2023 年`, `２０２３年`.

use std::ops::Range;

use crate::rules::support::sections::mentions;

/// A year in a text.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::rules) struct WrittenYear {
    /// The year, in full.
    pub(in crate::rules) year: i16,
    /// The bytes of its digits and 年.
    pub(in crate::rules) range: Range<usize>,
}

/// Clauses that tell of something that happened in a year, rather than what a report is about.
const EVENTS: [&str; 18] = [
    "印发", "施行", "修订", "修正", "出台", "制定", "公布", "发布", "成立", "组建", "挂牌", "改革", "被", "获", "列入",
    "上线", "启用", "启动",
];

/// How what a report counts begins, where no comma stands behind the year.
const DEEDS: [&str; 20] = [
    "主动公开",
    "公开",
    "共",
    "累计",
    "收到",
    "新收",
    "受理",
    "办理",
    "办结",
    "答复",
    "接到",
    "未收到",
    "没有收到",
    "通过",
    "举办",
    "召开",
    "开展",
    "组织",
    "网站",
    "政府信息公开申请",
];

/// All years of a text, in order.
pub(in crate::rules) fn years(text: &str) -> Vec<WrittenYear> {
    text.match_indices('年').filter_map(|(at, mark)| year_before(text, at, at + mark.len())).collect()
}

fn year_before(text: &str, at: usize, end: usize) -> Option<WrittenYear> {
    let before = text.get(..at)?.trim_end();
    let digits: Vec<(usize, u32)> =
        before.char_indices().rev().map_while(|(at, character)| Some((at, digit(character)?))).collect();
    let (start, _) = digits.last().filter(|_| digits.len() == 4)?;
    let year = digits.iter().rev().fold(0, |year, (_, digit)| year * 10 + digit);
    let year = i16::try_from(year).ok().filter(|year| (1990..2100).contains(year))?;
    Some(WrittenYear { year, range: *start..end })
}

/// The value of a digit, half or full width.
fn digit(character: char) -> Option<u32> {
    match character {
        '０'..='９' => Some(u32::from(character) - u32::from('０')),
        _ => character.to_digit(10),
    }
}

/// The year that a sentence is about: it begins with it, followed by a comma, 全年 or 我局 and the like, and
/// does not tell of an event of that year or compare with it.
pub(in crate::rules) fn subject(sentence: &str) -> Option<WrittenYear> {
    let year = years(sentence).into_iter().next()?;
    let before = sentence.get(..year.range.start)?;
    let behind = sentence.get(year.range.end..)?.trim_start();
    let behind = behind.strip_prefix('度').unwrap_or(behind);
    let clause = behind.trim_start_matches(['，', ',']);
    let opens = clause.len() < behind.len() || behind.starts_with(['我', '本', '全']);
    (before.trim().is_empty() && opens && !tells_event(clause)).then_some(year)
}

/// The year that a sentence begins with where it goes on, without a comma, with how many were made public, received and the like
/// in it: `2023年主动公开信息310条`. What a number belongs to by 的 (`2023年收到的3件`) is another matter.
pub(in crate::rules) fn counted(sentence: &str) -> Option<WrittenYear> {
    let year = years(sentence).into_iter().next()?;
    let before = sentence.get(..year.range.start)?;
    let behind = sentence.get(year.range.end..)?.trim_start();
    let behind = behind.strip_prefix('度').unwrap_or(behind).trim_start();
    let clause = behind.split(['，', ',', '；', '。']).next()?;
    let count = clause.char_indices().find(|(_, character)| digit(*character).is_some());
    let lead = count.and_then(|(at, _)| clause.get(..at));
    let none = || clause.starts_with("未收到") || clause.starts_with("没有收到");
    let is_count = lead.map_or_else(none, |lead| !mentions(lead, &["的", "《", "〔", "从", "自"]));
    let is_told = DEEDS.iter().any(|deed| clause.starts_with(deed)) && is_count;
    (before.trim().is_empty() && is_told && !tells_event(clause)).then_some(year)
}

/// The year that a sentence begins with where a month follows, and it does not tell of an event or a beginning: `2023年5月，举办
/// 培训`. What happened in December may well be told a year later.
pub(in crate::rules) fn month_of(sentence: &str) -> Option<WrittenYear> {
    let year = years(sentence).into_iter().next()?;
    let before = sentence.get(..year.range.start)?;
    let behind = sentence.get(year.range.end..)?.trim_start();
    let (month, rest) = behind.split_once('月')?;
    let month: u32 = month.trim().parse().ok()?;
    let since = rest.starts_with(['起', '以', '至', '—', '-', '～', '底', '末', '的']);
    (before.trim().is_empty()
        && (1..12).contains(&month)
        && !since
        && !tells_event(rest.trim_start_matches(['，', ','])))
    .then_some(year)
}

/// Whether the clause behind a year tells of something that happened in it.
pub(in crate::rules) fn tells_event(clause: &str) -> bool {
    mentions(clause.split(['，', ',']).next().unwrap_or_default(), &EVENTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<i16> {
        years(text).into_iter().map(|year| year.year).collect()
    }

    #[test]
    fn years_are_read_as_written() {
        assert_eq!(values("2023 年和２０２４年，第12023年，30年，2035年"), [2023, 2024, 2035]);
        assert_eq!(values("政发〔2023〕5号、2021—2025规划"), [] as [i16; 0]);
    }

    #[test]
    fn a_sentence_may_begin_with_what_is_counted() {
        let of = |sentence| counted(sentence).map(|year| year.year);
        for sentence in ["2023年主动公开信息310条。", "2023 年度共收到申请 3 件", "2023年未收到政府信息公开申请"]
        {
            assert_eq!(of(sentence), Some(2023), "{sentence}");
        }
        for sentence in
            ["2023年收到的3件申请", "2023年度报告共310字", "2023年公开工作要点", "2023年底公开3条", "较2023年公开3条"]
        {
            assert_eq!(of(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn a_sentence_may_begin_with_a_month() {
        let of = |sentence| month_of(sentence).map(|year| year.year);
        assert_eq!((of("2023年5月，举办培训"), of("2023 年 5 月 12 日举办培训")), (Some(2023), Some(2023)));
        for sentence in
            ["2023年12月，举办培训", "2023年5月以来", "2023年5月印发的办法", "自2023年5月起", "2023年，五月"]
        {
            assert_eq!(of(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn a_sentence_is_about_the_year_that_it_begins_with() {
        let of = |sentence| subject(sentence).map(|year| year.year);
        for sentence in ["2023年，我局做好公开工作", " 2023 年度，本机关", "2023年全年公开", "2023年度我局"]
        {
            assert_eq!(of(sentence), Some(2023), "{sentence}");
        }
        for sentence in ["2023年以来，我局", "2023年印发的办法", "较2023年增长", "2023年，我市被列为试点"]
        {
            assert_eq!(of(sentence), None, "{sentence}");
        }
    }
}
