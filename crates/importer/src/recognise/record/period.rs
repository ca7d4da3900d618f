//! The year that a report is of, as its text says it.

use std::collections::BTreeMap;

use crate::Document;
use crate::document::Part;
use crate::recognise::day::years;
use crate::recognise::words::dense;

/// No document needs more text to be read for its year, in characters.
const MOST: usize = 200_000;

/// The year of the period that the figures are said to cover.
pub(super) fn stated(document: &Document) -> Option<i16> {
    texts(document).iter().flat_map(|text| text.split('。')).find_map(covered)
}

/// The year that the text speaks of most, if it does so at all.
pub(super) fn spoken_of(document: &Document) -> Option<i16> {
    let mut counts: BTreeMap<i16, usize> = BTreeMap::new();
    for text in texts(document) {
        // A paragraph opens with the year that it is about.
        let opening: String = text.chars().take(6).collect();
        let opens = years(&opening).len();
        for (at, year) in years(&text).into_iter().enumerate() {
            *counts.entry(year).or_default() += if at == 0 && opens > 0 { 3 } else { 1 };
        }
    }
    let most = counts.values().copied().max()?;
    let mut years = counts.into_iter().filter(|(_, count)| *count == most).map(|(year, _)| year);
    years.next().filter(|_| years.next().is_none())
}

/// The year of a sentence that names a period from January to December.
fn covered(sentence: &str) -> Option<i16> {
    let is_period = ["统计期限", "统计时限", "统计时间", "统计周期", "统计的期限", "数据统计", "所列数据", "时间范围"]
        .iter()
        .any(|word| sentence.contains(word));
    let is_whole_year = sentence.contains("1月1日") && sentence.contains("12月31日");
    if !is_period && !is_whole_year {
        return None;
    }
    let from = sentence.find("1月1日").filter(|_| is_whole_year)?;
    // 2023年1月1日: the year stands right before.
    years(sentence.get(..from)?).last().copied()
}

fn texts(document: &Document) -> Vec<String> {
    let mut left = MOST;
    let mut texts = Vec::new();
    for part in &document.parts {
        let Part::Paragraph(paragraph) = part else { continue };
        let text = dense(&paragraph.text());
        let length = text.chars().count();
        if length > left {
            break;
        }
        left -= length;
        texts.push(text);
    }
    texts
}
