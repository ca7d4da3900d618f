//! Problems that section five lists as those of another year: `2023年存在的主要问题：一是……` in the report of 2024.

use crate::rules::support::sections::mentions;
use crate::rules::support::written_years::{WrittenYear, years};
use crate::{Passage, SectionKind};

/// No more characters stand between the year and the colon.
const LONGEST: usize = 30;

/// What speaks of this year, or of what became of last year's problems.
const RETOLD: [&str; 9] = ["今年", "本年", "上年", "上一年", "去年", "整改情况", "已整改", "已改进", "得到解决"];

/// Whether section five sets last year's problems against this year.
pub(super) fn are_retold<'a>(year: i16, mut passages: impl Iterator<Item = &'a Passage>) -> bool {
    passages.any(|passage| {
        let names_year = || years(&passage.text).iter().any(|written| written.year == year);
        passage.section == Some(SectionKind::Problems) && (mentions(&passage.text, &RETOLD) || names_year())
    })
}

/// The year whose problems a sentence begins to list.
pub(super) fn listed(sentence: &str) -> Option<WrittenYear> {
    let year = years(sentence).into_iter().next()?;
    let before = sentence.get(..year.range.start)?.trim_start();
    let before = before.trim_start_matches(|c: char| "一二三四五六七八九十、（）()．.".contains(c));
    let (what, list) = sentence.get(year.range.end..)?.split_once(['：', ':'])?;
    let names_problems = what.contains("存在") && mentions(what, &["问题", "不足", "困难", "短板"]);
    let is_other = what.trim_start().starts_with(['以', '的', '至', '底', '末', '—', '-', '～'])
        || mentions(what, &["改", "落实", "解决", "。", "；"]);
    let is_list = !list.trim().is_empty() && what.chars().count() <= LONGEST;
    (before.is_empty() && names_problems && !is_other && is_list).then_some(year)
}
